import { beforeAll, describe, expect, it } from 'vitest';
import type { TableName } from '../../../src/model/published.ts';
import type { PublicTables, Row } from '../../../src/verify/read-table.ts';
import { recount, recountSingly } from '../../../src/verify/recount/recount.ts';
import { countedTables } from '../counted-tables.ts';

/* Every kind of number is counted again from the tables that it was made of, and a change of any of them comes to light. */

let tables: PublicTables;

beforeAll(async () => {
  tables = await countedTables();
});

/** The tables with a cell of the first row changed of which something holds. */
function withCell(table: TableName, holds: (row: Row) => boolean, column: string, to: string): PublicTables {
  const rows = tables[table];
  const place = rows.findIndex(holds);
  const row = rows[place];
  if (row === undefined) throw new Error(`no such row in ${table}`);
  if (row[column] === to) throw new Error(`${column} is ${to} already`);
  return { ...tables, [table]: rows.with(place, { ...row, [column]: to }) };
}

const has = (cells: Row) => (row: Row) =>
  Object.entries(cells).every(([column, text]) =>
    text === 'any' ? row[column] !== '' : row[column] === text,
  );

describe('recount', () => {
  it('finds no difference in what was published, and says how much it counted', () => {
    const { figures, recounted, unfounded, judged, rows, differences } = recount(tables);
    expect(differences).toEqual([]);
    expect([...unfounded.keys()].sort()).toEqual(['active_share', 'evaluation_rate', 'responses']);
    expect(figures - recounted).toBe([...unfounded.values()].reduce((sum, one) => sum + one, 0));
    expect(judged).toBeGreaterThan(40);
    expect(rows).toEqual({
      funnels: tables.funnels.length,
      curves: tables.curves.length,
      answers: tables.answers.length,
    });
    expect(Math.min(...Object.values(rows))).toBeGreaterThan(10);
  });

  const department = { subject_kind: 'department', period: 'all' };
  const cases: readonly [string, TableName, Row, column: string, to: string][] = [
    [
      'what is said of a department beside the others',
      'figures',
      { ...department, comparison: 'any' },
      'comparison',
      'higher',
    ],
    [
      'the line beyond which it would be said',
      'figures',
      { ...department, limit_high: 'any' },
      'limit_high',
      '0.999',
    ],
    ['the rate of all units together', 'figures', { ...department, centre: 'any' }, 'centre', '0.001'],
    ['how its limits were made', 'figures', { ...department, limits: 'any' }, 'limits', 'laney'],
    ['a signal of a control chart', 'figures', { signal: 'none' }, 'signal', 'outside'],
    ['a limit of a control chart', 'figures', { limits: 'xmr' }, 'limit_low', '0.5'],
    ['two thirds of the way to it', 'figures', { limits: 'xmr' }, 'inner_high', '99'],
    ['a chart where none belongs', 'figures', { measure: 'commendations' }, 'signal', 'none'],
    ['a p-value', 'figures', { p_adjusted: 'any' }, 'p_adjusted', '0.000001'],
    ['a band of the ranking', 'figures', { band: 'any' }, 'band', 'none'],
    ['a range of ranks', 'figures', { measure: 'on_time_rate_rank' }, 'high', '9'],
    ['a weighted rate', 'figures', { measure: 'positive_rate_weighted', status: 'shown' }, 'value', '0.9'],
    ['what weighting costs', 'figures', { measure: 'positive_rate_weighted', status: 'shown' }, 'deff', '1'],
    ['a line of a funnel', 'funnels', {}, 'limit_low', '0.01'],
    ['the base of a line of a funnel', 'funnels', {}, 'base', '99999'],
    ['a step of a curve', 'curves', { events: 'any' }, 'share', '0.5'],
    ['how many were still waiting', 'curves', { events: 'any' }, 'at_risk', '1'],
    ['a day of a curve', 'curves', {}, 'day', '999'],
    ['a share of answers', 'answers', { status: 'shown' }, 'share', '0.123'],
    ['an end of its interval', 'answers', { status: 'shown' }, 'high', '0.123'],
  ];

  it.each(cases)('finds %s that was changed', (_, table, row, column, to) => {
    const [first] = recount(withCell(table, has(row), column, to)).differences;
    expect(first?.where).toMatch(new RegExp(`^${table}\\.csv `));
    expect(first?.found === to || first?.found === 'none').toBe(true);
  });

  it('finds that the population, from which rates are weighted, was changed', () => {
    const { differences } = recount(withCell('margins', has({ category: 'online' }), 'population', '5000'));
    expect(new Set(differences.map(({ where }) => where.split('|')[2]))).toEqual(
      new Set([
        'positive_rate_weighted',
        'negative_rate_weighted',
        'favourable_rate_weighted',
        'unfavourable_rate_weighted',
      ]),
    );
  });

  it('finds a step of a curve that was taken out', () => {
    const { differences } = recount({ ...tables, curves: tables.curves.slice(1) });
    expect(differences).toMatchObject([{ expected: 'a row', found: 'none' }]);
  });
});

describe('recountSingly', () => {
  it('counts one figure and what is said of it', () => {
    const again = recountSingly(tables).one('department:tax|all|on_time_rate');
    expect(again?.differences).toEqual([]);
    expect(again?.numbers).toMatchObject({ status: 'shown', base: Number(again?.row['base']) });
    expect(again?.judgement.comparison).toBe('as_expected');
  });

  it('knows of no figure that is not published', () => {
    expect(recountSingly(tables).one('department:nobody|all|found')).toBeNull();
  });

  it('says where a changed figure differs', () => {
    const changed = withCell(
      'figures',
      has({ subject_id: 'tax', period: 'all', measure: 'confirmed' }),
      'value',
      '1',
    );
    expect(recountSingly(changed).one('department:tax|all|confirmed')?.differences).toMatchObject([
      { where: 'figures.csv department:tax|all|confirmed, value', found: '1' },
    ]);
  });
});

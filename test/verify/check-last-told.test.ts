import { describe, expect, it } from 'vitest';
import { checkLastTold } from '../../src/verify/check-last-told.ts';

/* What is repeated of an earlier release is what that release told, of what is withheld now. */

const columns = 'subject_kind,subject_id,period,measure,question_id,count,base,value,low,high';
const repeated = columns.replace('question_id', 'question_id,answer_id');
const rate = 'department,tax,all,positive_rate,overall';
const answers =
  'question_id,subject_kind,subject_id,period,answer_id,answer_zh,count,base,share,low,high,status';
const answer = 'overall,department,tax,all,bad,"不好，很差"';
const line = (...cells: readonly string[]) => cells.join(',');

const site: Readonly<Record<string, string>> = {
  'data/latest/last_told.csv': `${repeated},release,published_on\r\n${[
    line(rate, ',45,50,0.9,0.786,0.957', '1,2026-01-10'),
    line('department,tax,all,,overall,bad', '5,50,0.1,0.043,0.214', '1,2026-01-10'),
  ].join('\r\n')}\r\n`,
  'data/latest/answers.csv': `${answers}\r\n${line(answer, ',50,,,', 'withheld')}\r\n`,
  'data/releases/1/answers.csv': `${answers}\r\n${line(answer, '5,50,0.1,0.043,0.214', 'shown')}\r\n`,
  'data/latest/figures.csv': `${columns},status\r\n${line(rate, ',,,,', 'withheld')}\r\n`,
  'data/latest/releases.csv': 'release,published_on\r\n1,2026-01-10\r\n2,2026-04-10\r\n',
  // Its columns are those of its day.
  'data/releases/1/figures.csv': `${columns},status,later_given_up\r\n${line(rate, '45,50,0.9,0.786,0.957', 'shown,x')}\r\n`,
};

/** What is found once a file has other content. */
async function foundWith(file = '', change = (text: string): string | null => text): Promise<string[]> {
  const changed = new Map(Object.entries(site));
  if (file !== '') {
    const after = change(site[file] ?? '');
    expect(after).not.toBe(site[file]);
    if (after === null) changed.delete(file);
    else changed.set(file, after);
  }
  const differences = await checkLastTold({
    names: [...changed.keys()],
    read: async (name) => new TextEncoder().encode(changed.get(name)),
  });
  const names = /^last_told\.csv department\|tax\|all\|(?:positive_rate\|overall\||\|overall\|(bad)), /;
  return differences.map(
    ({ where, expected, found }) =>
      `${where.replace(names, (_, one = '') => one && `${one}, `)}: ${expected}, not ${found}`,
  );
}

describe('checkLastTold', () => {
  it('finds nothing where each row is what its release told', async () => {
    expect(await foundWith()).toEqual([]);
  });

  it('finds nothing in a site that has no such table, or no row in it', async () => {
    expect(await foundWith('data/latest/last_told.csv', () => null)).toEqual([]);
    expect(await foundWith('data/latest/last_told.csv', (text) => text.split('\r\n')[0] ?? '')).toEqual([]);
  });

  it.each([
    ['last_told', '45,50,0.9,', '46,50,0.92,', ['count: 45, not 46', 'value: 0.9, not 0.92']],
    ['last_told', '5,50,0.1,', '6,50,0.12,', ['bad, count: 5, not 6', 'bad, value: 0.1, not 0.12']],
    ['answers', ',50,,,,withheld', '5,50,0.1,,,shown', ['bad, status now: withheld, not shown']],
    ['last_told', '0.957', '', ['high: 0.957, not ']],
    ['last_told', '2026-01-10', '2026-04-10', ['published_on: 2026-01-10, not 2026-04-10']],
    ['last_told', ',1,2026-01-10', ',2,2026-04-10', ['status then: shown, not no such number']],
    ['figures', ',,,,,withheld', '45,50,0.9,0.786,0.957,shown', ['status now: withheld, not shown']],
    ['figures', 'withheld', 'no_cases', ['status now: withheld, not no_cases']],
  ])('finds a row of %s in which “%s” is “%s”', async (table, from, to, found) => {
    expect(await foundWith(`data/latest/${table}.csv`, (text) => text.replace(from, to))).toEqual(found);
  });

  it('finds an answer that no release told', async () => {
    const other = (text: string) => text.replace('overall,bad', 'overall,worse');
    expect(await foundWith('data/latest/last_told.csv', other)).toEqual([
      'last_told.csv department|tax|all||overall|worse, status now: withheld, not no such number',
      'last_told.csv department|tax|all||overall|worse, status then: shown, not no such number',
    ]);
  });

  it('finds a number that the release did not tell either, or of which the release is gone', async () => {
    const then = 'data/releases/1/figures.csv';
    const hidden = (text: string) => text.replace('45,50,0.9,0.786,0.957,shown', ',,,,,withheld');
    expect(await foundWith(then, hidden)).toContain('status then: shown, not withheld');
    expect(await foundWith(then, () => null)).toEqual(['status then: shown, not no such number']);
  });
});

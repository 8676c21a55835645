import { beforeAll, describe, expect, it } from 'vitest';
import { attack } from '../../../src/verify/attack/attack.ts';
import { asFiles, attackedProgramme, textOf, withText, type Site } from './attacked-programme.ts';

/* The auditor finds nothing in what we publish, and finds each way in which it could be broken. */

let site: Site;

beforeAll(async () => {
  site = await attackedProgramme();
});

type Cells = Readonly<Record<string, string>>;

/** The site with some cells of the rows that hold all of some others changed. */
function broken(file: string, row: Cells, cells: Cells, to: Site = site): Site {
  const name = `data/${file}.csv`;
  const [head = '', ...lines] = textOf(to, name).split('\r\n');
  const names = head.split(',');
  let changed = 0;
  const edited = lines.map((line) => {
    const own = line.split(',');
    if (!Object.entries(row).every(([column, text]) => own[names.indexOf(column)] === text)) return line;
    changed += 1;
    for (const [column, text] of Object.entries(cells)) own[names.indexOf(column)] = text;
    return own.join(',');
  });
  if (changed === 0) throw new Error(`no such row in ${file}: ${JSON.stringify(row)}`);
  return withText(to, name, [head, ...edited].join('\r\n'));
}

const found = async (of: Site) =>
  (await attack(asFiles(of))).leaks.map(({ code, where, found: what }) => `${code} ${where}: ${what}`);

const of = (subject_id: string, measure: string, question_id = '') => ({
  subject_id,
  period: 'all',
  measure,
  question_id,
});
const shown = (count: number) => ({ count: String(count), value: String(count), status: 'shown' });

describe('attack', () => {
  it('learns nothing from two releases as they were published', async () => {
    const result = await attack(asFiles(site));
    expect(result).toMatchObject({ states: 2, unasked: 0, leaks: [] });
    expect(result.groups).toBeGreaterThan(300);
  });

  it('learns nothing from a way back: the earlier release stands again, and nobody has left', async () => {
    const tables = (to: string, from: string) =>
      [...site].flatMap(([file, bytes]) =>
        new RegExp(`^${from}/[^/]*.csv$`).test(file) ? [[to + file.slice(from.length), bytes] as const] : [],
      );
    const back = new Map([
      ...tables('data/releases/1', 'data/releases/1'),
      ...tables('data/releases/2', 'data/latest'),
      ...tables('data/latest', 'data/releases/1'),
    ]);
    const releases = 'release,rolled_back\r\n1,\r\n2,\r\n3,1\r\n';
    const result = await attack(asFiles(withText(back, 'data/latest/releases.csv', releases)));
    expect(result).toMatchObject({ states: 2, leaks: [] });
  });

  it('learns nothing where there is no survey', async () => {
    expect(await attack({ names: [], read: async () => new Uint8Array() })).toEqual({
      states: 0,
      groups: 0,
      unasked: 0,
      leaks: [],
    });
  });

  it('finds the small unit whose complement is printed', async () => {
    expect(await found(broken('latest/figures', of('hrss', 'responses'), shown(12)))).toEqual(
      expect.arrayContaining(['worked-out responses department:police|all: 0–3']),
    );
  });

  it('finds a withheld count in an exact total of one question, and how many gave each answer', async () => {
    const total = broken('latest/figures', of('hrss', 'answered', 'overall'), shown(12));
    expect(await found(total)).toEqual(
      expect.arrayContaining([
        'withheld-and-told figures.csv department:hrss|all overall answered count: 12',
        'worked-out overall department:police|all: 0–3',
      ]),
    );
  });

  it('finds “<10” in the place of a number, and what it says', async () => {
    const row = { question_id: 'overall', subject_id: 'police', period: 'all', answer_id: 'very_satisfied' };
    expect(await found(broken('latest/answers', row, { count: '<10' }))).toContain(
      'withheld-and-told answers.csv department:police|all overall very_satisfied count: <10',
    );
    expect(
      await found(broken('latest/figures', of('police', 'responses'), { count: '<10', status: 'shown' })),
    ).toEqual(
      expect.arrayContaining([
        'withheld-and-told figures.csv department:police|all responses count: <10',
        'worked-out responses department:police|all: 1–9',
      ]),
    );
  });

  it('finds a small group that is printed', async () => {
    expect(await found(broken('latest/figures', of('police', 'responses'), shown(3)))).toContain(
      'small-and-told responses department:police|all: 3',
    );
  });

  it('finds the count behind a percentage with its n', async () => {
    const cells = { value: '0.05', status: 'shown' };
    expect(await found(broken('latest/figures', of('health', 'negative_rate', 'overall'), cells))).toEqual(
      expect.arrayContaining([
        'withheld-and-told figures.csv department:health|all overall negative_rate value: 0.05',
        'worked-out overall department:health|all |negative: 1',
      ]),
    );
  });

  it('finds the sum behind a mean, and with the rate beside it nearly the counts', async () => {
    const cells = { value: '4.85', status: 'shown' };
    const positive = { count: '19', value: '0.95', status: 'shown' };
    const mean = broken('latest/figures', of('health', 'mean_score', 'overall'), cells);
    const both = broken('latest/figures', of('health', 'top_two_rate', 'overall'), positive, mean);
    expect(await found(both)).toEqual(
      expect.arrayContaining([
        'withheld-and-told figures.csv department:health|all overall mean_score value: 4.85',
        'worked-out overall department:health|all very_satisfied: 18–19',
      ]),
    );
  });

  it('finds the count and the base behind an interval that stands alone', async () => {
    const cells = { low: '0.438494', high: '1', status: 'shown' };
    expect(await found(broken('latest/figures', of('police', 'positive_rate', 'overall'), cells))).toEqual(
      expect.arrayContaining([
        'withheld-and-told figures.csv department:police|all overall positive_rate low: 0.438494',
        'small-and-told overall department:police|all: 3',
      ]),
    );
  });

  it('finds one answer that was added to a closed period between releases', async () => {
    const row = { subject_id: 'online', period: '2025-Q1', measure: 'responses' };
    const leaks = await found(broken('latest/figures', row, { count: '65', value: '65' }));
    expect(leaks).toContain('between-releases responses channel:online|2025-Q1, release 1 → now: 1');
  });

  it('finds one who came to a department with the second release', async () => {
    const before = broken('releases/1/figures', of('tax', 'responses'), { count: '693', value: '693' });
    expect(await found(before)).toContain(
      'between-releases responses department:tax|all, release 1 → now: 1',
    );
  });

  it('finds a change against a period that is withheld', async () => {
    const rate = {
      period: '2025-Q1',
      measure: 'positive_rate',
      subject_kind: 'programme',
      question_id: 'overall',
    };
    const blank = { count: '', base: '', value: '', low: '', high: '', status: 'withheld' };
    expect(await found(broken('latest/figures', rate, blank))).toContainEqual(
      expect.stringMatching(
        /^withheld-and-told figures.csv programme:all\|2025-Q2 overall positive_rate_on_previous/,
      ),
    );
  });

  it('finds the row of a withheld unit that was left out, for then nobody is there', async () => {
    const name = 'data/latest/figures.csv';
    const rows = textOf(site, name)
      .split('\r\n')
      .filter((row) => !row.startsWith('department,police,all,responses'));
    const without = withText(site, name, rows.join('\r\n'));
    expect(await found(broken('latest/figures', of('hrss', 'responses'), shown(12), without))).not.toEqual(
      [],
    );
  });

  it('finds what another form or a page tells', async () => {
    const page = '<p><data value="3" data-figure="department:police|all|responses">3</data></p>';
    expect(await found(withText(site, 'departments/police/index.html', page))).toContain(
      'told-elsewhere departments/police/index.html, department:police|all|responses: data-figure="department:police|all|responses"',
    );
    const name = 'data/latest/answers.json';
    const json = textOf(site, name).replace(/("subject_id":"police".*?"count":)null/, '$13');
    expect(await found(withText(site, name, json))).toContainEqual(
      expect.stringMatching(/^told-elsewhere data\/latest\/answers.json, answers: .*police/),
    );
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DropChanges, FindingChangeKind } from '../../../src/model/drop-changes.ts';
import { changesNothing } from '../../../src/model/drop-changes.ts';
import { whatChanges } from '../../../src/pipeline/what-changes/what-changes.ts';
import { settingsText, writeProgramme, runFolder, type Files } from '../small-programme.ts';

/* Two states of one small programme, and everything that lies between them. */

const finding = (
  id: string,
  changes: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> => ({
  finding_id: id,
  kind: 'problem',
  found_on: '2025-05-05',
  title_zh: `“${id}”排队\r\n太久`,
  department: '公安局',
  severity: 'ordinary',
  ...changes,
});

const columns = ['finding_id', 'kind', 'found_on', 'title_zh', 'department', 'severity'];

const findingsFile = (findings: readonly Readonly<Record<string, string>>[]) =>
  [
    columns.join(','),
    ...findings.map((row) => columns.map((name) => `"${(row[name] ?? '').replaceAll('"', '""')}"`).join(',')),
    '',
  ].join('\n');

const eventsFile = (events: readonly string[]) => ['finding_id,event,on,by,reason', ...events, ''].join('\n');

const survey = (positive: number, negative: number) => {
  const rows = Array.from({ length: positive + negative }, (_, place) =>
    [`R${place}`, '2025-03-06', '公安局', place < positive ? '满意' : '不满意'].join(','),
  );
  return ['response_id,submitted_on,department,overall', ...rows, ''].join('\n');
};

const questions = {
  'lookup/questions.csv': 'id,survey,kind,name_zh,name_en\noverall,a,grade,总的来说满意吗？,All in all?\n',
};

const before: Files = {
  ...questions,
  'programme.yaml': settingsText({ cutoff: '2025-06-10' }),
  'drops/1-findings.csv': findingsFile(['A1', 'A2', 'A3', 'A4', 'A5'].map((id) => finding(id))),
  'drops/1-events.csv': eventsFile([
    ...['A1', 'A2', 'A3', 'A4'].map((id) => `${id},sent,2025-05-20,office,`),
    'A1,claimed,2025-05-22,department,',
    'A4,claimed,2025-05-23,department,',
  ]),
  'drops/1-survey.csv': survey(40, 2),
};

const after: Files = {
  ...questions,
  'programme.yaml': settingsText({ cutoff: '2025-06-30' }),
  'drops/1-findings.csv': findingsFile([
    ...['A1', 'A3', 'A4'].map((id) => finding(id)),
    finding('A2', { department: '税务局' }),
    finding('B1', { title_zh: '=HYPERLINK' }),
    finding('B2', { kind: 'commendation', severity: '' }),
  ]),
  'drops/1-events.csv': eventsFile([
    ...['A1', 'A2', 'A3', 'A4', 'B1'].map((id) => `${id},sent,2025-05-20,office,`),
    'A1,claimed,2025-05-22,department,',
    'A1,confirmed,2025-06-12,officer,',
    'A3,refused,2025-06-13,department,cost',
    'A4,claimed,2025-05-24,department,',
    'A4,reopened,2025-06-14,officer,',
    'A4,claimed,2025-06-16,department,',
  ]),
  'drops/1-survey.csv': survey(40, 30),
};

const folders: string[] = [];
let changes: DropChanges;
let live: string;
let candidate: string;

async function tablesOf(files: Files): Promise<string> {
  const folder = await writeProgramme({ ...files });
  folders.push(folder);
  const { outcome } = await runFolder(folder);
  expect(outcome.published, JSON.stringify(outcome.problems.slice(0, 3))).toBe(true);
  return join(folder, 'tables', 'latest');
}

const idsOf = (kind: FindingChangeKind) => changes.findings[kind].first.map(({ finding_id }) => finding_id);

beforeAll(async () => {
  live = await tablesOf(before);
  candidate = await tablesOf({
    ...after,
    'programme.yaml': settingsText({ cutoff: '2025-06-30', tolerate: '[formula-in-cell]' }),
  });
  const of = { kind: 'site', site: 'dist', cutoff: '2025-06-10' } as const;
  changes = await whatChanges({ live: of, folder: live }, candidate, 10);
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describe('what a drop changes', () => {
  it('tells of the findings that are new, that vanish, and how far the others have come', () => {
    expect(idsOf('new')).toEqual(['B1', 'B2']);
    expect(idsOf('vanished')).toEqual(['A5']);
    expect(idsOf('confirmed')).toEqual(['A1']);
    expect(idsOf('refused')).toEqual(['A3']);
    expect(idsOf('withdrawn')).toEqual([]);
    expect(idsOf('overdue')).toEqual(['B1']);
  });

  it('tells that a finding was sent back although it is said fixed again', () => {
    expect(idsOf('reopened')).toEqual(['A4']);
    expect(idsOf('claimed')).toEqual([]);
  });

  it('names what is corrected, the day of a step too', () => {
    expect(changes.findings.corrected.first.map(({ finding_id, fields }) => [finding_id, fields])).toEqual([
      ['A2', [{ column: 'department_id', before: 'police', after: 'tax' }]],
      ['A4', [{ column: 'claimed', before: '2025-05-23', after: '2025-05-24' }]],
    ]);
  });

  it('shows title and department as the new state has them, and a text that looks like a formula as it was written', () => {
    const [first] = changes.findings.new.first;
    expect(first?.title['zh']).toBe('=HYPERLINK');
    expect(first?.department).toEqual({ zh: '公安局', en: 'Police Bureau' });
    expect(changes.findings.vanished.first[0]?.title['zh']).toBe('“A5”排队\r\n太久');
  });

  it('counts responses and the answers to each question', () => {
    expect(changes.responses).toEqual({ before: 42, after: 70 });
    expect(changes.questions).toEqual([
      {
        question_id: 'overall',
        text: { zh: '总的来说满意吗？', en: 'All in all?' },
        before: 42,
        after: 70,
      },
    ]);
  });

  it('names the figures that swing out of their interval', () => {
    const rate = changes.swings.first.find(
      ({ measure, subject_kind }) => measure === 'positive_rate' && subject_kind === 'department',
    );
    expect(rate).toMatchObject({
      subject: { zh: '公安局', en: 'Police Bureau' },
      question_id: 'overall',
    });
    expect(rate?.before).toBeCloseTo(40 / 42, 6);
    expect(rate?.after).toBeCloseTo(40 / 70, 6);
    expect(rate?.after).toBeLessThan(rate?.low ?? 0);
  });

  it('names those that leave it by less, and none that stay within', async () => {
    const more = await tablesOf({ ...before, 'drops/1-survey.csv': survey(400, 20) });
    const worse = await tablesOf({ ...before, 'drops/1-survey.csv': survey(400, 55) });
    const little = await whatChanges(
      { live: { kind: 'site', site: '', cutoff: '' }, folder: more },
      worse,
      99,
    );
    const ofEveryone = ({ first }: DropChanges['moved']) =>
      first.filter(({ subject_kind }) => subject_kind === 'programme').map(({ measure }) => measure);
    expect(ofEveryone(little.moved)).toEqual(expect.arrayContaining(['positive_rate', 'negative_rate']));
    expect(ofEveryone(little.swings)).toEqual([]);
    const alike = await whatChanges({ live: { kind: 'site', site: '', cutoff: '' }, folder: live }, more, 99);
    expect(ofEveryone(alike.moved)).not.toContain('positive_rate');
    expect(ofEveryone(alike.swings)).toEqual(expect.arrayContaining(['responses', 'answered']));
  });

  it('lists so many and counts all', async () => {
    const short = await whatChanges(
      { live: { kind: 'site', site: '', cutoff: '' }, folder: live },
      candidate,
      1,
    );
    expect(short.findings.new.count).toBe(2);
    expect(short.findings.new.first).toHaveLength(1);
    expect(short.swings.count).toBe(changes.swings.count);
  });

  it('is nothing where both states are the same', async () => {
    const same = await whatChanges({ live: { kind: 'site', site: '', cutoff: '' }, folder: live }, live, 10);
    expect(changesNothing(same)).toBe(true);
    expect(changesNothing(changes)).toBe(false);
  });

  it('has everything for new where nothing was public before', async () => {
    const first = await whatChanges(null, candidate, 10);
    expect(first.live).toBeNull();
    expect(first.findings.new.count).toBe(6);
    expect(first.findings.confirmed.count).toBe(1);
    expect(first.findings.corrected.count).toBe(0);
    expect(first.swings.count + first.moved.count).toBe(0);
    expect(first.responses).toEqual({ before: null, after: 70 });
  });

  it('takes a column that an older release lacks for blank', async () => {
    const old = await mkdtemp(join(tmpdir(), 'zhaocha-old-'));
    folders.push(old);
    await writeFile(join(old, 'findings.csv'), 'finding_id,status\r\nA1,claimed\r\n');
    const { findings } = await whatChanges(
      { live: { kind: 'site', site: '', cutoff: '' }, folder: old },
      candidate,
      10,
    );
    expect(findings.confirmed.first.map(({ finding_id }) => finding_id)).toEqual(['A1']);
    expect(findings.corrected.count).toBe(0);
    expect(findings.new.count).toBe(5);
  });
});

describe('the cells of the survey', () => {
  it('are told where they will be withheld, and where they come to light', async () => {
    const few = await tablesOf({ ...before, 'drops/1-survey.csv': survey(3, 0) });
    const state = { kind: 'site', site: '', cutoff: '' } as const;
    const hidden = await whatChanges({ live: state, folder: live }, few, 100);
    const police = {
      subject_kind: 'department',
      subject_id: 'police',
      period: 'all',
      questions: ['overall'],
    };
    expect(hidden.withheld.first).toContainEqual(expect.objectContaining(police));
    expect(hidden.shown.count).toBe(0);
    const back = await whatChanges({ live: state, folder: few }, live, 100);
    expect(back.shown.first).toContainEqual(expect.objectContaining(police));
    expect(back.withheld.count).toBe(0);
  });
});

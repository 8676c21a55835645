import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Meanings, PublishedText, ToldSurvey } from '../../../src/model/earlier-survey.ts';
import { lastTold, type ToldNow } from '../../../src/pipeline/publish/last-told.ts';
import { recordRelease } from '../releases/record-release.ts';
import { runFolder, settingsText, writeProgramme, type Result } from '../small-programme.ts';

/* What an earlier release told of what is withheld now stands beside it, dated; and nothing else does. */

const rules = (base: number, answer = 5, small = 30): PublishedText[] =>
  Object.entries({
    smallest_published_base: base,
    smallest_published_answer: answer,
    small_unit_base: small,
  }).map(([rule, value]) => ({ rule, value: String(value) }));

const meanings: Meanings = {
  questions: [{ question_id: 'overall', survey: 's', kind: 'grade', text_zh: '满意吗', place: '1' }],
  departments: [
    { department_id: 'tax', name_zh: '税务局', pinyin: 'shui', successor_id: '' },
    { department_id: 'police', name_zh: '公安局', pinyin: 'gong', successor_id: '' },
  ],
  halls: [{ hall_id: 'north', name_zh: '北区大厅' }],
  services: [{ service_id: 'invoice', name_zh: '开发票', department_id: 'tax' }],
  rules: rules(10),
};

const answers = ['非常满意', '不满意'].map((answer_zh, place): PublishedText => ({
  subject_kind: 'programme',
  subject_id: 'all',
  period: 'all',
  question_id: 'overall',
  answer_id: String(place + 1),
  answer_zh,
  place: String(place + 1),
  count: '30',
}));

const rate = (value: string, subject = 'department:tax'): PublishedText => {
  const [subject_kind = '', subject_id = ''] = subject.split(':');
  const heading = {
    subject_kind,
    subject_id,
    period: 'all',
    measure: 'positive_rate',
    question_id: 'overall',
  };
  const told = { count: '45', base: '50', value, low: '0.7', high: '0.98', status: 'shown' };
  return value === ''
    ? { ...heading, count: '', base: '', value, low: '', high: '', status: 'withheld' }
    : { ...heading, ...told };
};

const release = (
  number: number,
  figures: readonly PublishedText[],
  more: Partial<ToldSurvey> = {},
): ToldSurvey => ({
  release: number,
  published_on: `2026-0${number}-10`,
  periods: ['2025-Q4'],
  drops: [],
  answers,
  figures,
  meanings,
  ...more,
});

/** This release: it withholds the rate of the tax bureau. */
const now = (more: Partial<ToldNow> = {}): ToldNow => ({
  figures: [rate('')] as unknown as ToldNow['figures'],
  answers,
  meanings,
  corrected: [],
  releases: [],
  ...more,
});

const heard = (told: readonly ToldSurvey[], at = now()) =>
  lastTold(told, at).map((row) => `${row['release']} ${row['published_on']} ${row['value']}`);

describe('what was told before of what is withheld now', () => {
  it('is repeated with the release, its day, and all numbers that it gave', () => {
    expect(lastTold([release(1, [rate('0.9')])], now())).toEqual([
      {
        subject_kind: 'department',
        subject_id: 'tax',
        period: 'all',
        measure: 'positive_rate',
        question_id: 'overall',
        answer_id: '',
        count: 45,
        base: 50,
        value: 0.9,
        low: 0.7,
        high: 0.98,
        release: '1',
        published_on: '2026-01-10',
      },
    ]);
  });

  it('is the share of a single answer, too, though the rates of its question are told', () => {
    const given = (status: string, numbers: PublishedText): PublishedText => ({
      ...answers[0],
      subject_kind: 'department',
      subject_id: 'tax',
      ...numbers,
      status,
    });
    const then = given('shown', { count: '12', base: '50', share: '0.24', low: '0.14', high: '0.37' });
    const hidden = given('withheld', { count: '', base: '50', share: '', low: '', high: '' });
    const told = [release(1, [rate('0.9')], { answers: [...answers, then] })];
    const figures = [rate('0.91')] as unknown as ToldNow['figures'];
    expect(lastTold(told, now({ figures, answers: [...answers, hidden] }))).toEqual([
      {
        subject_kind: 'department',
        subject_id: 'tax',
        period: 'all',
        measure: '',
        question_id: 'overall',
        answer_id: '1',
        count: 12,
        base: 50,
        value: 0.24,
        low: 0.14,
        high: 0.37,
        release: '1',
        published_on: '2026-01-10',
      },
    ]);
    expect(lastTold(told, now({ figures, answers: [...answers, then] }))).toEqual([]);
  });

  it('is what the last release said that told it, though later ones withheld it', () => {
    const told = [release(1, [rate('0.9')]), release(2, [rate('0.92')]), release(3, [rate('')])];
    expect(heard(told)).toEqual(['2 2026-02-10 0.92']);
  });

  it('is nothing where this release tells the number itself, or has no such number', () => {
    const told = [release(1, [rate('0.9'), rate('0.8', 'department:police')])];
    const figures = [rate('0.91')] as unknown as ToldNow['figures'];
    expect(heard(told, now({ figures }))).toEqual([]);
  });

  it('is nothing where there has been no release, or none that told it', () => {
    expect(heard([])).toEqual([]);
    expect(heard([release(1, [rate('')])])).toEqual([]);
  });
});

const changed = (table: keyof Meanings, change: Readonly<Record<string, string>>): Meanings => ({
  ...meanings,
  [table]: meanings[table].map((row, place) => (place === 0 ? { ...row, ...change } : row)),
});

describe('what is public and yet not repeated', () => {
  const told = [release(1, [rate('0.9')]), release(2, [rate('0.92')])];

  it('is what was taken back: the release before it speaks again', () => {
    const releases = [
      { release: 1, rolled_back: null },
      { release: 2, rolled_back: null },
      { release: 3, rolled_back: 1 },
    ];
    expect(heard(told, now({ releases }))).toEqual(['1 2026-01-10 0.9']);
  });

  it.each([
    ['the smallest base', rules(9)],
    ['the smallest answer', rules(10, 4)],
    ['what a small unit is', rules(10, 5, 29)],
    ['a rule that it did not have', rules(10).slice(1)],
  ])('is what was told by lower rules than today’s: %s', (_, then) => {
    const lower = release(2, [rate('0.92')], { meanings: { ...meanings, rules: then } });
    expect(heard([lower])).toEqual([]);
    expect(heard([release(1, [rate('0.9')]), lower])).toEqual(['1 2026-01-10 0.9']);
  });

  it('is what counted a period that is corrected now, whatever the correction touched', () => {
    expect(heard(told, now({ corrected: ['2025-Q4'] }))).toEqual([]);
    expect(heard(told, now({ corrected: ['2026-Q1'] }))).toEqual(['2 2026-02-10 0.92']);
  });

  it.each([
    ['a question in other words', changed('questions', { text_zh: '很满意吗' })],
    ['a question of another kind', changed('questions', { kind: 'score' })],
    ['a unit of another name', changed('departments', { name_zh: '国税局' })],
    ['a unit that was merged', changed('departments', { until: '2026-01-01', successor_id: 'police' })],
    [
      'a unit that another was merged into',
      {
        ...meanings,
        departments: meanings.departments.map((row) =>
          row['department_id'] === 'police' ? { ...row, successor_id: 'tax' } : row,
        ),
      },
    ],
  ])('is a number of %s', (_, after) => {
    const before = { ...meanings, departments: meanings.departments.map((row) => ({ until: '', ...row })) };
    expect(heard([release(1, [rate('0.9')], { meanings: before })], now({ meanings: after }))).toEqual([]);
  });

  it.each([
    ['has another answer', [...answers, { ...answers[0], answer_id: '3', place: '3' }]],
    ['calls an answer otherwise', answers.map((row) => ({ ...row, answer_zh: `${row['answer_zh']}！` }))],
    ['has its answers in another order', answers.toReversed()],
  ])('is a number of a question that %s', (_, other) => {
    expect(heard(told, now({ answers: other as ToldNow['answers'] }))).toEqual([]);
  });

  it('is a number of a service that has gone to another department, or of where such a unit meets another', () => {
    const figures = [rate('', 'service:invoice'), rate('', 'service_hall:invoice+north')];
    const at = (after: Meanings) =>
      now({ figures: figures as unknown as ToldNow['figures'], meanings: after });
    const both = [release(1, [rate('0.9', 'service:invoice'), rate('0.8', 'service_hall:invoice+north')])];
    expect(heard(both, at(meanings))).toEqual(['1 2026-01-10 0.9', '1 2026-01-10 0.8']);
    expect(heard(both, at(changed('services', { department_id: 'police' })))).toEqual([]);
    expect(heard(both, at(changed('halls', { name_zh: '南区大厅' })))).toEqual(['1 2026-01-10 0.9']);
  });

  const asked = (question: Readonly<Record<string, string>>) => changed('questions', question);

  it('is not a single choice of which is said since on which side its answers count', () => {
    const before = [release(1, [rate('0.9')], { meanings: asked({ kind: 'single' }) })];
    const sides = { kind: 'scale', favourable: '1', unfavourable: '1' };
    expect(heard(before, now({ meanings: asked(sides) }))).toEqual(['1 2026-01-10 0.9']);
  });

  it('is a number of a scale of which more answers count as good since', () => {
    const sides = { kind: 'scale', favourable: '1', unfavourable: '1' };
    const before = [release(1, [rate('0.9')], { meanings: asked(sides) })];
    expect(heard(before, now({ meanings: asked({ ...sides, favourable: '2' }) }))).toEqual([]);
  });

  it('is not what is only sorted otherwise, counted anew or told in a further language', () => {
    const after = {
      ...changed('departments', { pinyin: 'shuiwu', name_en: 'Tax Bureau' }),
      questions: [{ ...meanings.questions[0], place: '7', text_en: 'How satisfied' }],
    };
    const more = answers.map((row) => ({ ...row, count: '99', answer_en: 'Satisfied' }));
    expect(heard(told, now({ meanings: after as Meanings, answers: more }))).toEqual(['2 2026-02-10 0.92']);
  });
});

let last = 0;

/** A drop with so many answers of departments on a day. */
function drop(day: string, people: Readonly<Record<string, number>>): string {
  const rows = Object.entries(people).flatMap(([department, count]) =>
    Array.from({ length: count }, () => {
      last += 1;
      return `R${last},${day},${department},满意\n`;
    }),
  );
  return `response_id,submitted_on,department,overall\n${rows.join('')}`;
}

describe('a programme with two releases', () => {
  const settings = (cutoff: string, thresholds = '{ days_before_survey_closes: 0 }') =>
    settingsText({ cutoff, thresholds });

  /** The rows of the survey's question in a table of departments. */
  const rowsOf = async (result: Result, table: 'figures' | 'answers' | 'last_told') =>
    (await result.rows(table)).filter(
      (row) => row['subject_kind'] === 'department' && row['question_id'] === 'overall',
    );

  /** The programme after its first release: three people have come to the tax bureau, who with what it told would be known. */
  async function afterRelease(programme: string): Promise<Result> {
    const folder = await writeProgramme({
      'programme.yaml': settings('2025-03-31'),
      'lookup/questions.csv': 'id,survey,kind,name_zh,name_en\noverall,s,grade,满意吗,How satisfied\n',
      'drops/1.csv': drop('2025-02-03', { tax: 40, police: 60 }),
    });
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    expect(await (await runFolder(folder)).rows('last_told')).toEqual([]);
    await recordRelease(folder, '2025-04-20');
    await writeFile(join(folder, 'programme.yaml'), programme);
    await writeFile(join(folder, 'drops', '2.csv'), drop('2025-05-03', { tax: 3, police: 60 }));
    return runFolder(folder);
  }

  it('repeats just what is withheld now and was told then, and goes on to when that is released as well', async () => {
    const second = await afterRelease(settings('2025-06-30'));
    const withheld = (await rowsOf(second, 'figures'))
      .filter(({ status }) => status === 'withheld')
      .map(({ subject_id, measure }) => `${subject_id} ${measure}`);
    expect(withheld).toContain('tax positive_rate');
    const repeated = await rowsOf(second, 'last_told');
    const figures = repeated.filter(({ answer_id }) => answer_id === '');
    expect(figures.map(({ subject_id, measure }) => `${subject_id} ${measure}`)).toEqual(withheld);
    const answers = repeated.filter(({ answer_id }) => answer_id !== '');
    const hidden = (await rowsOf(second, 'answers')).filter(({ status }) => status === 'withheld');
    expect(answers.map(({ subject_id, answer_id }) => `${subject_id} ${answer_id}`)).toEqual(
      hidden.map(({ subject_id, answer_id }) => `${subject_id} ${answer_id}`),
    );
    expect(answers).toContainEqual(
      expect.objectContaining({ subject_id: 'tax', measure: '', count: '40', base: '40', value: '1' }),
    );
    expect(repeated).toContainEqual(
      expect.objectContaining({
        subject_id: 'tax',
        measure: 'answered',
        count: '40',
        release: '1',
        published_on: '2025-04-20',
      }),
    );
    await recordRelease(second.folder, '2025-07-20');
    expect(await rowsOf(await second.again(), 'last_told')).toEqual(repeated);
  });

  it('repeats nothing that was told by rules that have been raised since', async () => {
    const raised = '{ days_before_survey_closes: 0, smallest_published_base: 12 }';
    const second = await afterRelease(settings('2025-06-30', raised));
    expect((await rowsOf(second, 'figures')).some(({ status }) => status === 'withheld')).toBe(true);
    expect(await second.rows('last_told')).toEqual([]);
  });
});

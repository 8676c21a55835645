import { beforeAll, describe, expect, it } from 'vitest';
import type { FigureRow } from '../../../src/site/figures/figures.ts';
import type { lastToldMarkup as Markup } from '../../../src/site/markup/last-told-markup.ts';
import type { Answer } from '../../../src/site/survey/answers.ts';
import { writeTables, type TestRow } from '../public-tables.ts';

/* What was last told of withheld numbers, as it stands beside the mark. */

const of = (measure: string, subject_id = 'tax'): TestRow => ({
  subject_kind: 'department',
  subject_id,
  period: 'all',
  measure,
  question_id: 'overall',
});
const first = { release: 1, published_on: '2026-04-10' };
const second = { release: 2, published_on: '2026-07-10' };

const rows: readonly TestRow[] = [
  { ...of('answered'), count: 210, value: 210, ...first },
  { ...of('positive_rate'), count: 193, base: 210, value: 0.919, low: 0.8745, high: 0.9488, ...first },
  { ...of('mean_score'), base: 210, value: 4.52, low: 4.41, high: 4.63, ...first },
  { ...of('answered', 'police'), count: 40, value: 40, ...second },
  {
    ...of('', 'hrss'),
    answer_id: 'good',
    count: 191,
    base: 210,
    value: 0.909,
    low: 0.8625,
    high: 0.9411,
    ...first,
  },
  {
    ...of('', 'hrss'),
    answer_id: 'bad',
    count: 19,
    base: 210,
    value: 0.091,
    low: 0.0625,
    high: 0.1423,
    ...first,
  },
  { ...of('positive_rate', 'police'), count: 30, base: 35, value: 0.857, low: 0.7, high: 0.94, ...first },
];

type Asked = readonly (readonly [measure: string, name?: string, subject?: string])[];
let lastToldMarkup: typeof Markup;
let told: (asked: Asked, language?: string) => string;
let html: (asked: Asked, language?: string) => string;

/** What of some markup is seen. */
const plain = (markup: string) =>
  markup
    .replaceAll(/<span class="vh">.*?<\/span>/g, '')
    .replaceAll('</p>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .trim();

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({ last_told: rows });
  ({ lastToldMarkup } = await import('../../../src/site/markup/last-told-markup.ts'));
  html = (asked, language = 'en') =>
    lastToldMarkup(
      asked.map(([measure, name = '', subject = 'tax']) => ({
        figure: { ...of(measure, subject), status: 'withheld' } as unknown as FigureRow,
        name,
      })),
      language,
    );
  told = (...given) => plain(html(...given));
});

describe('what was last told', () => {
  it('is a sentence with the release, its day, the number with its range, and of how many people', () => {
    expect(told([['positive_rate']])).toBe('Last told in release\u00a01 (2026-04-10): 92% (87–95%), n = 210');
    expect(told([['positive_rate']], 'zh')).toBe('上次公布（第 1 期，2026-04-10）：92%（87–95%），n = 210');
  });

  it('names several numbers of one unit, and says once of how many people', () => {
    const asked: Asked = [
      ['answered', 'Answered'],
      ['positive_rate', 'Positive'],
      ['mean_score', 'Mean'],
    ];
    expect(told(asked)).toBe(
      'Last told in release\u00a01 (2026-04-10): Positive 92% (87–95%), Mean 4.5 (4.4–4.7), n = 210',
    );
  });

  it('is how many answered, where nothing else was told', () => {
    expect(told([['answered', 'Answered']])).toBe('Last told in release\u00a01 (2026-04-10): Answered 210');
  });

  it('is which share gave each answer, and once of how many people', () => {
    const answers = ['good', 'bad'].map((answer_id) => ({
      figure: { ...of('', 'hrss'), answer_id } as unknown as Answer,
      name: answer_id,
    }));
    const markup = lastToldMarkup(answers, 'en');
    expect(plain(markup)).toBe('Last told in release\u00a01 (2026-04-10): good 91%, bad 9%, n = 210');
    expect(markup).toContain('data-cell="last_told:department|hrss|all||overall|bad:value" value="0.091"');
  });

  it('is a sentence for each release, where one told this and another that', () => {
    const asked: Asked = [
      ['answered', 'Answered', 'police'],
      ['positive_rate', 'Positive', 'police'],
    ];
    expect(told(asked).split('\n')).toEqual([
      'Last told in release\u00a02 (2026-07-10): Answered 40',
      'Last told in release\u00a01 (2026-04-10): Positive 86% (70–94%), n = 35',
    ]);
  });

  it('is nothing where no release told it', () => {
    expect(html([['negative_rate'], ['answered', '', 'nobody']])).toBe('');
    expect(html([])).toBe('');
  });

  it('names each number by its cell, and none by a figure of now', () => {
    const markup = html([['positive_rate']]);
    for (const part of ['value', 'low', 'high', 'base'])
      expect(markup).toContain(`data-cell="last_told:department|tax|all|positive_rate|overall|:${part}"`);
    expect(markup).not.toContain('data-figure');
  });

  it('is heard with its range in words', () => {
    expect(html([['positive_rate']]).replaceAll(/<[^>]*>/g, '')).toContain('likely range 87– to 95%');
  });
});

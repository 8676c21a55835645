import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables, type TestRow } from './public-tables.ts';

const everybody = { subject_kind: 'programme', subject_id: 'all', status: 'shown' };
const periods = ['2025-Q1', '2025-Q2'];
const limits = { limits: 'p', centre: 0.7, limit_low: 0.6, limit_high: 0.8, signal: 'none' };

const rate = (question_id: string, more: TestRow): TestRow[] =>
  periods.map((period) => ({
    ...everybody,
    period,
    question_id,
    measure: 'positive_rate',
    count: 70,
    base: 100,
    value: 0.7,
    low: 0.6,
    high: 0.78,
    ...more,
  }));

const found: TestRow[] = periods.map((period) => ({
  ...everybody,
  period,
  measure: 'found',
  count: 3,
  value: 3,
}));

let read: (props: object) => Promise<string>;

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    programme: [
      { field: 'languages', value: 'zh en' },
      { field: 'cutoff', value: '2025-09-30' },
    ],
    periods: periods.map((period) => ({ period, complete: true })),
    figures: [...found, ...rate('few', {}), ...rate('enough', limits)],
    measures: [
      { measure: 'found', kind: 'count', name_zh: '发现', name_en: 'Found' },
      { measure: 'positive_rate', kind: 'rate', name_zh: '好评率', name_en: 'Positive ratings' },
    ],
  });
  const container = await AstroContainer.create();
  const { default: chart } = await import('../../src/site/components/ControlChart.astro');
  read = (props) =>
    container.renderToString(chart, {
      props: { subject: { kind: 'programme', id: 'all' }, language: 'en', ...props },
    });
});

const usual = 'ordinary ups and downs';

describe('a measure from period to period', () => {
  it('says that grey is the usual range where there is one', async () => {
    expect(await read({ measure: 'positive_rate', question: 'enough' })).toContain(
      `Grey is the range of ${usual}`,
    );
  });

  it('says that grey is the range of each rate where there are too few periods for a usual one', async () => {
    const page = await read({ measure: 'positive_rate', question: 'few' });
    expect(page).not.toContain(`Grey is the range of ${usual}`);
    expect(page).toContain('Grey is the likely range of the rate of each period');
    expect(page).toContain('“On previous” is the difference from the period before');
  });

  it('speaks of no grey where a count has none', async () => {
    const page = await read({ measure: 'found' });
    expect(page).not.toMatch(/grey/i);
    expect(page).toContain('“On previous” is the difference from the period before');
  });
});

import { expect, it } from 'vitest';
import { chartOf } from '../../../scripts/bench/chart.ts';
import { tableOf } from '../../../scripts/bench/table.ts';
import { resultOf, workOf } from './results.ts';

const work = workOf({ budgets: [{ step: 'ours', size: 1000, seconds: 50 }] });
const results = [1, 12, 120].flatMap((seconds, place) => [
  resultOf({ seconds, size: 10 ** (place + 1), megabytes: 1500 }),
  resultOf({ step: 'Eleventy', peer: true, seconds: seconds / 2, size: 10 ** (place + 1) }),
]);

it('puts what was measured into one table: sizes, seconds, memory, growth, ratios and budgets, misses plainly', () => {
  expect(tableOf([work], results).split('\n')).toEqual([
    'Measured 2026-11-28 at aaaaaaa on a machine with nothing else to do: 2 processors.',
    '',
    '| what | sizes | took | memory at its highest | grows with the power | beside peers | budget |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    '| read | 10 · 100 · 1,000 rows | 1.0 · 12 · 120 s | 1,500 · 1,500 · 1,500 MB | 1.04 | 2.0 × Eleventy | 50 s at 1,000 **missed: 120.0 s at 1,000** |',
  ]);
});

it('folds the stages of what was measured away under it, so that the whole is read first', () => {
  const measured = resultOf({
    ...{ step: 'from nothing', seconds: 9, partNames: { 'tables.ts': 'the tables' } },
    parts: [{ program: 'tables.ts', processorSeconds: 4, megabytes: 10 }],
  });
  const [whole = '', stages = ''] = tableOf([workOf({ what: 'build' })], [measured]).split('<details>');
  expect(whole).toContain('| build: from nothing | 10 rows | 9.0 s |');
  expect(whole).not.toContain('the tables');
  expect(stages).toContain('<summary>Each stage by itself</summary>\n\n| what |');
  expect(stages).toContain('| build: from nothing: the tables | 10 rows | 4.0 s of CPU |');
});

it('says that other programs were at work, and which peer did not come to its end', () => {
  const busy = [resultOf({ others: 1.5 }), resultOf({ step: 'Eleventy', peer: true, ending: 'too large' })];
  const table = tableOf([work], busy);
  expect(table).toContain('other work in 1 of 2 measurements (1.5 processors at most)');
  expect(table).toContain('Eleventy too large at 10');
});

it('tells of a work of many steps the one that grows fastest', () => {
  const many = workOf({ onlyWorst: true });
  const steps = [1, 10, 100].flatMap((size) => [
    resultOf({ step: 'quotes', size, seconds: size }),
    resultOf({ step: 'blanks', size, seconds: Math.sqrt(size) }),
  ]);
  const rows = tableOf([many], steps).split('\n').slice(4);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain('read: quotes');
});

it('draws a line for us and one for each peer, with points where something was measured', () => {
  const chart = chartOf([work], results);
  expect(chart.match(/<polyline/g)).toHaveLength(2);
  expect(chart.match(/<circle/g)).toHaveLength(6);
  expect(chart).toContain('ours, power 1.04');
  expect(chart).toContain('Eleventy, power 1.04, ours takes 2.0 ×');
  expect(chart).toContain('prefers-color-scheme: dark');
  expect(chart).not.toContain('NaN');
});

import { expect, test } from 'vitest';
import { spokenPoint } from '../../../src/site/charts/spoken-point.ts';

const point = { value: null, low: null, high: null, base: null, shown: '', count: '', text: '' };

test('says row, column and shown text in the marks of the language', () => {
  const heard = [
    ['满意及以上', '96%'],
    ['区间', '90–99%'],
  ] as const;
  expect(spokenPoint('2025-Q3', { ...point, heard }, 'zh-CN')).toBe('2025-Q3，满意及以上：96%，区间：90–99%');
  expect(spokenPoint('2025-Q3', { ...point, heard: [['Confirmed', 'None']] }, 'en')).toBe(
    '2025-Q3, Confirmed: None',
  );
});

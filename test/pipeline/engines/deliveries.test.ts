import { describe, expect, it } from 'vitest';
import {
  daysOf,
  placeDeliveries,
  type Arrival,
  type DeliveryRules,
} from '../../../src/pipeline/engines/deliveries.ts';

const period = (name: string, starts_on: string, ends_on: string, survey_closed: boolean) => ({
  period: name,
  starts_on,
  ends_on,
  survey_closes_on: '2025-07-15',
  survey_closed,
});

const rules: DeliveryRules = {
  cutoff: '2025-06-30',
  periods: [
    period('2025-Q1', '2025-01-01', '2025-03-31', true),
    period('2025-Q2', '2025-04-01', '2025-06-30', false),
  ],
  earlier: [],
  corrected: [],
};

const release = { release: 1, periods: ['2025-Q1'], drops: ['warehouse/a'], answers: [], figures: [] };

const arrival = (delivery: string, on: string, responses: number): Arrival => ({ delivery, on, responses });

describe('placeDeliveries', () => {
  it('counts closed periods, names open ones, sets aside what is after the cut-off', () => {
    const placed = placeDeliveries(
      [
        arrival('a', '', 2),
        arrival('a', '2025-02-01', 10),
        arrival('a', '2025-02-02', 5),
        arrival('a', '2025-05-01', 7),
        arrival('a', '2025-07-01', 3),
      ],
      rules,
    );
    expect(placed.placed).toEqual([
      { delivery: 'a', month: '', period: '', block: 'new' },
      { delivery: 'a', month: '2025-02', period: '2025-Q1', block: 'new' },
    ]);
    expect(placed.counted).toBe(17);
    expect(placed.problems.map(({ code, value }) => `${code} ${value}`)).toEqual([
      'period-not-closed 2025-Q2',
    ]);
    expect(placed.drops.map(({ file, account }) => [file, account])).toEqual([
      ['warehouse/a', { read: 27, used: 24, setAside: { 'after-cutoff': 3 } }],
    ]);
  });

  it('tells of responses dated after today, once for a day, where somebody says what day it is', () => {
    const arrivals = [
      arrival('a', '2025-07-15', 3),
      arrival('a', '2025-07-16', 1),
      arrival('b', '2052-02-01', 4),
    ];
    const ahead = (today?: string) =>
      placeDeliveries(arrivals, { ...rules, today }).problems.filter(({ code }) => code === 'after-today');
    expect(ahead('2025-07-15').map(({ file, value, detail }) => [file, value, detail])).toEqual([
      ['warehouse/a', '2025-07-16', '2025-07-15'],
      ['warehouse/b', '2052-02-01 × 4', '2025-07-15'],
    ]);
    expect(ahead()).toEqual([]);
  });

  it('leaves out what came after its period was published, unless the period is corrected', () => {
    const arrivals = [arrival('a', '2025-02-01', 10), arrival('b', '2025-02-01', 4)];
    const late = placeDeliveries(arrivals, { ...rules, earlier: [release] });
    expect(late.placed).toEqual([{ delivery: 'a', month: '2025-02', period: '2025-Q1', block: '1' }]);
    expect(late.problems).toEqual([{ code: 'late-answers', file: 'warehouse/b', value: '4' }]);
    const corrected = placeDeliveries(arrivals, { ...rules, earlier: [release], corrected: ['2025-Q1'] });
    expect(corrected.counted).toBe(14);
  });

  it('gives a delivery another hash when another number of responses came on a day', () => {
    const hash = (responses: number) =>
      placeDeliveries([arrival('a', '2025-02-01', responses)], rules).drops[0]?.sha256;
    expect(hash(10)).toBe(hash(10));
    expect(hash(10)).not.toBe(hash(11));
  });
});

it('tells the first and the last day', () => {
  expect(daysOf([arrival('a', '2025-02-01', 1), arrival('a', '', 1), arrival('b', '2025-01-05', 1)])).toEqual(
    ['2025-01-05', '2025-02-01'],
  );
  expect(daysOf([])).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/model/figure.ts';
import { measures } from '../../../src/model/measure.ts';
import type { ValueRow } from '../../../src/model/query.ts';
import { rules, type RuleName } from '../../../src/model/rule.ts';
import { tallyNames, type Tallies } from '../../../src/model/tally.ts';
import { findingFigures, timeFigures } from '../../../src/pipeline/summarise/findings.ts';
import { subjects, summarise } from '../../../src/pipeline/summarise/summarise.ts';
import { smallSettings } from '../small-settings.ts';
import { fc } from '../../seeded-checks.ts';

const place = { subject_kind: 'department', subject_id: 'tax', period: 'all' };
const smallest = 10;

function figure(figures: readonly Figure[], measure: string): Partial<Figure> {
  const found = figures.find((one) => one.measure === measure);
  if (found === undefined) throw new Error(`no ${measure}`);
  const { count, base, value, low, high, status } = found;
  return { count, base, value, low, high, status };
}

const row: ValueRow = {
  found: 20,
  confirmed: 7,
  claimed: 2,
  in_hand: 3,
  overdue: 4,
  refused: 1,
  transferred: 1,
  duplicate: 1,
  withdrawn: 1,
  reopened: 2,
  ever_reopened: 3,
  sent: 19,
  no_reply: 1,
  late: 2,
  claimed_with_deadline: 8,
  recurrent: 1,
  remedy_one_off: 4,
  remedy_mechanism: 2,
  commendations: 5,
  matured: 12,
  confirmed_in_time: 6,
  oldest_open: 90,
};

describe('findingFigures', () => {
  const figures = findingFigures(place, row, smallest);

  it.each([
    { measure: 'found', expected: { count: 20, base: 20, value: 20 } },
    { measure: 'open', expected: { count: 7, base: 20, value: 7 } },
    { measure: 'ever_claimed', expected: { count: 9, base: 20, value: 9 } },
    { measure: 'no_reply', expected: { count: 1, base: 4 } },
    { measure: 'late', expected: { count: 2, base: 8 } },
    { measure: 'remedy_one_off', expected: { count: 4, base: 6 } },
    { measure: 'remedy_mechanism', expected: { count: 2, base: 6 } },
    { measure: 'commendations', expected: { count: 5, base: null } },
    // Duplicates and withdrawn findings are no part of the base: 7 of 18; Wilson as the formula gives it by hand.
    {
      measure: 'confirmed_rate',
      expected: { count: 7, base: 18, value: 0.388889, low: 0.203052, high: 0.61381 },
    },
    { measure: 'on_time_rate', expected: { count: 6, base: 12, value: 0.5, low: 0.253782, high: 0.746218 } },
    { measure: 'oldest_open', expected: { value: 90 } },
  ])('$measure', ({ measure, expected }) => {
    expect(figure(figures, measure)).toMatchObject({ status: 'shown', ...expected });
  });

  it('gives no rate on a base under the smallest judged, but its count and base', () => {
    const few = findingFigures(place, { ...row, found: 11, matured: 9, confirmed_in_time: 9 }, smallest);
    expect(figure(few, 'confirmed_rate')).toEqual({
      count: 7,
      base: 9,
      value: null,
      low: null,
      high: null,
      status: 'too_few',
    });
    expect(figure(few, 'on_time_rate')).toMatchObject({ count: 9, base: 9, value: null, status: 'too_few' });
  });

  it('says of nothing that there is nothing: counts are zero, rates have no cases', () => {
    const nothing = findingFigures(place, undefined, smallest);
    expect(figure(nothing, 'found')).toMatchObject({ count: 0, value: 0, status: 'shown' });
    expect(figure(nothing, 'confirmed_rate')).toEqual({
      count: 0,
      base: 0,
      value: null,
      low: null,
      high: null,
      status: 'no_cases',
    });
    expect(figure(nothing, 'oldest_open')).toMatchObject({ value: null, status: 'no_cases' });
  });

  it('has a measure declared for each of its figures, once', () => {
    const known = measures.map(({ measure }) => measure);
    const given = figures.map(({ measure }) => measure);
    expect(given.filter((measure) => !known.includes(measure))).toEqual([]);
    expect(given).toEqual([...new Set(given)]);
  });
});

describe('timeFigures', () => {
  const days = (...list: readonly (readonly [day: number, events: number, censored: number])[]): ValueRow[] =>
    list.map(([day, events, censored]) => ({ day, events, censored }));

  it('counts those still waiting as waiting', () => {
    // Ten findings: 4 mended by day 15, 2 more on day 20, 4 still waiting on day 40. S(15) = 0.6, S(20) = 0.4.
    const figures = timeFigures(
      place,
      'confirmed',
      days([0, 1, 0], [10, 3, 0], [20, 2, 0], [40, 0, 4]),
      smallest,
    );
    expect(figure(figures, 'confirmed_within_15')).toMatchObject({ base: 10, value: 0.4, status: 'shown' });
    expect(figure(figures, 'confirmed_within_30')).toMatchObject({ base: 10, value: 0.6, status: 'shown' });
    expect(figure(figures, 'confirmed_within_60')).toMatchObject({
      base: 10,
      value: null,
      status: 'not_estimable',
    });
    expect(figure(figures, 'median_days_to_confirmed')).toMatchObject({
      base: 10,
      value: 20,
      status: 'shown',
    });
  });

  it.each([
    { description: 'no findings', rows: [], expected: { base: 0, value: null, status: 'no_cases' } },
    {
      description: 'nine findings',
      rows: days([3, 9, 0]),
      expected: { base: 9, value: null, status: 'too_few' },
    },
    {
      description: 'ten that were just found',
      rows: days([0, 0, 10]),
      expected: { base: 10, value: null, status: 'not_estimable' },
    },
  ])('gives no value from $description', ({ rows, expected }) => {
    for (const one of timeFigures(place, 'claimed', rows, smallest))
      expect(figure([one], one.measure)).toMatchObject(expected);
  });

  it('gives nothing that is not a number, whatever the days', () => {
    const anyDays = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.nat(12), fc.nat(12)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyDays, (list) => {
        const distinct = [...new Map(list.map((one) => [one[0], one])).values()].sort((a, b) => a[0] - b[0]);
        const rows = days(...distinct.filter(([, events, censored]) => events + censored > 0));
        for (const one of timeFigures(place, 'confirmed', rows, smallest)) {
          for (const number of [one.base, one.value, one.low, one.high])
            expect(number === null || Number.isFinite(number)).toBe(true);
          expect(one.value === null).toBe(one.status !== 'shown');
        }
      }),
    );
  });
});

describe('summarise', () => {
  const none = Object.fromEntries(tallyNames.map((name) => [name, []])) as unknown as Tallies;
  const thresholds = Object.fromEntries(
    Object.values(rules).map(({ rule, value }) => [rule, value]),
  ) as Record<RuleName, number>;
  const settings = smallSettings();
  const of = (tallies: Partial<Tallies>) =>
    summarise(
      { ...none, ...tallies },
      { units: [], answers: new Map(), responses: new Map() },
      settings,
      {
        periods: [
          { period: '2025-Q1', starts_on: '2025-01-01', ends_on: '2025-03-31' },
          { period: '2025-Q2', starts_on: '2025-04-01', ends_on: '2025-06-30' },
        ],
        cutoff: '2025-06-30',
      },
      thresholds,
    );

  it('has every subject of the lists, in their order', () => {
    const list = subjects(settings).map(({ subject_kind, subject_id }) => `${subject_kind} ${subject_id}`);
    expect(list.slice(0, 6)).toEqual([
      'programme all',
      'department police',
      'department hrss',
      'department tax',
      'hall centre',
      'service id-card',
    ]);
    expect(list).toEqual(expect.arrayContaining(['channel onsite', 'severity minor']));
  });

  it('has no figure twice, and every measure of findings for every subject over all time', () => {
    const { figures } = of({
      findings: [{ subject_kind: 'programme', subject_id: 'all', period: '2025-Q1', ...row }],
    });
    const keys = figures.map((one) =>
      [one.subject_kind, one.subject_id, one.period, one.measure, one.question_id].join('|'),
    );
    expect(keys).toEqual([...new Set(keys)]);
    for (const { subject_kind, subject_id } of subjects(settings))
      expect(keys).toContain(`${subject_kind}|${subject_id}|all|confirmed_rate|`);
    expect(keys).toContain('programme|all|2025-Q1|confirmed_rate|');
    expect(keys).not.toContain('programme|all|2025-Q2|confirmed_rate|');
  });

  it('adds visits up for every subject that they were to, and over all time', () => {
    const visit = { cohort_id: '', hall_id: '', department_id: '', service_id: '', channel: '' };
    const { figures } = of({
      visits: [
        { ...visit, period: '2025-Q1', hall_id: 'centre', channel: 'onsite', visits: 3 },
        { ...visit, period: '2025-Q2', hall_id: 'centre', department_id: 'tax', visits: 4 },
        { ...visit, period: '2025-Q2', department_id: 'tax', visits: 5 },
      ],
    });
    const visits = (kind: string, id: string, period: string) =>
      figures.find(
        (one) =>
          one.measure === 'visits' &&
          one.subject_kind === kind &&
          one.subject_id === id &&
          one.period === period,
      )?.count;
    expect(visits('programme', 'all', 'all')).toBe(12);
    expect(visits('programme', 'all', '2025-Q2')).toBe(9);
    expect(visits('hall', 'centre', 'all')).toBe(7);
    expect(visits('department', 'tax', 'all')).toBe(9);
    expect(visits('department', 'police', 'all')).toBe(0);
    expect(visits('channel', 'onsite', '2025-Q1')).toBe(3);
  });

  it('holds halls and services visited against those listed', () => {
    const { figures } = of({
      coverage: [{ halls: 9, halls_visited: 7, services: 30, services_visited: 12 }],
    });
    expect(figure(figures, 'halls_visited')).toMatchObject({ count: 7, base: 9 });
    expect(figure(figures, 'services_visited')).toMatchObject({ count: 12, base: 30 });
  });
});

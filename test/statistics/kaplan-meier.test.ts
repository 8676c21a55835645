import { describe, expect, test } from 'vitest';
import { kaplanMeier } from '../../src/statistics/kaplan-meier.ts';
import { survivalGroups } from './kaplan-meier-cases.ts';
import { expectReference, frozen } from './reference.ts';
import { fc } from '../seeded-checks.ts';

const dayCount = fc.record({
  day: fc.integer({ min: 0, max: 400 }),
  events: fc.integer({ min: 0, max: 50 }),
  censored: fc.integer({ min: 0, max: 50 }),
});

describe('kaplanMeier', () => {
  test.each(survivalGroups)('equals survfit(conf.type = "log-log") on $name, group $group', (group) => {
    const curve = kaplanMeier(group.counts);
    const column = <Key extends keyof (typeof curve.steps)[number]>(key: Key) =>
      curve.steps.map((step) => step[key]);
    expect([curve.total, curve.events, curve.censored, curve.lastDay]).toEqual([
      group.n,
      group.events,
      group.censored,
      group.max_time,
    ]);
    expectReference(
      {
        time: column('day'),
        n_risk: column('atRisk'),
        n_event: column('events'),
        n_censor: column('censored'),
        surv: column('survival'),
        std_err: column('standardError'),
        se_log_surv: column('logStandardError'),
      },
      Object.fromEntries(
        ['time', 'n_risk', 'n_event', 'n_censor', 'surv', 'std_err', 'se_log_surv'].map((key) => [
          key,
          group.curve[key],
        ]),
      ),
      group.tolerance,
    );
    expectReference({ lower: column('lower'), upper: column('upper') }, group.curve.log_log, group.tolerance);
  });

  test('takes days in any order, split or together, and leaves them as they are', () => {
    const together = [
      { day: 2, events: 3, censored: 1 },
      { day: 7, events: 2, censored: 4 },
    ];
    const split = frozen([
      { day: 7, events: 2, censored: 0 },
      { day: 2, events: 1, censored: 1 },
      { day: 7, events: 0, censored: 4 },
      { day: 2, events: 2, censored: 0 },
    ]);
    expect(kaplanMeier(split)).toEqual(kaplanMeier(together));
  });

  test('counts an event on the day of a censoring with both at risk', () => {
    expect(kaplanMeier([{ day: 4, events: 1, censored: 1 }]).steps[0]).toMatchObject({
      atRisk: 2,
      survival: 0.5,
    });
  });

  test('equals the plain proportion when nothing is censored', () => {
    const curve = kaplanMeier([
      { day: 0, events: 1, censored: 0 },
      { day: 3, events: 2, censored: 0 },
      { day: 9, events: 1, censored: 0 },
    ]);
    expect(curve.steps.map((step) => step.survival)).toEqual([0.75, 0.25, 0]);
  });

  test('has no steps without cases', () => {
    expect(kaplanMeier([])).toEqual({
      total: 0,
      events: 0,
      censored: 0,
      startDay: 0,
      lastDay: null,
      steps: [],
      entries: [],
    });
  });

  test('falls from at most one to at least zero, inside its limits, without anything that is no number', () => {
    fc.assert(
      fc.property(fc.array(dayCount, { maxLength: 40 }), (counts) => {
        let before = 1;
        for (const step of kaplanMeier(counts).steps) {
          expect(step.survival).toBeLessThanOrEqual(before);
          expect(step.survival).toBeGreaterThanOrEqual(0);
          if (step.lower !== null && step.upper !== null) {
            expect(step.lower).toBeLessThanOrEqual(step.survival);
            expect(step.upper).toBeGreaterThanOrEqual(step.survival);
          }
          for (const value of Object.values(step))
            expect(value === null || Number.isFinite(value)).toBe(true);
          before = step.survival;
        }
      }),
    );
  });

  test('puts late entries at risk from the day after they entered', () => {
    const curve = kaplanMeier([
      { day: 3, events: 1, censored: 0, entered: 2 },
      { day: 4, events: 1, censored: 2 },
    ]);
    expect(curve.steps.map((step) => step.atRisk)).toEqual([2, 3]);
    expect(curve.entries).toEqual([{ day: 3, entered: 2 }]);
  });

  test('starts where enough are at risk, if asked to', () => {
    const counts = [
      { day: 0, events: 0, censored: 0, entered: 1 },
      { day: 2, events: 1, censored: 0, entered: 4 },
      { day: 5, events: 1, censored: 3 },
    ];
    expect(kaplanMeier(counts).steps[0]?.survival).toBe(0);
    const delayed = kaplanMeier(counts, { minimumAtRisk: 4 });
    expect(delayed.startDay).toBe(5);
    expect(delayed.steps.map((step) => step.survival)).toEqual([0.75]);
    expect(kaplanMeier(counts, { minimumAtRisk: 50 }).steps).toEqual([]);
    expect(kaplanMeier(counts, { minimumAtRisk: 50 }).startDay).toBe(0);
    expect(kaplanMeier([{ day: 5, events: 4, censored: 6 }], { minimumAtRisk: 10 }).startDay).toBe(0);
  });

  test('narrows its limits with less confidence', () => {
    const counts = [{ day: 5, events: 4, censored: 6 }];
    const narrow = kaplanMeier(counts, { confidence: 0.5 }).steps[0]?.lower ?? 0;
    expect(narrow).toBeGreaterThan(kaplanMeier(counts).steps[0]?.lower ?? 1);
    expect(() => kaplanMeier(counts, { confidence: 95 })).toThrow(/between zero and one/);
  });

  test('refuses more leaving than are at risk', () => {
    const counts = [
      { day: 1, events: 1, censored: 0 },
      { day: 1, events: 0, censored: 0, entered: 2 },
      { day: 4, events: 1, censored: 0 },
    ];
    expect(() => kaplanMeier(counts)).toThrow(
      'kaplanMeier needs as many at risk as leave, got 1 of 0 on day 1',
    );
  });

  test.each([{ day: 1.5 }, { events: -1 }, { censored: Number.NaN }, { entered: 0.5 }])(
    'refuses %o',
    (wrong) => {
      expect(() => kaplanMeier([{ day: 1, events: 1, censored: 1, ...wrong }])).toThrow(
        /whole numbers from zero/,
      );
    },
  );
});

import { describe, expect, it } from 'vitest';
import { rules, type RuleName } from '../../../src/model/rule.ts';
import { isSurelyFew, isSurelyTelling } from '../../../src/verify/attack/judge.ts';

const own = Object.fromEntries(Object.values(rules).map(({ rule, value }) => [rule, value])) as Record<
  RuleName,
  number
>;

describe('isSurelyFew', () => {
  it.each([
    { low: 3, high: 9, somebody: 'perhaps nobody', sure: true },
    { low: 3, high: 10, somebody: 'perhaps nobody', sure: false },
    { low: 0, high: 9, somebody: 'perhaps nobody', sure: false },
    { low: 0, high: 9, somebody: 'surely somebody', sure: true },
    { low: 0, high: 10, somebody: 'surely somebody', sure: false },
  ] as const)('$low–$high, $somebody: $sure', ({ low, high, somebody, sure }) => {
    expect(isSurelyFew({ low, high }, somebody, own)).toBe(sure);
  });
});

describe('isSurelyTelling', () => {
  const cases = [
    {
      description: 'one to four of a small group',
      people: [12, 12],
      kind: [1, 4],
      telling: false,
      sure: true,
    },
    { description: 'perhaps none', people: [12, 12], kind: [0, 4], telling: false, sure: false },
    { description: 'perhaps five', people: [12, 12], kind: [4, 5], telling: false, sure: false },
    { description: 'a few who are not', people: [12, 12], kind: [8, 11], telling: false, sure: true },
    {
      description: 'all of them, and that is nothing',
      people: [12, 12],
      kind: [12, 12],
      telling: false,
      sure: false,
    },
    {
      description: 'all of them, and that tells',
      people: [12, 12],
      kind: [12, 12],
      telling: true,
      sure: true,
    },
    { description: 'a group that is not small', people: [30, 30], kind: [1, 1], telling: false, sure: false },
    {
      description: 'a group that may be larger',
      people: [12, 30],
      kind: [1, 1],
      telling: false,
      sure: false,
    },
    { description: 'a small group of some size', people: [12, 29], kind: [1, 4], telling: false, sure: true },
    { description: 'without an end', people: [12, 12], kind: [8, Infinity], telling: false, sure: false },
  ] as const;
  it.each(cases)('$description: $sure', ({ people: [from, to], kind: [low, high], telling, sure }) => {
    expect(isSurelyTelling({ low: from, high: to }, { low, high, telling }, own)).toBe(sure);
  });
});

import type { Result } from '../../../scripts/bench/results.ts';
import type { Work } from '../../../scripts/bench/work.ts';

/** A result with usual values where a test says none. */
export function resultOf(given: Partial<Result>): Result {
  return {
    work: 'reading',
    step: 'ours',
    size: 10,
    peer: false,
    ending: 'ended',
    seconds: 1,
    processorSeconds: given.seconds ?? 1,
    megabytes: 100,
    parts: [],
    said: {},
    output: '',
    others: 0,
    on: '2026-11-28T12:00:00.000Z',
    machine: '2 processors',
    commit: 'a'.repeat(40),
    ...given,
  };
}

/** A work that is never run. */
export function workOf(given: Partial<Work>): Work {
  return {
    ...{ name: 'reading', what: 'read', unit: 'rows', sizes: [10, 100, 1000] },
    stepsAt: () => Promise.reject(new Error('nothing is measured here')),
    ...given,
  };
}

import { describe, expect, it } from 'vitest';
import type { FindingEvent } from '../../../src/site/findings/finding-events.ts';
import { holdsOf } from '../../../src/site/findings/hands.ts';

const cutoff = '2025-09-30';

function lived(...steps: readonly (readonly [event: string, on: string])[]): FindingEvent[] {
  return steps.map(([event, on]) => ({ event, on }) as unknown as FindingEvent);
}

describe('holdsOf', () => {
  it('gives it to the department when sent and to the officers when claimed', () => {
    const events = lived(
      ['found', '2025-05-12'],
      ['sent', '2025-05-15'],
      ['claimed', '2025-06-04'],
      ['confirmed', '2025-06-10'],
    );
    expect(holdsOf(events, cutoff)).toEqual([
      { holder: 'department', from: '2025-05-15', to: '2025-06-04' },
      { holder: 'officer', from: '2025-06-04', to: '2025-06-10' },
    ]);
  });

  it('gives it back when a check fails, and leaves it there to the cut-off', () => {
    const events = lived(['sent', '2025-05-15'], ['claimed', '2025-06-04'], ['reopened', '2025-06-10']);
    expect(holdsOf(events, cutoff).at(-1)).toEqual({ holder: 'department', from: '2025-06-10', to: cutoff });
  });

  it('does not break a hold for a reply, a check or a second claim', () => {
    const events = lived(
      ['sent', '2025-05-15'],
      ['replied', '2025-05-20'],
      ['claimed', '2025-06-04'],
      ['checked', '2025-06-05'],
      ['claimed', '2025-06-06'],
    );
    expect(holdsOf(events, cutoff)).toHaveLength(2);
  });

  it('has nothing for what was never sent', () => {
    expect(holdsOf(lived(['found', '2025-05-12'], ['withdrawn', '2025-05-13']), cutoff)).toEqual([]);
  });

  it('has nothing where it is not told when the department got it: all the time would seem to be the officers’', () => {
    const events = lived(['found', '2025-05-12'], ['claimed', '2025-06-04'], ['confirmed', '2025-06-10']);
    expect(holdsOf(events, cutoff)).toEqual([]);
  });

  it('leaves out a hold of no length', () => {
    const events = lived(['sent', '2025-05-15'], ['claimed', '2025-05-15'], ['confirmed', '2025-05-16']);
    expect(holdsOf(events, cutoff)).toEqual([{ holder: 'officer', from: '2025-05-15', to: '2025-05-16' }]);
  });
});

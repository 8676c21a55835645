import { kaplanMeier, type DayCount, type SurvivalCurve } from '../../statistics/kaplan-meier.ts';
import { cell, type Row } from '../read-table.ts';
import { daysBetween } from './days.ts';
import type { Clock } from './ground.ts';

/** What is waited for. */
export type Wait = 'claimed' | 'confirmed';

/** How long a finding took, or has been waiting, and since which day of its life it has been watched. */
interface Life {
  readonly day: number;
  readonly events: 0 | 1;
  readonly entry: number | null;
}

function livesOf(problems: readonly Row[], what: Wait, clock: Clock): Life[] {
  const ends = what === 'confirmed' ? ['confirmed'] : ['claimed', 'confirmed'];
  return (
    problems
      .filter((finding) => !['duplicate', 'withdrawn'].includes(cell(finding, 'status')))
      .filter((finding) => cell(finding, 'dates_out_of_order') !== 'true')
      .map((finding): Life => {
        const there = ends.includes(cell(finding, 'status'));
        const confirmed = cell(finding, 'confirmed_on');
        const end = what === 'confirmed' ? confirmed : cell(finding, 'claimed_on') || confirmed;
        const [found, registered] = [cell(finding, 'found_on'), cell(finding, 'registered_on')];
        return {
          day: daysBetween(found, there ? end : clock.on),
          events: there ? 1 : 0,
          entry: registered > found ? daysBetween(found, registered) : null,
        };
      })
      // What had ended before it was taken over was never watched. A row that was tampered with may say that it is done
      // and not when: it cannot be counted, and the figure will differ.
      .filter(({ day, entry }) => Number.isInteger(day) && day >= 0 && (entry === null || day > entry))
  );
}

/** The days of all findings of a place until they were claimed or confirmed, or since when they have been waiting. */
export function dayCountsOf(problems: readonly Row[], what: Wait, clock: Clock): DayCount[] {
  return livesOf(problems, what, clock).flatMap(({ day, events, entry }): DayCount[] => [
    { day, events, censored: 1 - events },
    ...(entry === null ? [] : [{ day: entry, events: 0, censored: 0, entered: 1 }]),
  ]);
}

/** The curve of a place. Where some were taken over later it starts only where it rests on enough. */
export function curveOf(
  problems: readonly Row[],
  what: Wait,
  clock: Clock,
  smallestBase: number,
): SurvivalCurve {
  const counts = dayCountsOf(problems, what, clock);
  const late = counts.some(({ entered = 0 }) => entered > 0);
  return kaplanMeier(counts, late ? { minimumAtRisk: smallestBase } : {});
}

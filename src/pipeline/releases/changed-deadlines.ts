import type { Problem } from '../../model/problem.ts';
import type { Programme } from '../../model/programme.ts';
import { severities } from '../../model/record.ts';
import type { Earlier } from '../../model/release.ts';

/**
 * What to say of deadlines that are others than the last release had, where the settings do not say until when those held: everything
 * that was ever sent would be judged again. The mend holds the lines to write.
 */
export function changedDeadlines(
  { deadlines, earlier_deadlines: earlier = [] }: Pick<Programme, 'deadlines' | 'earlier_deadlines'>,
  { releases, programme }: Pick<Earlier, 'releases' | 'programme'>,
  place: Pick<Problem, 'row' | 'column'> = {},
): Problem[] {
  const last = releases.at(-1)?.record;
  if (last === undefined) return [];
  const facts = new Map(programme.map(({ field, value }) => [field, value]));
  const then = severities.map(({ code }) => ({ code, days: facts.get(`deadline_${code}`) ?? '' }));
  // By what holds now, for something that was sent on the last day that the release speaks of.
  const now = earlier.find(({ until }) => until >= last.cutoff) ?? deadlines;
  const changed = then.filter(({ code, days }) => days !== '' && days !== String(now?.[code] ?? ''));
  if (changed.length === 0) return [];
  const limits = then.map(({ code, days }) => `${code}: ${days}`).join(', ');
  return [
    {
      code: 'deadlines-changed',
      file: 'programme.yaml',
      ...place,
      value: changed.map(({ code, days }) => `${code} ${days} → ${now?.[code] ?? '–'}`).join(', '),
      detail: `earlier_deadlines: [{ until: ${last.cutoff}, ${limits} }]`,
    },
  ];
}

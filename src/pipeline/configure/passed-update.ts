import type { Problem } from '../../model/problem.ts';
import type { Programme } from '../../model/programme.ts';
import type { PlaceOf } from './yaml.ts';

/**
 * What to say of a next update that has gone by: the site would promise it all the same. It lies before the cut-off, or before `today`,
 * where somebody says what day it is.
 */
export function passedUpdate(
  { next_update: next }: Pick<Programme, 'next_update'>,
  placeOf: PlaceOf,
  cutoff: string,
  today = '',
): Problem[] {
  const now = today > cutoff ? today : cutoff;
  if (next === undefined || next >= now) return [];
  const place = { file: 'programme.yaml', ...placeOf(['next_update']) };
  return [{ code: 'update-passed', ...place, value: next, detail: now }];
}

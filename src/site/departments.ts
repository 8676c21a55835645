import type { PublishedRow } from '../model/published.ts';
import { localized, programme } from './programme.ts';
import type { Localized } from './words/localized.ts';
import { tables } from './tables/tables.ts';

/** A department of the code list. */
export type Department = PublishedRow<'departments'>;

const byId = new Map(tables.departments.map((department) => [department.department_id, department]));

/** A department by its id. */
export function departmentOf(id: string): Department | undefined {
  return byId.get(id);
}

/** Whether a department was no longer there on the last day that the data speak of. */
export function hasEnded({ until }: Department): boolean {
  return until !== '' && until < programme.cutoff;
}

/** The departments that a department came after. */
export function predecessorsOf(id: string): Department[] {
  return tables.departments.filter(({ successor_id }) => successor_id === id);
}

/** The short name of a department, for tables; its full name where it has no short one, its id where it has none. */
export function shortNameOf(id: string, language: string): Localized {
  const department = byId.get(id);
  if (!department) return { text: id, lang: undefined };
  const short = localized(department, 'short', language);
  return short.text && !short.lang ? short : localized(department, 'name', language);
}

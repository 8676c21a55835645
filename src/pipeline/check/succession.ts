import type { RecordKind } from '../../model/record.ts';
import type { LookupEntry } from '../../model/settings.ts';
import { namesOf } from './candidates.ts';
import type { Fault } from './fault.ts';
import type { Step, Target } from './step.ts';

/** The days that a record may be of: one, or those of a month. */
interface Days {
  readonly first: string;
  readonly last: string;
}

const dayColumn: Readonly<Partial<Record<RecordKind, string>>> = {
  findings: 'found_on',
  visits: 'on',
  responses: 'submitted_on',
  transactions: 'month',
};

function daysOf(cell: string): Days {
  return cell.length === 7 ? { first: `${cell}-01`, last: `${cell}-31` } : { first: cell, last: cell };
}

function named(entry: LookupEntry): string {
  return namesOf(entry)[0] ?? entry.id;
}

/** Who answers for a department on some days: itself, or who took over; or what is wrong with naming it. */
export type Successor = { readonly entry: LookupEntry } | { readonly fault: Fault };

/**
 * Follows a department from its end to its successor, and on, to the one that there was on the days given.
 */
export function departmentOn(
  id: string,
  days: Days,
  entries: ReadonlyMap<string, LookupEntry>,
): Successor | null {
  const passed = new Set<string>();
  let entry = entries.get(id);
  while (entry !== undefined && !passed.has(entry.id)) {
    passed.add(entry.id);
    const { since = '', until = '', successor = '' } = entry.cells;
    if (since !== '' && days.last < since)
      return { fault: { code: 'department-not-yet', value: named(entry), detail: `since ${since}` } };
    if (until === '' || days.first <= until) return { entry };
    if (successor === '')
      return { fault: { code: 'department-ended', value: named(entry), detail: `until ${until}` } };
    entry = entries.get(successor);
  }
  return null;
}

/**
 * The step that holds a department against the time in which there was one. A record of a later day counts for the
 * successor that the list names, which is said once for each department; without one, and before a department was there,
 * the row is set aside.
 */
export function successionSteps(columns: readonly string[], { recognised, settings }: Target): Step[] {
  const { kind, columns: places, header } = recognised;
  const day = columns.indexOf(dayColumn[kind] ?? '');
  const department = columns.indexOf('department');
  const entries = new Map(settings.lookups.departments.map((entry) => [entry.id, entry]));
  const isTimed = [...entries.values()].some(({ cells }) => (cells['since'] ?? '') + (cells['until'] ?? ''));
  if (day < 0 || department < 0 || !isTimed) return [];
  const column = header[places.get('department') ?? -1] ?? 'department';
  const told = new Set<string>();
  return [
    (_, record, faults) => {
      const [id = '', cell = ''] = [record[department], record[day]];
      if (id === '' || cell === '') return;
      const found = departmentOn(id, daysOf(cell), entries);
      if (found === null) return;
      if ('fault' in found) {
        faults.push({ column, fault: found.fault });
        return;
      }
      if (found.entry.id === id) return;
      record[department] = found.entry.id;
      if (told.has(id)) return;
      told.add(id);
      const before = entries.get(id);
      const value = before === undefined ? id : named(before);
      faults.push({ column, fault: { code: 'department-succeeded', value, detail: named(found.entry) } });
    },
  ];
}

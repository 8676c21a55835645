import type { ValueRow } from '../../model/query.ts';
import type { Settings } from '../../model/settings.ts';

/**
 * Whether all who named a service also named its department, or one that was merged with it. An auditor takes that for
 * granted; where it is not so, what follows from it is wrong, and gives nobody away.
 */
export function areServicesNested(
  responses: readonly ValueRow[],
  { departments, services }: Settings['lookups'],
): boolean {
  const successorOf = new Map(departments.map(({ id, cells }) => [id, cells['successor'] ?? '']));
  const lastOf = (department: string, seen: readonly string[] = []): string => {
    const next = successorOf.get(department) ?? '';
    return next === '' || seen.includes(next) ? department : lastOf(next, [...seen, department]);
  };
  const owner = new Map(services.map(({ id, cells }) => [id, lastOf(cells['department'] ?? '')]));
  return responses.every((row) => {
    const [department, service] = [row['department_id'], row['service_id']];
    if (department === null || service === null || service === '') return true;
    return owner.get(String(service)) === lastOf(String(department));
  });
}

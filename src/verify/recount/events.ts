import { allTime } from '../../model/published.ts';
import { counted, type Numbers } from './numbers.ts';
import { cell, type PublicTables, type Row } from '../read-table.ts';
import { statusEvents } from '../status-events.ts';

/** What happened in a period, of the findings of one place. */
export function recountFlows(
  ids: ReadonlySet<string>,
  events: readonly Row[],
  period: Row | null,
): ReadonlyMap<string, Numbers> {
  const inside = events.filter(
    (event) =>
      ids.has(cell(event, 'finding_id')) &&
      (period === null ||
        (cell(event, 'on') >= cell(period, 'starts_on') && cell(event, 'on') <= cell(period, 'ends_on'))),
  );
  const many = (kind: string) => counted(inside.filter((event) => cell(event, 'event') === kind).length);
  return new Map([
    ['claims_made', many('claimed')],
    ['confirmations_made', many('confirmed')],
    ['reopenings_made', many('reopened')],
  ]);
}

/** How the findings of one place stood at the end of a period. */
export function recountStanding(
  ids: ReadonlySet<string>,
  eventsOf: ReadonlyMap<string, readonly Row[]>,
  period: Row,
): ReadonlyMap<string, Numbers> {
  const standing = [...ids]
    .map((id) =>
      (eventsOf.get(id) ?? [])
        .filter(
          (event) => statusEvents.has(cell(event, 'event')) && cell(event, 'on') <= cell(period, 'ends_on'),
        )
        .toSorted((one, other) => Number(cell(one, 'step')) - Number(cell(other, 'step')))
        .at(-1),
    )
    .filter((event) => event !== undefined)
    .map((event) => cell(event, 'event'));
  const many = (...kinds: readonly string[]) =>
    counted(standing.filter((kind) => kinds.includes(kind)).length);
  return new Map([
    ['found_to_date', counted(standing.length)],
    ['claimed_to_date', many('claimed', 'confirmed')],
    ['confirmed_to_date', many('confirmed')],
  ]);
}

/** The column of `visits.csv` that says which subject of a kind a visit was to. */
const visitColumns: Readonly<Record<string, string>> = {
  department: 'department_id',
  hall: 'hall_id',
  service: 'service_id',
  channel: 'channel',
  cohort: 'cohort_id',
};

/** The visits to one subject; null where visits have no such subjects. */
export function recountVisits(
  visits: readonly Row[],
  kind: string,
  id: string,
  period: string,
): Numbers | null {
  const column = visitColumns[kind];
  if (column === undefined && kind !== 'programme') return null;
  const own = visits.filter(
    (row) =>
      (column === undefined || cell(row, column) === id) &&
      (period === allTime || cell(row, 'period') === period),
  );
  return counted(own.reduce((sum, row) => sum + Number(cell(row, 'visits')), 0));
}

/** How many of the listed halls and services were tried at least once. */
export function recountCoverage({ visits, halls, services }: PublicTables): ReadonlyMap<string, Numbers> {
  const tried = (list: readonly Row[], column: string) => {
    const seen = new Set(visits.map((row) => cell(row, column)));
    return counted(list.filter((row) => seen.has(cell(row, column))).length, list.length);
  };
  return new Map([
    ['halls_visited', tried(halls, 'hall_id')],
    ['services_visited', tried(services, 'service_id')],
  ]);
}

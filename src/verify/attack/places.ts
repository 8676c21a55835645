import {
  surveyDimensions,
  surveyFamilies,
  surveyTables,
  unitAt,
  unitKey,
  type SurveyDimension,
  type SurveyTable,
} from '../../model/survey-table.ts';
import type { State } from './state.ts';

/** Who named none: no unit of its own, but a reader can have it by subtraction. A service unnamed is so in its department. */
const none = '?';
const sign = ' × ';

/** One place of a table: a unit that is published, or a rest that is not. */
export interface Place {
  readonly table: SurveyTable;
  readonly groups: readonly string[];
  /** The key of the unit; where there is none, one of the same form. */
  readonly key: string;
  /** Whether it is published as a unit. */
  readonly isNamed: boolean;
}

/** A table as one text. */
export function nameOf(table: SurveyTable): string {
  return table.join(sign);
}

/** One family of linked tables, as its published units show it. */
export interface Family {
  /** The tables that are published. */
  readonly tables: readonly SurveyTable[];
  /** Tables that are not, but in which published ones meet. */
  readonly hidden: readonly SurveyTable[];
  readonly leaves: ReadonlyMap<SurveyDimension, readonly string[]>;
  /** Where services are taken to belong to departments, whose they are. */
  readonly owners: Owners | null;
}

/** Who owns services: a department, together with those that were merged into it, for people may have named either. */
interface Owners {
  /** The last successor of the department of a service. */
  readonly of: ReadonlyMap<string, string>;
  /** For each last successor, itself and all that became it. */
  readonly departments: ReadonlyMap<string, readonly string[]>;
}

function ownersIn(states: readonly State[], departments: Iterable<string>): Owners {
  const successorOf = new Map(states.flatMap((state) => [...state.successorOf]));
  const lastOf = (department: string, seen: readonly string[] = []): string => {
    const next = successorOf.get(department) ?? '';
    return next === '' || seen.includes(next) ? department : lastOf(next, [...seen, department]);
  };
  const services = new Map(states.flatMap((state) => [...state.departmentOf]));
  return {
    of: new Map([...services].map(([service, department]) => [service, lastOf(department)])),
    departments: Map.groupBy(departments, (department) => lastOf(department)),
  };
}

/** The closed period of a place; null where it is of all time, or of people who gave no day. */
export function periodOf({ table, groups }: Place): string | null {
  const period = groups[table.indexOf('period')];
  return period === undefined || period.startsWith(none) ? null : period;
}

/** What a unit's key says it is about. */
function partsOf(unit: string): { table: SurveyDimension[]; groups: string[] } {
  const [kind = '', rest = ''] = [unit.slice(0, unit.indexOf(':')), unit.slice(unit.indexOf(':') + 1)];
  const [ids = '', period = ''] = [
    rest.slice(0, rest.lastIndexOf('|')),
    rest.slice(rest.lastIndexOf('|') + 1),
  ];
  const subjects = kind === 'programme' ? [] : (kind.split('_') as SurveyDimension[]);
  const groups = subjects.length > 1 ? ids.split('+') : subjects.length === 1 ? [ids] : [];
  return period === 'all'
    ? { table: subjects, groups }
    : { table: [...subjects, 'period'], groups: [...groups, period] };
}

/** The tables that some units belong to. */
export function tablesOf(units: Iterable<string>): ReadonlySet<string> {
  return new Set([...units].map((unit) => nameOf(partsOf(unit).table)));
}

/** Finds the families of tables that the units of some states belong to. */
export function familiesOf(states: readonly State[], services: 'nested' | 'apart'): Family[] {
  const units = new Set(states.flatMap((state) => [...state.units.values()].flatMap((own) => [...own])));
  const ids = new Map<SurveyDimension, Set<string>>(
    surveyDimensions.map((dimension) => [dimension, new Set()]),
  );
  const meetings = new Set<string>();
  for (const unit of units) {
    const { table, groups } = partsOf(unit);
    for (const [place, dimension] of table.entries()) ids.get(dimension)?.add(groups[place] ?? '');
    if (table.length > 1) meetings.add(nameOf(table));
  }
  const owners = services === 'nested' ? ownersIn(states, ids.get('department') ?? []) : null;
  const rests = (dimension: SurveyDimension) =>
    dimension === 'service' && owners !== null
      ? [none, ...[...owners.departments.keys()].map((owner) => `${none}${owner}`)]
      : [none];
  const leaves = new Map(
    surveyDimensions.map((dimension) => [dimension, [...(ids.get(dimension) ?? []), ...rests(dimension)]]),
  );
  const named = [...meetings];
  const published = surveyTables(named).filter((table) => table.length < 2 || meetings.has(nameOf(table)));
  return surveyFamilies(named).map((family): Family => {
    const tables = published.filter((table) => table.every((dimension) => family.includes(dimension)));
    return { tables, hidden: hiddenOf(tables, family, owners !== null), leaves, owners };
  });
}

/** All families in one: a reader holds every table against every other. */
export function together(families: readonly Family[]): Family {
  const byName = (tables: readonly SurveyTable[]) => new Map(tables.map((table) => [nameOf(table), table]));
  const tables = byName(families.flatMap((family) => family.tables));
  const hidden = byName(families.flatMap((family) => family.hidden));
  for (const name of tables.keys()) hidden.delete(name);
  const [first] = families;
  return {
    tables: [...tables.values()],
    hidden: [...hidden.values()],
    leaves: first?.leaves ?? new Map(),
    owners: first?.owners ?? null,
  };
}

/** Where all tables of a family meet, and whatever lies between that and a published table. */
function hiddenOf(tables: readonly SurveyTable[], family: SurveyTable, isNested: boolean): SurveyTable[] {
  if (tables.every(({ length }) => length < 2)) return [];
  const finest = family.filter((dimension) => !(isNested && dimension === 'department'));
  const all = new Map([...tables, finest].map((table) => [nameOf(table), table]));
  for (const table of all.values())
    for (const dimension of table) {
      const coarse = coarser(table, dimension, isNested);
      all.set(nameOf(coarse), coarse);
    }
  return [...all.values()].slice(tables.length);
}

/** The table in which a dimension is put together: services in departments, all else into one. */
function coarser(table: SurveyTable, dimension: SurveyDimension, isNested: boolean): SurveyTable {
  const kept = table.filter((one) => one !== dimension);
  if (dimension !== 'service' || !isNested || kept.includes('department')) return kept;
  return surveyDimensions.filter((one) => one === 'department' || kept.includes(one));
}

/** The keys of the places to which another adds, if one of its dimensions is put together: more than one where departments were merged. */
export function wholesOf(
  { table, groups }: Place,
  dimension: SurveyDimension,
  owners: Family['owners'],
): { readonly table: SurveyTable; readonly keys: readonly string[] } {
  const to = coarser(table, dimension, owners !== null);
  const service = groups[table.indexOf('service')] ?? '';
  const owner = service.startsWith(none) ? service.slice(none.length) : (owners?.of.get(service) ?? '');
  const isOwned = to.includes('department') && !table.includes('department');
  const departments = isOwned ? (owners?.departments.get(owner) ?? [none]) : [none];
  const groupsWith = (department: string) =>
    to.map((one) => {
      const place = table.indexOf(one);
      return place < 0 ? department : (groups[place] ?? '');
    });
  return { table: to, keys: departments.map((department) => unitKey(unitAt(to, groupsWith(department)))) };
}

/** Every place of a table. */
export function placesOf(table: SurveyTable, { leaves }: Pick<Family, 'leaves'>): Place[] {
  return table
    .reduce<readonly (readonly string[])[]>(
      (rows, dimension) => rows.flatMap((row) => (leaves.get(dimension) ?? []).map((leaf) => [...row, leaf])),
      [[]],
    )
    .map((groups) => ({
      table,
      groups,
      key: unitKey(unitAt(table, groups)),
      isNamed: groups.every((group) => !group.startsWith(none)),
    }));
}

import {
  findingChangeKinds,
  type CorrectedField,
  type DropChanges,
  type FindingChange,
  type FindingChangeKind,
  type Texts,
} from '../../model/drop-changes.ts';
import { unescapeFormula } from '../../model/formula.ts';
import type { ValueRow } from '../../model/query.ts';
import { statedFacts, statedTexts } from '../../model/stated-facts.ts';
import { quoteName } from '../../model/sql-text.ts';
import type { Database } from '../register/database.ts';
import { listFirst } from './list-first.ts';

/** What is needed of a finding beside its facts. */
const course = ['status', 'overdue', 'times_reopened'] as const;

const shownTexts = ['title', 'department'] as const;

const inLanguages = (names: readonly string[], languages: readonly string[]) =>
  names.flatMap((name) => languages.map((language) => `${name}_${language}`));

/** Both sides of every finding that is not the same on both, and of those whose steps are not all there any more. */
function findingsSql(languages: readonly string[]): string {
  const compared = [...statedFacts, ...inLanguages(statedTexts, languages), ...course];
  const columns = [...new Set([...compared, ...inLanguages(shownTexts, languages)])];
  const both = columns.flatMap((name) => [
    `b.${quoteName(name)} AS ${quoteName(`before ${name}`)}`,
    `a.${quoteName(name)} AS ${quoteName(`after ${name}`)}`,
  ]);
  const differs = compared.map((name) => `a.${quoteName(name)} <> b.${quoteName(name)}`).join(' OR ');
  return `
    SELECT COALESCE(a.finding_id, b.finding_id) AS finding_id, a.finding_id IS NOT NULL AS is_after,
      b.finding_id IS NOT NULL AS is_before, ${both.join(', ')}
    FROM after_findings AS a FULL OUTER JOIN before_findings AS b ON a.finding_id = b.finding_id
    WHERE a.finding_id IS NULL OR b.finding_id IS NULL OR ${differs}
      OR a.finding_id IN (SELECT finding_id FROM lost_steps)
    ORDER BY 1`;
}

/** Steps that were public and are no more, each with the day that a step of its kind has now, if it is another. */
const lostStepsSql = `
  CREATE TABLE lost_steps AS
  WITH b AS (SELECT DISTINCT finding_id, event, "on" FROM before_finding_events WHERE event <> 'found'),
    a AS (SELECT DISTINCT finding_id, event, "on" FROM after_finding_events WHERE event <> 'found'),
    lost AS (SELECT * FROM b EXCEPT SELECT * FROM a),
    gained AS (SELECT * FROM a EXCEPT SELECT * FROM b)
  SELECT lost.finding_id, lost.event, lost."on" AS before, COALESCE(MIN(gained."on"), '') AS after
  FROM lost LEFT JOIN gained ON gained.finding_id = lost.finding_id AND gained.event = lost.event
  GROUP BY lost.finding_id, lost.event, lost."on"
  ORDER BY 1, 2, 3`;

function cellsOf(row: ValueRow, side: 'before' | 'after') {
  return (name: string) => unescapeFormula(String(row[`${side} ${name}`] ?? ''));
}

function correctedFields(
  row: ValueRow,
  languages: readonly string[],
  lost: readonly CorrectedField[],
): CorrectedField[] {
  if (row['is_before'] !== true || row['is_after'] !== true) return [];
  const [was, is] = [cellsOf(row, 'before'), cellsOf(row, 'after')];
  const fields = [...statedFacts, ...inLanguages(statedTexts, languages)]
    .map((column) => ({ column, before: was(column), after: is(column) }))
    // What was blank and is filled in is no correction.
    .filter(({ before, after }) => before !== '' && before !== after);
  return [...fields, ...lost];
}

/** Statuses that are told when a finding comes to them. */
const reached: readonly FindingChangeKind[] = [
  'sent',
  'claimed',
  'confirmed',
  'refused',
  'transferred',
  'duplicate',
  'withdrawn',
];

function kindsOf(row: ValueRow, corrected: boolean): FindingChangeKind[] {
  const [was, is] = [cellsOf(row, 'before'), cellsOf(row, 'after')];
  if (row['is_after'] !== true) return ['vanished'];
  const isNew = row['is_before'] !== true;
  const status = is('status');
  const wasSentBack =
    Number(is('times_reopened')) > Number(was('times_reopened')) ||
    (status === 'reopened' && was('status') !== 'reopened');
  return [
    ...(isNew ? (['new'] as const) : []),
    ...(wasSentBack ? (['reopened'] as const) : []),
    ...(corrected ? (['corrected'] as const) : []),
    // That a new finding was sent says nothing more than that it is new.
    ...reached.filter((kind) => kind === status && kind !== was('status') && !(isNew && kind === 'sent')),
    ...(is('overdue') === 'true' && was('overdue') !== 'true' ? (['overdue'] as const) : []),
  ];
}

function changeOf(
  row: ValueRow,
  fields: readonly CorrectedField[],
  languages: readonly string[],
): FindingChange {
  const [was, is] = [cellsOf(row, 'before'), cellsOf(row, 'after')];
  const shown = row['is_after'] === true ? is : was;
  const textsOf = (name: string): Texts =>
    Object.fromEntries(languages.map((language) => [language, shown(`${name}_${language}`)]));
  return {
    finding_id: String(row['finding_id']),
    kind: shown('kind'),
    title: textsOf('title'),
    department_id: shown('department_id'),
    department: textsOf('department'),
    before: was('status'),
    after: is('status'),
    fields,
  };
}

/** What becomes of the findings, by kind; a finding may be told under several. */
export async function compareFindings(
  database: Database,
  languages: readonly string[],
  most: number,
): Promise<DropChanges['findings']> {
  await database.run(lostStepsSql);
  const lost = Map.groupBy(await database.query('SELECT * FROM lost_steps'), (row) => row['finding_id']);
  const lists = findingChangeKinds.map(({ code }) => [code, listFirst<FindingChange>(most)] as const);
  const listOf = new Map<FindingChangeKind, (typeof lists)[number][1]>(lists);
  for await (const row of database.stream(findingsSql(languages))) {
    const steps = (lost.get(row['finding_id'] ?? '') ?? []).map((step): CorrectedField => ({
      column: String(step['event']),
      before: String(step['before']),
      after: String(step['after']),
    }));
    const fields = correctedFields(row, languages, steps);
    const change = changeOf(row, fields, languages);
    for (const kind of kindsOf(row, fields.length > 0)) listOf.get(kind)?.add(change);
  }
  return Object.fromEntries(
    lists.map(([kind, listing]) => [kind, listing.list()]),
  ) as DropChanges['findings'];
}

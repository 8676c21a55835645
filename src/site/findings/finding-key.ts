import { published } from '../../model/published.ts';
import { eventLinesOf, stepsOf } from './finding-events.ts';
import { findingOf, titleOf, type Finding } from './findings.ts';
import { holdsOf } from './hands.ts';
import { isMoving, movingColumns } from './moving-columns.ts';
import { outcomeOf } from './outcome.ts';
import { languages, programme } from '../programme.ts';
import { keyOf, pageKey } from '../tables/page-key.ts';
import { rowKey } from '../tables/row-key.ts';
import { tables } from '../tables/tables.ts';

/*
 * What the page of a finding and the file beside it are made of, beside what all pages share and what they say of the state of the data:
 * while that stays, they are taken over from the last site.
 */

/** The columns of a table that name another finding than that of their row. */
function columnsOf(name: 'findings' | 'changes'): readonly string[] {
  const columns: readonly { readonly name: string; readonly references?: string }[] = published[name].columns;
  return columns.filter(({ references }) => references === 'findings').map((column) => column.name);
}

const cellsOf = (row: object, columns: readonly string[]): readonly string[] =>
  columns.map((column) => String((row as Record<string, unknown>)[column] ?? ''));

/** The findings that a row names, each once. */
const named = (row: object, columns: readonly string[]) => new Set(cellsOf(row, columns).filter(Boolean));

/** For each finding the rows that name it. */
function rowsNaming<Row extends object>(
  rows: readonly Row[],
  columns: readonly string[],
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows)
    for (const id of named(row, columns)) {
      const known = found.get(id);
      if (known) known.push(row);
      else found.set(id, [row]);
    }
  return found;
}

/** What of a row has not gone on by itself. */
function rowStanding(row: Finding): string {
  if (!isMoving(row)) return rowKey(row);
  return JSON.stringify({ ...row, ...Object.fromEntries(movingColumns.map((column) => [column, null])) });
}

/** What of it has. */
const rowMoving = (row: Finding): readonly string[] => (isMoving(row) ? cellsOf(row, movingColumns) : []);

/** Until when somebody has had a problem in hand: see `hands-markup.ts`. */
function inHandUntil({ finding_id, kind }: Finding): string {
  return kind === 'problem' ? (holdsOf(stepsOf(finding_id), programme.cutoff).at(-1)?.to ?? '') : '';
}

/** What a page tells of another finding that it names: see `FindingLink.astro`. */
function linkKey(id: string): string {
  const finding = findingOf(id);
  if (finding === undefined) return '';
  return JSON.stringify([outcomeOf(finding), ...languages.map((language) => titleOf(finding, language))]);
}

interface Keys {
  readonly page: string;
  readonly record: string;
}

function allKeys(): ReadonlyMap<string, Keys> {
  const others = columnsOf('findings');
  const namedBy = rowsNaming(tables.findings, others);
  const corrections = rowsNaming(tables.changes, columnsOf('changes'));
  return new Map(
    tables.findings.map((row) => {
      const { finding_id: id } = row;
      const naming = namedBy.get(id) ?? [];
      const standing = pageKey(
        rowStanding(row),
        eventLinesOf(id),
        ...(corrections.get(id) ?? []).map((change) => JSON.stringify(change)),
        ...naming.map((other) => JSON.stringify([other.finding_id, ...cellsOf(other, others)])),
      );
      const links = [...naming.map(({ finding_id }) => finding_id), ...named(row, others)].map(linkKey);
      const moving = rowMoving(row);
      return [
        id,
        {
          record: keyOf(standing, moving),
          page: keyOf(pageKey(standing, ...links), [...moving, inHandUntil(row)]),
        },
      ];
    }),
  );
}

let known: ReadonlyMap<string, Keys> | undefined;

function keysOf({ finding_id }: Finding): Keys | undefined {
  known ??= allKeys();
  return known.get(finding_id);
}

/**
 * The key of a finding's page: its rows, the rows of what it names or what names it as far as links tell of them; and, after a point, what
 * goes on by itself, as until when somebody has had it in hand.
 */
export function findingKey(finding: Finding): string {
  return keysOf(finding)?.page ?? '';
}

/** The key of a finding's file for programs: its rows, and the ids of what it names or what names it; and, after a point, what goes on by itself. */
export function recordKey(finding: Finding): string {
  return keysOf(finding)?.record ?? '';
}

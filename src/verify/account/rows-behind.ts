import type { TableName } from '../../model/published.ts';
import { cell, type PublicTables, type Row } from '../read-table.ts';
import { findingsAt, type Ground } from '../recount/ground.ts';

/** The rows of a public table that a figure was counted from. */
export interface RowsBehind {
  readonly table: TableName;
  /** How many there are; null where the figure is made of other figures. */
  readonly rows: number | null;
}

/** Measures that are made of other figures, not of rows. */
const ofFigures = /_on_(previous|year)$|_drift$|_weighted$|_stabilised$|_rank$|^negative_per_/;

/** Measures of which the rows are private: answers of persons, transactions. */
const ofPrivateRows: ReadonlySet<string> = new Set(['responses.sql', 'transactions.sql']);

function visitsTo({ visits }: PublicTables, row: Row): number {
  const columns: Readonly<Record<string, string>> = {
    department: 'department_id',
    hall: 'hall_id',
    service: 'service_id',
    channel: 'channel',
    cohort: 'cohort_id',
  };
  const column = columns[cell(row, 'subject_kind')];
  const period = cell(row, 'period');
  return visits.filter(
    (one) =>
      (column === undefined || cell(one, column) === cell(row, 'subject_id')) &&
      (period === 'all' || cell(one, 'period') === period),
  ).length;
}

/** Which rows a figure was counted from; null where they are not public. */
export function rowsBehind(ground: Ground, row: Row): RowsBehind | null {
  const { tables } = ground;
  const measure = cell(row, 'measure');
  const sql = cell(
    tables.measures.find((one) => cell(one, 'measure') === measure),
    'sql',
  );
  if (ofPrivateRows.has(sql)) return null;
  if (ofFigures.test(measure)) return { table: 'figures', rows: null };
  const [kind, id, period] = ['subject_kind', 'subject_id', 'period'].map((column) => cell(row, column)) as [
    string,
    string,
    string,
  ];
  if (cell(row, 'question_id') !== '')
    return {
      table: 'answers',
      rows: tables.answers.filter((one) =>
        ['question_id', 'subject_kind', 'subject_id', 'period'].every(
          (column) => cell(one, column) === cell(row, column),
        ),
      ).length,
    };
  if (sql === 'visits.sql' || sql === 'coverage.sql') return { table: 'visits', rows: visitsTo(tables, row) };
  if (sql === 'flows.sql' || sql === 'standing.sql') {
    const own = findingsAt(ground, kind, id, 'all');
    return {
      table: 'finding_events',
      rows: own.reduce((sum, one) => sum + (ground.events.get(cell(one, 'finding_id')) ?? []).length, 0),
    };
  }
  const wanted = measure === 'commendations' ? 'commendation' : 'problem';
  return {
    table: 'findings',
    rows: findingsAt(ground, kind, id, period).filter((one) => cell(one, 'kind') === wanted).length,
  };
}

import { allTime, wholeProgramme } from '../model/published.ts';
import type { Difference } from './difference.ts';
import { cell, numberIn, type PublicTables, type Row } from './read-table.ts';

/** The ways in which a problem stands; each has exactly one. */
const outcomes = [
  'confirmed',
  'claimed',
  'in_hand',
  'overdue',
  'refused',
  'transferred',
  'duplicate',
  'withdrawn',
];

/** The outcomes of the programme add up to what was found, and shown answers of one choice to their base. */
export function checkTotals({ figures, answers, questions }: PublicTables): Difference[] {
  const whole = new Map(
    figures
      .filter((row) => cell(row, 'subject_id') === wholeProgramme && cell(row, 'period') === allTime)
      .map((row) => [cell(row, 'measure'), numberIn(row, 'value') ?? 0]),
  );
  const sum = outcomes.reduce((total, outcome) => total + (whole.get(outcome) ?? 0), 0);
  const found = whole.get('found') ?? 0;
  const balance: Difference[] =
    sum === found
      ? []
      : [{ check: 'total', where: 'figures.csv, all outcomes', expected: String(found), found: String(sum) }];
  const single = new Set(
    questions.filter((row) => cell(row, 'kind') !== 'multiple').map((row) => cell(row, 'question_id')),
  );
  const units = Map.groupBy(
    answers.filter((row) => single.has(cell(row, 'question_id'))),
    (row) =>
      ['question_id', 'subject_kind', 'subject_id', 'period'].map((column) => cell(row, column)).join('|'),
  );
  return [
    ...balance,
    ...[...units].flatMap(([where, rows]): Difference[] => {
      if (!rows.every((row: Row) => cell(row, 'status') === 'shown')) return [];
      const given = rows.reduce((total, row) => total + (numberIn(row, 'count') ?? 0), 0);
      const base = numberIn(rows[0], 'base') ?? 0;
      return given === base
        ? []
        : [{ check: 'total', where: `answers.csv ${where}`, expected: String(base), found: String(given) }];
    }),
  ];
}

import { changeMeasure, chartedRates } from '../../model/charted.ts';
import { published } from '../../model/published.ts';
import type { Table } from '../../model/table.ts';
import { cell, type Row } from '../read-table.ts';
import type { Leak } from './leak.ts';
import type { State } from './state.ts';
import { responses, unitOf } from './told.ts';

/** The columns of a table that could tell something of the people behind a row. */
function telling(table: Table): readonly string[] {
  const silent = [...table.key, 'status', 'place', 'base'];
  return table.columns
    .filter(({ name, perLanguage }) => !perLanguage && !silent.includes(name))
    .map(({ name }) => name);
}

const columns = {
  answers: telling(published.answers),
  figures: telling(published.figures),
} as const;

type Named = keyof typeof columns;

const numeric = (table: Table) =>
  table.columns.filter(({ type }) => type === 'integer' || type === 'number').map(({ name }) => name);

const numbers = { answers: numeric(published.answers), figures: numeric(published.figures) } as const;

function leak(table: Named, row: Row, column: string): Leak {
  const what = cell(row, table === 'answers' ? 'answer_id' : 'measure');
  return {
    code: 'withheld-and-told',
    where: `${table}.csv ${[unitOf(row), cell(row, 'question_id'), what, column].filter((part) => part !== '').join(' ')}`,
    found: cell(row, column),
  };
}

const isWithheld = (row: Row | undefined) => cell(row, 'status') === 'withheld';
const keyOf = (unit: string, question: string, measure: string) => `${unit} ${question} ${measure}`;

/** The period before another, and the same of the year before. */
function earlierOf(period: string, against: 'previous' | 'year', periods: readonly string[]): string {
  return against === 'previous'
    ? (periods[periods.indexOf(period) - 1] ?? '')
    : `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
}

/** Whether a figure is a change of which one side is withheld. */
function isChangeOfWithheld(
  row: Row,
  figures: ReadonlyMap<string, Row>,
  periods: readonly string[],
): boolean {
  return chartedRates.some((measure) =>
    (['previous', 'year'] as const).some((against) => {
      if (cell(row, 'measure') !== changeMeasure(measure, against)) return false;
      const before = { ...row, period: earlierOf(cell(row, 'period'), against, periods) };
      return isWithheld(figures.get(keyOf(unitOf(before), cell(row, 'question_id'), measure)));
    }),
  );
}

/**
 * Holds every row against what is withheld: a unit whose people or whose answers are withheld has nothing in any row, and
 * where a number should stand there is a number. A count of answers stays where only the single answers are withheld.
 */
export function spoken({ answers, figures, periods }: State): Leak[] {
  const byKey = new Map(
    figures.map((row) => [keyOf(unitOf(row), cell(row, 'question_id'), cell(row, 'measure')), row]),
  );
  const isHidden = (unit: string, question: string) =>
    isWithheld(byKey.get(keyOf(unit, responses, 'responses'))) ||
    isWithheld(byKey.get(keyOf(unit, question, 'answered')));
  const partly = new Set(
    answers.filter(isWithheld).map((row) => `${unitOf(row)} ${cell(row, 'question_id')}`),
  );
  const check =
    (table: Named) =>
    (row: Row): Leak[] => {
      const [unit, question] = [unitOf(row), cell(row, 'question_id')];
      const wrong = numbers[table].filter((column) => Number.isNaN(Number(cell(row, column))));
      const isAnswered = table === 'figures' && ['answered', 'responses'].includes(cell(row, 'measure'));
      const isNobody = cell(row, 'status') === 'no_cases' && cell(row, 'base') === '0';
      const hidden = isHidden(unit, question);
      const silent =
        isWithheld(row) ||
        (!isNobody && (hidden || (!isAnswered && partly.has(`${unit} ${question}`)))) ||
        (table === 'figures' && isChangeOfWithheld(row, byKey, periods));
      if (!silent) return wrong.map((column) => leak(table, row, column));
      const isBaseHidden = hidden || (isWithheld(row) && (isAnswered || question === responses));
      const told = [...columns[table], ...(isBaseHidden ? ['base'] : [])];
      return [...new Set([...told.filter((column) => cell(row, column) !== ''), ...wrong])].map((column) =>
        leak(table, row, column),
      );
    };
  return [...answers.flatMap(check('answers')), ...figures.flatMap(check('figures'))];
}

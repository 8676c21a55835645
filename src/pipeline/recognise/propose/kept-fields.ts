import { dateForms } from '../vendors/date-forms.ts';
import type { Observed } from './observe.ts';
import type { Given, OpenQuestion } from './proposal.ts';

const anId = /^(?:uuid:)?[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/** Whether a column can number the responses: filled in on every row, no cell twice, each usable as an id. */
export function areIds({ counts, filled, isComplete }: Observed, rows: number): boolean {
  if (filled < rows || [...counts.keys()].some((cell) => !anId.test(cell))) return false;
  return isComplete ? counts.size === filled : [...counts.values()].every((count) => count === 1);
}

/** A date that every drop may use, perhaps with a time of day. */
const usual =
  /^\d{4}(?:-\d{1,2}-\d{1,2}|\/\d{1,2}\/\d{1,2}|\.\d{1,2}\.\d{1,2}|年\d{1,2}月\d{1,2}日)(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** Whether a column holds dates that can be read. */
export function areDates({ counts }: Observed): boolean {
  const cells = [...counts.keys()];
  return cells.every((cell) => usual.test(cell)) || dateForms(cells).length > 0;
}

/** Whether a column is of words alone, without a figure that could be part of a date: it tells what happened, and not when. */
export function saysWithoutDate({ counts }: Observed): boolean {
  const cells = [...counts.keys()];
  return cells.length > 0 && !cells.some((cell) => /\d/.test(cell));
}

/** How the dates of a column are written, and the question to ask where day and month could be either. */
export function dateQuestion(
  observed: Observed | undefined,
  given: Given,
): { dates: string[]; open: OpenQuestion[] } {
  const cells = [...(observed?.counts.keys() ?? [])];
  const [form] = dateForms(cells);
  if (form === undefined) return { dates: [], open: [] };
  const [first = form, turned = form] = [form, form.replace('MM/dd', 'dd/MM')];
  const answer = given.get('dates');
  if (answer === first || answer === turned) return { dates: [answer], open: [] };
  const isAmbiguous =
    turned !== first &&
    cells.every((cell) =>
      cell
        .split(/\D+/)
        .slice(0, 2)
        .every((part) => Number(part) <= 12),
    );
  if (!isAmbiguous) return { dates: [first], open: [] };
  const example = cells[0] ?? '';
  const open: OpenQuestion = {
    id: 'dates',
    ask: {
      zh: `日期“${example}”是月在前还是日在前？`,
      en: `In the date “${example}”, which comes first, month or day?`,
    },
    options: [
      { value: first, words: { zh: '月在前', en: 'month first' } },
      { value: turned, words: { zh: '日在前', en: 'day first' } },
    ],
    standard: first,
  };
  return { dates: [first], open: [open] };
}

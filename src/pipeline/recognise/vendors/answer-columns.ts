import { optionMark } from '../../../model/option-mark.ts';
import { plainText } from '../../../model/plain-text.ts';
import type { ExportColumn } from '../../../model/survey-export.ts';

type Head = readonly (readonly string[])[];

/** A column of a group that one question may have: what it is called within the question, and its first cells. */
export interface Member {
  readonly column: number;
  readonly part: string;
  readonly cells: readonly string[];
}

/** The filled-in cells under a column, as far as the head shows them. `first` is the row number of the first data. */
export function cellsUnder(head: Head, first: number, column: number): string[] {
  return head.slice(first - 1).flatMap((row) => {
    const cell = (row[column] ?? '').trim();
    return cell === '' ? [] : [cell];
  });
}

/** Whether the cells of a column only say that its answer was chosen or not; null if there are none to tell by. */
function saysChosen({ part, cells }: Member): boolean | null {
  if (cells.length === 0) return null;
  return cells.every((cell) => optionMark(cell) !== null || plainText(cell) === plainText(part));
}

/** Enough cells for it to be no chance that each column always says the same. */
const enoughCells = 6;

/** Whether each column always says the same and no two do: options whose wording was edited after the first answers. */
function sayOneThingEach(members: readonly Member[]): boolean {
  const filled = members.filter(({ cells }) => cells.length > 0);
  const said = filled.map(({ cells }) => new Set(cells));
  const distinct = new Set(said.flatMap((one) => [...one]));
  const count = filled.reduce((sum, { cells }) => sum + cells.length, 0);
  return (
    count >= enoughCells &&
    filled.length > 1 &&
    said.every((one) => one.size === 1) &&
    distinct.size === filled.length
  );
}

/** Whether the columns of a question each stand for one of its answers: as far as there are cells, they say chosen or not. */
export function areOptions(members: readonly Member[]): boolean {
  const said = members.map(saysChosen).filter((one) => one !== null);
  return (said.length > 0 && said.every((one) => one)) || sayOneThingEach(members);
}

/** What is written in beside the listed answers, by the name that tools give such a column. */
const otherName =
  /^other(\s*[(（:：,，\-–—].*)?$|(^|[-–—:] ?)other [-–—(]|write[- ]?in|please (specify|describe|list)|^其他|^其它|请注明|请说明|请填写|_other$|\bother\]?$/i;

export function isOtherName(part: string): boolean {
  return otherName.test(part.trim());
}

/** The columns of one question that has several: its options, or the things of which it asks. */
export function groupedColumns(
  key: string,
  wording: string,
  members: readonly Member[],
): Map<number, ExportColumn> {
  const listed = members.filter(({ part }) => !isOtherName(part));
  const isMultiple = areOptions(listed.length > 0 ? listed : members);
  return new Map(
    members.map(({ column, part, cells }): [number, ExportColumn] => {
      const isWrittenIn =
        isOtherName(part) &&
        cells.some((cell) => optionMark(cell) === null && plainText(cell) !== plainText(part));
      if (isWrittenIn && !isMultiple) return [column, { is: 'other', key, wording }];
      return isMultiple
        ? [column, { is: 'option', key, wording, option: part }]
        : [column, { is: 'item', key, wording, item: part }];
    }),
  );
}

/** The longest beginning that all texts share, cut back to where a word ends. */
export function sharedBeginning(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const text of others) {
    while (!text.startsWith(first.slice(0, length))) length -= 1;
  }
  return first.slice(0, length);
}

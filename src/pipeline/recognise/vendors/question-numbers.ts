import { columnLabel } from '../../../model/column-label.ts';
import type { ExportColumn } from '../../../model/survey-export.ts';
import { cellsUnder, groupedColumns, sharedBeginning } from './answer-columns.ts';
import { asksWho } from './personal.ts';

/** A column whose name begins with the number of its question. */
interface Numbered {
  readonly column: number;
  readonly number: string;
  readonly text: string;
}

/** What stands between a question and its part: `题目—行`, `题目:选项`, `(选项)`. */
function trimmedPart(text: string): string {
  const bare = text.replace(/^[\s\-—–:_(【[]+/, '');
  const opened = text.length > bare.length && /[(【[]/.test(text.slice(0, text.length - bare.length));
  return opened ? bare.replace(/[)】\]]\s*$/, '') : bare;
}

/** The wording and the parts of the columns of one question: what they share and how they differ. */
function wordingAndParts(columns: readonly Numbered[]) {
  const texts = columns.map(({ text }) => text);
  const shared = sharedBeginning(texts);
  const mark = Math.max(...['—', ':', '_', '(', '-'].map((one) => shared.lastIndexOf(one)));
  const whole = texts.every((text) => /^[\s\-—–:_(【[]/.test(text.slice(shared.length)) || text === shared);
  const length = whole ? shared.length : Math.max(mark, 0);
  return {
    wording: shared.slice(0, length).trim(),
    parts: texts.map((text) => trimmedPart(text.slice(length)) || text),
  };
}

/**
 * Tells what columns hold whose names begin with the number of their question, as `3、性别` or `Q3_性别`: columns of
 * one number belong to one question.
 */
export function numberedColumns(
  head: readonly (readonly string[])[],
  first: number,
  labels: readonly string[],
  pattern: RegExp,
): Map<number, ExportColumn> {
  const numbered = labels.flatMap((label, column): Numbered[] => {
    const match = pattern.exec(label);
    return match === null ? [] : [{ column, number: match[1] ?? '', text: columnLabel(match[2] ?? '') }];
  });
  const groups = Map.groupBy(numbered, ({ number }) => number);
  const known = new Map<number, ExportColumn>();
  for (const [number, columns] of groups) {
    const key = `q${number}`;
    const [only] = columns;
    if (columns.length === 1 && only !== undefined) {
      known.set(only.column, { is: 'question', key, wording: only.text });
      continue;
    }
    const { wording, parts } = wordingAndParts(columns);
    const members = columns.map(({ column }, position) => ({
      column,
      part: parts[position] ?? '',
      cells: cellsUnder(head, first, column),
    }));
    for (const [column, what] of groupedColumns(key, wording, members)) known.set(column, what);
  }
  for (const [column, label] of labels.entries())
    if (known.has(column) && asksWho(label)) known.set(column, { is: 'personal' });
  return known;
}

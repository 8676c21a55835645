import { columnLabel } from '../../model/column-label.ts';
import type { ProblemCode } from '../../model/problem.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Recognition } from '../recognise/fields.ts';

/** A sheet of a drop, and what it was recognised as. */
export interface RecognisedSheet {
  readonly sheet: Sheet;
  readonly recognition: Recognition;
}

/** A sheet that shares so many column names with one that was recognised is data, and something is wrong with it. */
const sharedNames = 2;

function isLike({ head }: Sheet, header: ReadonlySet<string>): boolean {
  return head.some(
    (cells) => new Set(cells.map(columnLabel).filter((name) => header.has(name))).size >= sharedNames,
  );
}

/** What a sheet is that fits no layout. */
const noData: readonly ProblemCode[] = ['unknown-layout', 'list-among-drops'];

/** What stands at the top of a sheet, for people to know it by. */
function beginning({ head }: Sheet): string {
  return head
    .flat()
    .filter((cell) => cell.trim() !== '')
    .slice(0, 6)
    .join(', ');
}

/**
 * Passes over the sheets of a drop that are no data: where one sheet of a workbook or an archive was recognised, another
 * that fits no layout and has nothing in common with it is a cover, a note or a chart. It is named, never an obstacle.
 */
export function passOver(sheets: readonly RecognisedSheet[]): RecognisedSheet[] {
  const headers = sheets.flatMap(({ recognition: { recognised } }) =>
    recognised === null ? [] : [new Set(recognised.header.filter((name) => name !== ''))],
  );
  return sheets.map(({ sheet, recognition }) => {
    const isUnknown = recognition.problems.some(({ code }) => noData.includes(code));
    if (!isUnknown || headers.length === 0 || headers.some((header) => isLike(sheet, header)))
      return { sheet, recognition };
    const { file } = sheet;
    const problem = { code: 'sheet-passed-over', file, value: beginning(sheet) } as const;
    return { sheet, recognition: { recognised: null, problems: [problem] } };
  });
}

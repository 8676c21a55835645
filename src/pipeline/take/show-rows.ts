import { join } from 'node:path';
import { columnLabel } from '../../model/column-label.ts';
import { dropOf } from '../../model/drop-order.ts';
import { shownText, type Problem } from '../../model/problem.ts';
import type { Recognised, Settings } from '../../model/settings.ts';
import type { Sheet } from '../../model/sheet.ts';
import { veilPersonal } from '../check/personal/veil-personal.ts';
import { ReadFailure } from '../read/failure.ts';
import { read } from '../read/read.ts';
import { recognise } from '../recognise/recognise.ts';

/** One cell of a row, as a report may show it: what could give somebody away is veiled. */
export interface ShownCell {
  readonly column: string;
  readonly text: string;
  /** Whether the problem lies in it. */
  readonly bad: boolean;
}

/** What stands for a cell that no report needs. */
const hidden = '···';
const longestCell = 80;

/** The columns with the days of a finding's life. */
function eventDays({ description, header }: Recognised): number[] {
  return (description?.events ?? []).map(({ on }) => header.indexOf(columnLabel(on)));
}

/** Survey answers are private, and nobody knows what columns hold that are not ours. */
function isShown(position: number, recognised: Recognised | null): boolean {
  if (recognised === null) return true;
  return [...recognised.columns.values(), ...eventDays(recognised)].includes(position);
}

function positionOf(column: string | undefined, recognised: Recognised | null): number {
  if (column === undefined || recognised === null) return -1;
  const named = recognised.header.indexOf(column.normalize('NFKC').trim());
  return named >= 0 ? named : (recognised.columns.get(column) ?? -1);
}

function shownRow(
  cells: readonly string[],
  recognised: Recognised | null,
  { column }: Problem,
  veil: (text: string) => string,
): readonly ShownCell[] {
  const badPosition = positionOf(column, recognised);
  return cells.map((cell, position) => {
    const bad = position === badPosition;
    const text = bad || isShown(position, recognised) ? veil(shownText(cell, longestCell)) : hidden;
    return { column: recognised?.header[position] ?? '', text: cell.trim() === '' ? '' : text, bad };
  });
}

/** The rows of a sheet that are asked for, by number. */
async function rowsAt(sheet: Sheet, wanted: ReadonlySet<number>): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  const last = Math.max(...wanted);
  try {
    for await (const { first, rows } of sheet.rows()) {
      for (const row of wanted) {
        const cells = rows[row - first];
        if (cells !== undefined) found.set(row, cells);
      }
      if (first + rows.length > last) break;
    }
  } catch (error) {
    // What cannot be read is a problem already; the rows before it are shown.
    if (!(error instanceof ReadFailure)) throw error;
  }
  return found;
}

/**
 * The rows in which problems lie, read again from their drops, for people who are to mend them. A problem of a setting, a
 * list or a whole file has none. What may give somebody away is veiled, unless another `veil` is given: a report may be
 * passed on, a window on the very machine that holds the drops need not hide them from who must decide about them.
 */
export async function showRows(
  data: string,
  settings: Settings,
  problems: readonly Problem[],
  veil: (text: string) => string = veilPersonal,
): Promise<ReadonlyMap<Problem, readonly ShownCell[]>> {
  const shown = new Map<Problem, readonly ShownCell[]>();
  const within = problems.filter(({ row, code }) => row !== undefined && code !== 'bad-setting');
  for (const [drop, ofDrop] of Map.groupBy(within, ({ file }) => dropOf(file))) {
    try {
      for (const sheet of await read({ path: join(data, 'drops', drop), file: drop }, settings.layouts)) {
        const own = ofDrop.filter(({ file }) => file === sheet.file);
        if (own.length === 0) continue;
        const { recognised } = recognise(sheet, settings);
        const rows = await rowsAt(sheet, new Set(own.map(({ row = 0 }) => row)));
        for (const problem of own) {
          const cells = rows.get(problem.row ?? 0);
          if (cells !== undefined) shown.set(problem, shownRow(cells, recognised, problem, veil));
        }
      }
    } catch (error) {
      // A list in lookup/ is no drop, and a drop that cannot be opened is a problem already.
      const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!isAbsent && !(error instanceof ReadFailure)) throw error;
    }
  }
  return shown;
}

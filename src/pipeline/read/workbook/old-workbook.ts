import { Worker } from 'node:worker_threads';
import { damaged } from '../content.ts';
import { ReadFailure } from '../failure.ts';
import { heldMegabytes, mostColumns, patience } from '../limits.ts';
import type { CellRow, Workbook } from './cell-row.ts';
import type { Parsed } from './parse-old-workbook.ts';
import { workbookDamage } from './workbook-damage.ts';

/** Parses a workbook in a thread of its own, and gives up when that takes beyond all reason or fills the memory. */
function parseApart(bytes: Buffer, milliseconds: number): Promise<Parsed> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./parse-old-workbook.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: heldMegabytes },
      // What the library has to say about odd records is not for the terminal of staff.
      stderr: true,
    });
    const end = (parsed: Parsed) => {
      clearTimeout(timer);
      resolve(parsed);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ refused: 'it cannot be read to its end' }), milliseconds);
    worker.once('message', end);
    worker.once('error', (error) => end({ refused: (error as Error).message }));
  });
}

const noWorkbook = {
  zh: '是旧的 Office 文件，但不是工作簿，也许是 Word 文档或邮件',
  en: 'an old office file but no workbook, perhaps a document or a mail',
};

function refusal(said: string, file: string): ReadFailure {
  if (/password|encrypt/i.test(said)) return new ReadFailure({ code: 'encrypted-file', file, value: file });
  if (/find workbook stream/i.test(said))
    return new ReadFailure({ code: 'unknown-format', file, detail: noWorkbook });
  return damaged(file, workbookDamage(said));
}

function refuseWide(rows: readonly CellRow[], file: string): void {
  const wide = rows.find(({ cells }) => cells.length > mostColumns);
  if (wide !== undefined)
    throw new ReadFailure({ code: 'too-many-columns', file, row: wide.row, value: String(mostColumns) });
}

/**
 * Opens a workbook that must be read as a whole: the old `.xls`, the binary `.xlsb`, and the `.ods` of other office
 * programs. `milliseconds` is how long the library may take.
 */
export async function openOldWorkbook(
  bytes: Buffer,
  kind: 'xls' | 'xlsb' | 'ods',
  file: string,
  milliseconds = patience(bytes.length),
): Promise<Workbook> {
  const parsed = await parseApart(bytes, milliseconds);
  if ('refused' in parsed) throw refusal(parsed.refused, file);
  for (const { rows } of parsed.sheets) refuseWide(rows, file);
  const sheets = parsed.sheets.map(({ name, hidden, merges, rows }) => ({
    name,
    hidden,
    merges: () => Promise.resolve(merges),
    rows: async function* () {
      yield [...rows];
    },
  }));
  return { kind, sheets, luggage: parsed.hasMacro ? ['macro'] : [] };
}

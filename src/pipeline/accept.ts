import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import type { Settlement } from '../model/problem.ts';
import { lookupColumns, redactionDecisions, type Settings } from '../model/settings.ts';
import type { Words } from '../model/words.ts';

/** What became of a wish to settle something: lines to add, or why that cannot be. */
export type Settling = { readonly lines: readonly Settlement[] } | { readonly refused: Words };

const shortestHash = 6;

function refuse(zh: string, en: string): Settling {
  return { refused: { zh, en } };
}

function settleRedaction(cells: readonly string[], open: readonly Settlement[]): Settling {
  const [prefix = '', decision = 'redacted'] = cells.map((cell) => cell.trim());
  // What is to be written in its place may hold commas, with blanks after them.
  const written = cells.slice(2).join(',').trim();
  const meant = open.filter((line) => line.cells[0]?.startsWith(prefix));
  const [first] = meant;
  if (first === undefined || new Set(meant.map((line) => line.cells[0])).size > 1)
    return refuse(
      `现在没有哪段文字的校验值是 ${prefix}，或不止一段`,
      `no text that waits for a decision has the hash ${prefix}, or more than one has`,
    );
  const [hash = '', , proposal = ''] = first.cells;
  if (!redactionDecisions.some(({ code }) => code === decision))
    return refuse(
      `决定只能是 redacted 或 kept，不是 ${decision}`,
      `a decision is redacted or kept, not ${decision}`,
    );
  const replacement = decision === 'kept' ? '' : written || proposal;
  return { lines: [{ file: 'redactions', cells: [hash, decision, replacement] }] };
}

function settleSpelling(cells: readonly string[], { lookups }: Settings): Settling {
  const [list = '', spelling = '', id = ''] = cells.map((cell) => cell.trim());
  const entries = lookups[list as keyof typeof lookups] ?? [];
  if (spelling === '' || !entries.some((entry) => entry.id === id))
    return refuse(`lookup/${list}.csv 里没有编号 ${id}`, `lookup/${list}.csv has no id ${id}`);
  return { lines: [{ file: 'spellings', cells: [list, spelling, id] }] };
}

/**
 * Understands what a person agreed to: a line of `spellings.csv` (`departments,市医保局,healthcare`), the hash of a text
 * with personal data, alone or with a decision (`3fa94c,kept`), or `redactions` for all redactions that are proposed. `open` are the redactions that wait for a decision.
 */
export function settle(wish: string, open: readonly Settlement[], settings: Settings): Settling {
  if (wish === 'redactions') return { lines: open };
  const cells = Papa.parse<string[]>(wish, { delimiter: ',' }).data[0] ?? [];
  const first = cells[0]?.trim() ?? '';
  if (first in settings.lookups && cells.length === 3) return settleSpelling(cells, settings);
  if (first.length >= shortestHash && /^[0-9a-f]+$/.test(first)) return settleRedaction(cells, open);
  return refuse(
    `看不懂“${wish}”：应是 名录,写法,编号，或校验值，或 redactions`,
    `“${wish}” is not understood: list,spelling,id or a hash or redactions`,
  );
}

function newLine(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A list with lines added to it, in the order of its own columns; its bytes before them stay as they are. */
function withLines(text: string, lines: readonly Settlement[]): string {
  const file = lines[0]?.file ?? 'spellings';
  const names = lookupColumns[file].map(({ name }) => name);
  const start = text.trim() === '' ? `${names.join(',')}\n` : text;
  const { data, meta } = Papa.parse<string[]>(start, { preview: 1 });
  const header = (data[0] ?? []).map((name) => name.replace(/^\ufeff/, '').trim());
  const rows = lines.map(({ cells }) => header.map((name) => cells[names.indexOf(name)] ?? ''));
  const break_ = newLine(start);
  const ended = /\n$/.test(start) ? start : start + break_;
  return `${ended}${Papa.unparse(rows, { delimiter: meta.delimiter, newline: break_ })}${break_}`;
}

/** Adds lines to the lists in which decisions are kept; each list is whole or untouched. Null, or what is in the way. */
export async function addLines(data: string, lines: readonly Settlement[]): Promise<Words | null> {
  const distinct = [...new Map(lines.map((line) => [line.cells.join('\u0000'), line])).values()];
  for (const [file, own] of Map.groupBy(distinct, (line) => line.file)) {
    const path = join(data, 'lookup', `${file}.csv`);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return {
        zh: `lookup/${file}.csv 不是 UTF-8：请另存为 UTF-8，或自己加这一行`,
        en: `lookup/${file}.csv is not UTF-8: save it as UTF-8, or add the line yourself`,
      };
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.part`, withLines(text, own));
    await rename(`${path}.part`, path);
  }
  return null;
}

import { Readable } from 'node:stream';
import Papa from 'papaparse';
import type { RowBatch } from '../../model/sheet.ts';
import { ReadFailure } from './failure.ts';

/** Text may run this long without a row being finished; most likely a quote is never closed. Memory would grow with it. */
const longestRow = 4_000_000;

/** A row that is longer than this and not finished is held back until there is half as much again, so that it is not split over and over. */
const longRow = 1_000_000;

const delimiters = [',', '\t', ';', '|'];

/** How many of the first rows show what a table is like. */
const preview = 50;

function parseStart(start: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(start, { preview, delimiter, skipEmptyLines: true }).data;
}

/** The width that most rows have, one apart: titles and notes have one cell, whatever the delimiter. */
function usualWidth(rows: readonly (readonly string[])[]): number {
  const widths = Map.groupBy(
    rows.filter(({ length }) => length > 1),
    ({ length }) => length,
  );
  const [usual] = [...widths].sort(([a, one], [b, other]) => other.length - one.length || b - a);
  return usual?.[0] ?? 1;
}

/**
 * The delimiter of a table, from its first rows: the one by which most of them are equally wide.
 *
 * @example
 * guessDelimiter('a;b;c\n1,5;2;3'); // => ';'
 * guessDelimiter('List\n\na|b|c\n1|2|3'); // => '|'
 */
export function guessDelimiter(start: string): string {
  const fits = delimiters.flatMap((delimiter) => {
    const rows = parseStart(start, delimiter);
    const width = usualWidth(rows);
    const misfits = rows.filter((row) => row.length !== width).length;
    return width > 1 ? [{ delimiter, width, misfits }] : [];
  });
  const [best] = fits.sort((a, b) => a.misfits - b.misfits || b.width - a.width);
  return best?.delimiter ?? ',';
}

/** The cells of the first rows of a text. */
export function firstRows(start: string): string[][] {
  return parseStart(start, guessDelimiter(start));
}

type Result = Papa.ParseResult<string[]>;

/** A hand-over of one result at a time from Papa's callback to whoever awaits it. */
function handOver() {
  let wake: (() => void) | null = null;
  let ready: Result | 'end' | null = null;
  let failure: { readonly error: unknown } | null = null;
  const rouse = () => {
    wake?.();
    wake = null;
  };
  return {
    give(result: Result | 'end') {
      ready = result;
      rouse();
    },
    fail(error: unknown) {
      failure = { error };
      rouse();
    },
    async take(): Promise<Result | 'end'> {
      if (ready === null && failure === null) await new Promise<void>((resolve) => (wake = resolve));
      if (failure !== null) throw failure.error;
      const result = ready ?? 'end';
      ready = null;
      return result;
    },
  };
}

/** A quote and a bare LF: where lines end with CR and LF, as the last line does to which somebody added with another program. */
const bareEnd = '"\n';

/**
 * Where the text ends that can be split without what follows: Papa Parse takes a quote for a slip if blanks, half a line break or one of
 * another kind come after it and then nothing.
 */
function settledLength(text: string, firstEnd: string | undefined): number {
  let end = text.length;
  if (firstEnd === '\r\n' && text.endsWith(bareEnd)) return end - bareEnd.length;
  while (end > 0 && /[^\S\n]/.test(text.charAt(end - 1))) end -= 1;
  return end > 0 && text.charAt(end - 1) === '"' ? end - 1 : end;
}

const lineEnd = /\r\n|\r|\n/;

/** How often lines end in each way. */
type LineEnds = ReadonlyMap<string, number>;

function countLineEnds(text: string, before: LineEnds): LineEnds {
  const counts = new Map(before);
  for (const [end] of text.matchAll(new RegExp(lineEnd, 'g'))) counts.set(end, (counts.get(end) ?? 0) + 1);
  return counts;
}

/** Why a row does not end: its lines end otherwise than the first one of the text, by which rows are told apart, or a quote is not closed. */
function endless(file: string, row: number, ends: LineEnds, first: string): ReadFailure {
  const alike = ends.get(first) ?? 0;
  const others = [...ends.values()].reduce((sum, count) => sum + count, -alike);
  return others > alike
    ? new ReadFailure({ code: 'mixed-line-ends', file, row, value: String(others) })
    : new ReadFailure({ code: 'broken-quotes', file, row });
}

/** Splits text into rows, a batch at a time; the text is pulled only as fast as the rows are taken. */
export async function* splitRows(
  text: AsyncIterable<string>,
  delimiter: string,
  file: string,
): AsyncGenerator<RowBatch> {
  let row = 1;
  let unfinished = 0;
  let firstEnd: string | undefined;
  let ends: LineEnds = new Map();
  const guarded = async function* () {
    let unsettled: string[] = [];
    let length = 0;
    for await (const chunk of text) {
      unfinished += chunk.length;
      firstEnd ??= lineEnd.exec(chunk)?.[0];
      // Rows of a usual length are not looked through: that would cost as much as splitting them.
      if (unfinished > longRow) ends = countLineEnds(chunk, ends);
      if (unfinished > longestRow) throw endless(file, row, ends, firstEnd ?? '');
      unsettled.push(chunk);
      length += chunk.length;
      if (unfinished > longRow && length * 2 < unfinished) continue;
      const joined = unsettled.join('');
      const end = settledLength(joined, firstEnd);
      unsettled = [joined.slice(end)];
      length = joined.length - end;
      if (end > 0) yield joined.slice(0, end);
    }
    const rest = unsettled.join('');
    if (rest !== '') yield rest === bareEnd ? `"${firstEnd}` : rest;
  };
  const source = Readable.from(guarded(), { objectMode: true, highWaterMark: 1 });
  const hand = handOver();
  let parser: Papa.Parser | undefined;
  let waiting = false;
  source.on('error', hand.fail);
  Papa.parse<string[]>(source, {
    delimiter,
    chunk: (result, handle) => {
      parser = handle;
      waiting = true;
      handle.pause();
      // A parser that rests lets the text run on into a queue of its own.
      source.pause();
      hand.give(result);
    },
    complete: () => hand.give('end'),
    error: hand.fail,
  });
  try {
    for (;;) {
      const result = await hand.take();
      if (result === 'end') return;
      const broken = result.errors.find(({ type }) => type === 'Quotes');
      if (broken !== undefined)
        throw new ReadFailure({ code: 'broken-quotes', file, row: row + (broken.row ?? 0) });
      if (result.data.length > 0) {
        unfinished = 0;
        ends = new Map();
        yield { first: row, rows: result.data };
        row += result.data.length;
      }
      waiting = false;
      parser?.resume();
      if (!waiting) source.resume();
    }
  } finally {
    source.destroy();
  }
}

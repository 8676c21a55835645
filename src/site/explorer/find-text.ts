import { inAny, inEach, readPlaces } from './places.ts';
import { shardsFor } from './shards.ts';
import { demandsOf, type Wanted } from './terms.ts';

/** Fetches a file of the index by its name, once. */
export type Load = (file: string) => Promise<string>;

/** The findings that a text stands in, and those of them that have all of it in the title; places in the register, rising. */
export interface TextMatch {
  readonly places: readonly number[];
  readonly titled: readonly number[];
}

interface Found {
  readonly title: readonly number[];
  readonly both: readonly number[];
}

/** Lines of a file that answer a piece. A file begins with its lines in order, so the search may stop. */
function linesFor(file: string, { term, as }: Wanted): string[] {
  const lines = file.split('\n');
  if (as === 'beginning') return lines.filter((line) => line.startsWith(term));
  const line = lines.find((one) => one.startsWith(`${term}\t`));
  return line === undefined ? [] : [line];
}

async function findPiece(begins: readonly string[], wanted: Wanted, load: Load): Promise<Found> {
  const files = await Promise.all(shardsFor(begins, wanted).map((shard) => load(`terms/${shard}.txt`)));
  const parts = files
    .flatMap((file) => linesFor(file, wanted))
    .map((line) => line.split('\t').slice(1).map(readPlaces));
  const title = inAny(parts.map(([first = []]) => first));
  return { title, both: inAny([title, ...parts.map(([, second = []]) => second)]) };
}

/** All pieces of one way to answer, or of all demands together. */
function allOf(found: readonly Found[]): Found {
  return { title: inEach(found.map(({ title }) => title)), both: inEach(found.map(({ both }) => both)) };
}

function anyOf(found: readonly Found[]): Found {
  return { title: inAny(found.map(({ title }) => title)), both: inAny(found.map(({ both }) => both)) };
}

/**
 * Finds what a reader typed. Null where there is nothing in it to look for.
 * `begins` tells by which piece each file of the index begins.
 */
export async function findText(
  typed: string,
  begins: readonly string[],
  load: Load,
): Promise<TextMatch | null> {
  const demands = demandsOf(typed);
  if (demands.length === 0) return null;
  const answers = demands.map(async (ways) =>
    anyOf(
      await Promise.all(
        ways.map(async (way) => allOf(await Promise.all(way.map((piece) => findPiece(begins, piece, load))))),
      ),
    ),
  );
  const { title, both } = allOf(await Promise.all(answers));
  return { places: both, titled: title };
}

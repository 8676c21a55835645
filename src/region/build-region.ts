import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import Papa from 'papaparse';
import { regional } from '../model/regional.ts';
import type { Words } from '../model/words.ts';
import { assureRoom } from '../pipeline/place/assure-room.ts';
import { dictionaryHeader, dictionaryRows } from '../pipeline/package/dictionary.ts';
import { writeCells } from '../pipeline/publish/cells.ts';
import { writeTable } from '../pipeline/publish/write-table.ts';
import { assureReplaceable, clearAway, recover, swap } from '../pipeline/place/put-in-place.ts';
import { anHour, sweep } from '../pipeline/files/sweep.ts';
import {
  overviewOf,
  regionalNames,
  withoutRepeats,
  type Heading,
  type OverviewRows,
  type Reading,
} from './overview.ts';
import { readCityApart } from './read-city-apart.ts';
import { renderOverview } from './render-overview.ts';
import type { Source } from './source.ts';

/** What an overview is built of. */
export interface RegionOptions {
  /** The folder of this project. */
  readonly root: string;
  readonly sources: readonly Source[];
  /** The folder of the finished site. */
  readonly out: string;
  readonly heading: Heading;
  /** The largest package that is read, in bytes. */
  readonly most: number;
  /** Told of each city when it has been read: null where it held, else why it was refused. */
  readonly tell: (source: Source, why: Words | null) => void;
}

/** What came of it: how many cities held, and whether a site was made. */
export interface RegionBuilt {
  readonly verified: number;
  readonly published: boolean;
}

/** Every overview that we build has this file. */
const mark = join('data', 'cities.csv');

/** So many cities are read at once. */
const atOnce = 2;

/** A site of a few pages, in bytes. */
const room = 20_000_000;

/** Reads every city, some at once; the readings stand in the order of the sources. */
async function readAll({ sources, most, tell }: RegionOptions): Promise<Reading[]> {
  const readings: Reading[] = [];
  const waiting = [...sources.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, source] = next;
      const told = await readCityApart({ source, most });
      readings[place] = { source, ...told };
      tell(source, 'city' in told ? null : told.why);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return readings;
}

/** Writes the tables of an overview, and the dictionary that explains them. */
async function writeOverview(
  folder: string,
  rows: OverviewRows,
  languages: readonly string[],
): Promise<void> {
  for (const name of regionalNames) {
    const { header, cells } = writeCells(regional[name], rows[name], languages);
    await writeTable(folder, name, header, cells);
  }
  const dictionary = [dictionaryHeader(languages), ...dictionaryRows(Object.values(regional), languages)];
  await writeFile(join(folder, 'dictionary.csv'), `${Papa.unparse(dictionary)}\r\n`);
}

/**
 * Builds the overview of several cities: reads and verifies the package of each, holds their figures side by side, and
 * renders the site from the tables that it offers for download. A city that does not hold is shown as refused, with the
 * reason. Where none holds nothing is built, and the last good site stands.
 */
export async function buildRegion(options: RegionOptions): Promise<RegionBuilt> {
  const { root, out, heading } = options;
  recover(out, mark);
  await assureReplaceable(out, mark);
  await assureRoom([{ folder: dirname(out), bytes: room }]);
  const read = await readAll(options);
  const readings = withoutRepeats(read);
  for (const [place, reading] of readings.entries())
    if (reading !== read[place] && 'why' in reading) options.tell(reading.source, reading.why);
  const verified = readings.filter((reading) => 'city' in reading).length;
  if (verified === 0) return { verified, published: false };
  await mkdir(dirname(out), { recursive: true });
  await sweep(dirname(out), anHour, `${basename(out)}.making-`);
  const making = await mkdtemp(`${out}.making-`);
  try {
    const site = join(making, 'site');
    const { languages } = heading;
    const tables = join(making, 'tables');
    await writeOverview(tables, overviewOf(readings, heading), languages);
    await renderOverview({ root, tables, site });
    await cp(tables, join(site, 'data'), { recursive: true });
    const replaced = await swap(site, out, mark);
    if (replaced !== null) clearAway(replaced, out);
    return { verified, published: true };
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

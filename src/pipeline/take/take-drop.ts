import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { questionColumn } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import type { RecordKind } from '../../model/record.ts';
import type { Recognised, Settings } from '../../model/settings.ts';
import type { RowBatch } from '../../model/sheet.ts';
import { check, columnsOf } from '../check/check.ts';
import { fileNameProblems } from '../check/file-name.ts';
import { hashCode } from '../files/hash-code.ts';
import { ReadFailure } from '../read/failure.ts';
import { read } from '../read/read.ts';
import { recognise } from '../recognise/recognise.ts';
import {
  findKept,
  keepingKey,
  writeRecords,
  type DropRecords,
  type KeptDrop,
  type ReadDrop,
} from '../register/keep.ts';
import { passOver, type RecognisedSheet } from './pass-over.ts';

/** What a drop becomes records by, libraries included. */
const code = ['read', 'recognise', 'check', 'register', 'take']
  .map((stage) => `src/pipeline/${stage}`)
  .concat('src/model', 'package-lock.json');

const root = fileURLToPath(new URL('../../..', import.meta.url));

let hashed: Promise<string> | undefined;

/** The hash of that code, taken once: records that other code has kept are read again. */
export function codeHash(): Promise<string> {
  hashed ??= hashCode(root, code);
  return hashed;
}

/** What drops are taken by. */
export interface Taking {
  /** The folder of the programme. */
  readonly data: string;
  /** Where records of drops are kept between runs. */
  readonly cache: string;
  readonly settings: Settings;
}

/** What one sheet of a drop has become: records kept by an earlier run, records to be kept now, or problems alone. */
export type Taken =
  { readonly before: KeptDrop } | { readonly fresh: ReadDrop } | { readonly problems: readonly Problem[] };

/** Told now and then how far a drop is: the rows read since the last time, and the share of the drop that is done. */
export type SeeProgress = (rows: number, share: number) => void;

/** Opens a drop and takes each of its sheets. */
export async function takeDrop(file: string, taking: Taking, seeProgress: SeeProgress): Promise<Taken[]> {
  try {
    const { data, settings } = taking;
    const sheets = await read({ path: join(data, 'drops', file), file }, settings.layouts);
    const recognised = passOver(sheets.map((sheet) => ({ sheet, recognition: recognise(sheet, settings) })));
    const taken = [];
    for (const [place, one] of recognised.entries()) {
      const seeSheet: SeeProgress = (rows, share) => seeProgress(rows, (place + share) / recognised.length);
      taken.push(await takeSheet(one, taking, seeSheet));
    }
    return taken;
  } catch (error) {
    if (error instanceof ReadFailure) return [{ problems: [error.problem] }];
    throw error;
  }
}

/** Often enough for an eye, seldom enough for a message from one thread to another. */
const millisecondsBetween = 100;

/** Passes rows on and says now and then how far they are. */
async function* watched(
  batches: AsyncIterable<RowBatch>,
  seeProgress: SeeProgress,
): AsyncGenerator<RowBatch> {
  let last = performance.now();
  let seen = 0;
  for await (const batch of batches) {
    yield batch;
    seen += batch.rows.length;
    if (performance.now() - last < millisecondsBetween) continue;
    seeProgress(seen, batch.share ?? 0);
    seen = 0;
    last = performance.now();
  }
  seeProgress(seen, 1);
}

/** The columns that a sheet gives: fields and questions. What else its records may hold, it says nothing of. */
function statedColumns({ columns, answers }: Recognised): string[] {
  return [...columns.keys(), ...[...answers.keys()].map(questionColumn)];
}

/** Checks one sheet of a drop, unless the records of an earlier run still hold. */
async function takeSheet(
  { sheet, recognition }: RecognisedSheet,
  { cache, settings }: Taking,
  seeProgress: SeeProgress,
): Promise<Taken> {
  const { file, sha256, encoding, proof, noticed } = sheet;
  try {
    const { recognised, problems } = recognition;
    if (recognised === null) return { problems: [...noticed, ...problems] };
    const key = keepingKey(sha256, file, [await codeHash(), recognised.layout, settings]);
    const before = await findKept(cache, key);
    if (before !== null) return { before };
    const rows = watched(sheet.rows(), seeProgress);
    const columns = (kind: RecordKind) => columnsOf(kind, recognised, settings);
    const begin = (tell: (problem: Problem) => void): DropRecords => {
      for (const problem of [...noticed, ...fileNameProblems(file, settings)]) tell(problem);
      const { kinds, batches, found } = check(file, rows, recognised, settings, tell);
      const finish = () => ({
        file,
        sha256,
        layout: recognised.layout,
        encoding,
        proof,
        kinds,
        columns: Object.fromEntries(kinds.map((kind) => [kind, columns(kind)])),
        stated: statedColumns(recognised),
        account: found.account,
        spellings: [...found.spellings],
        redactions: [...found.redactions],
        personal: recognised.personal,
      });
      return { kinds, columns, batches, finish };
    };
    return { fresh: await writeRecords(cache, key, begin) };
  } catch (error) {
    if (error instanceof ReadFailure) return { problems: [error.problem] };
    throw error;
  }
}

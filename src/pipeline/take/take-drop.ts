import { join } from 'node:path';
import type { CheckedDrop } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import type { RecordKind } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import { check, columnsOf } from '../check/check.ts';
import { ReadFailure } from '../read/failure.ts';
import { read } from '../read/read.ts';
import { recognise } from '../recognise/recognise.ts';
import { findKept, keepingKey, writeRecords, type KeptDrop, type ReadDrop } from '../register/keep.ts';
import type { HandOver } from '../register/parts.ts';
import { passOver, type RecognisedSheet } from './pass-over.ts';

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

/** Opens a drop and takes each of its sheets. The parts of its records are handed over as they are written. */
export async function takeDrop(file: string, taking: Taking, handOver: HandOver): Promise<Taken[]> {
  try {
    const { data, settings } = taking;
    const sheets = await read({ path: join(data, 'drops', file), file }, settings.layouts);
    const recognised = passOver(sheets.map((sheet) => ({ sheet, recognition: recognise(sheet, settings) })));
    const taken = [];
    for (const one of recognised) taken.push(await takeSheet(one, taking, handOver));
    return taken;
  } catch (error) {
    if (error instanceof ReadFailure) return [{ problems: [error.problem] }];
    throw error;
  }
}

/** Checks one sheet of a drop, unless the records of an earlier run still hold. */
async function takeSheet(
  { sheet, recognition }: RecognisedSheet,
  { cache, settings }: Taking,
  handOver: HandOver,
): Promise<Taken> {
  const { file, sha256, encoding, proof } = sheet;
  try {
    const { recognised, problems } = recognition;
    if (recognised === null) return { problems };
    const key = keepingKey(sha256, file, [recognised.layout, settings]);
    const before = await findKept(cache, key);
    if (before !== null) return { before };
    const { kinds, batches, found } = check(file, sheet.rows(), recognised, settings);
    const columns = (kind: RecordKind) => columnsOf(kind, recognised, settings);
    const finish = (): CheckedDrop => ({
      file,
      sha256,
      layout: recognised.layout,
      encoding,
      proof,
      kinds,
      columns: Object.fromEntries(kinds.map((kind) => [kind, columns(kind)])),
      account: found.account,
      problems: found.problems,
      spellings: [...found.spellings],
      redactions: [...found.redactions],
      personal: recognised.personal,
    });
    return { fresh: await writeRecords(cache, key, { kinds, columns, batches, finish }, handOver) };
  } catch (error) {
    if (error instanceof ReadFailure) return { problems: [error.problem] };
    throw error;
  }
}

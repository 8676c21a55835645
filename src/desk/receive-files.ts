import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import type { Words } from '../model/words.ts';
import { safeName } from './safe-name.ts';

/** A file that has arrived whole, beside the drops and not yet among them. */
export interface Received {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** The most that may be sent at once: a survey of a million answers has a tenth of it. Larger drops are copied into the folder. */
export const mostBytes = 1_000_000_000;

/** What a form has around its files. */
const form = 1_000_000;

/** Told when more is sent than is taken. Nothing of it is kept. */
export class TooLarge extends Error {}

/** Told when a file has a name that it may not have, or what is sent is no form. Nothing of it is kept. */
export class NotTaken extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

const cutOff: Words = {
  zh: '文件没有传完，什么也没有收；再放一次。',
  en: 'The files did not arrive whole and nothing was taken; send them again.',
};

/** Whether a request says of itself that it is too large: it is refused before a byte of it is read. */
export function isTooLarge({ headers }: Pick<IncomingMessage, 'headers'>, most = mostBytes): boolean {
  return Number(headers['content-length'] ?? 0) > most + form;
}

/** Counts what passes, and stops what is too much: a length that a request says of itself may be a lie. */
function counting(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(piece: Buffer, _, pass) {
      bytes += piece.length;
      if (bytes > most) pass(new TooLarge());
      else pass(null, piece);
    },
  });
}

async function writeDown(source: Readable, name: string, folder: string): Promise<Received> {
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(piece: Buffer, _, pass) {
      hash.update(piece);
      bytes += piece.length;
      pass(null, piece);
    },
  });
  try {
    await pipeline(source, measure, createWriteStream(path, { flags: 'wx' }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { name, path, sha256: hash.digest('hex'), bytes };
}

/**
 * Receives the files of a form into a folder, as a stream: memory does not grow with them. All of them arrive or none:
 * what was written is taken away again when one is refused.
 */
export async function receiveFiles(
  request: IncomingMessage,
  folder: string,
  most = mostBytes,
): Promise<Received[]> {
  const type = request.headers['content-type'];
  if (type === undefined || !type.startsWith('multipart/form-data'))
    throw new NotTaken({ zh: '没有文件', en: 'no file was sent' });
  const parser = new Busboy({ headers: { ...request.headers, 'content-type': type }, preservePath: true });
  const writing: Promise<Received>[] = [];
  const sources: Readable[] = [];
  const refused: Words[] = [];
  parser.on('file', (_, source, given) => {
    // A form without a chosen file sends one without a name.
    const safe = given === '' || given === undefined ? null : safeName(given);
    sources.push(source);
    if (safe !== null && 'name' in safe) {
      const written = writeDown(source, safe.name, folder);
      written.catch(() => {});
      writing.push(written);
      return;
    }
    if (safe !== null) refused.push(safe.refused);
    source.resume();
  });
  const failures: unknown[] = [];
  await pipeline(request, counting(most + form), parser).catch((error: unknown) => {
    failures.push(error);
    // Whoever hangs up leaves files without an end.
    for (const source of sources) source.destroy();
  });
  const ended = await Promise.allSettled(writing);
  const received = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  failures.push(...ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])));
  if (refused[0] !== undefined) failures.push(new NotTaken(refused[0]));
  if (!request.complete && !(failures[0] instanceof TooLarge)) failures.unshift(new NotTaken(cutOff));
  if (failures.length === 0) return received;
  await Promise.all(received.map(({ path }) => rm(path, { force: true })));
  throw failures[0];
}

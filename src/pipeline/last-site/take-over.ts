import { copyFileSync, linkSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { hashOf } from '../files/hash-of.ts';
import { piecesOf } from '../files/read-pieces.ts';

/*
 * Files that would be made of the same by the same code are taken over from the last site, as its pages are: downloads, and the
 * index of words. A record beside the cache says of what they were made and how they were. A file that is not as it was made is
 * made again, and so is everything where the record is not as it was written.
 */

/** A file that was made, under the folder of its site, and how it was. */
export interface MadeFile {
  readonly file: string;
  readonly bytes: number;
  readonly crc: number;
}

/** The last site, as far as files of one kind can be taken over. */
export interface LastFiles {
  /** The folder that holds them. */
  readonly folder: string;
  /** The file of their record, which is renewed. */
  readonly record: string;
  /** The hash of the code that makes them. */
  readonly code: string;
}

/** Files by the key of what they were made of. */
type Made<File> = readonly (readonly [key: string, files: readonly File[]])[];

/** Takes files over, and records what those of the new site were made of. */
export interface TakingOver<File extends MadeFile> {
  /** Takes over what was made of the same: all of its files or, where one is missing or spoilt, none. `there` are those that need not be taken. */
  readonly take: (key: string, there?: ReadonlySet<string>) => readonly File[] | null;
  readonly keep: (made: Made<File>) => void;
}

/** How a file is that has been made. */
export function made(file: string, content: Uint8Array): MadeFile {
  return { file, bytes: content.length, crc: crc32(content) };
}

/** Reads a record: nothing where there is none, or one that is not as it was written. */
function readRecord<File>(path: string): ReadonlyMap<string, readonly File[]> {
  try {
    const [seal = '', text = ''] = readFileSync(path, 'utf8').split('\n');
    return new Map(seal === hashOf(text) ? (JSON.parse(text) as Made<File>) : []);
  } catch {
    return new Map();
  }
}

/** The bytes are read: what a disk has spoilt must not be published again. */
function isAsMade(folder: string, { file, bytes, crc }: MadeFile): boolean {
  try {
    let [read, sum] = [0, 0];
    for (const piece of piecesOf(join(folder, file))) {
      read += piece.length;
      sum = crc32(piece, sum);
    }
    return read === bytes && sum === crc;
  } catch {
    return false;
  }
}

/** The same file under a second name, where the disk allows it. */
function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Opens what the last site has, for the folder of the new one. */
export function openLast<File extends MadeFile>(last: LastFiles, folder: string): TakingOver<File> {
  const before = readRecord<File>(last.record);
  return {
    take: (key, there = new Set()) => {
      const files = before.get(key);
      if (files === undefined) return null;
      const missing = files.filter(({ file }) => !there.has(file));
      if (!missing.every((file) => isAsMade(last.folder, file))) return null;
      for (const { file } of missing) link(join(last.folder, file), join(folder, file));
      return files;
    },
    // Where the site is not put in its place after all, the files there are not as it is said here, and are made again.
    keep: (now) => {
      const text = JSON.stringify(now);
      mkdirSync(dirname(last.record), { recursive: true });
      writeFileSync(`${last.record}.${process.pid}`, `${hashOf(text)}\n${text}`);
      renameSync(`${last.record}.${process.pid}`, last.record);
    },
  };
}

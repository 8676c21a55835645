import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import {
  cacheControl,
  contentTypes,
  uploadStep,
  uploadSteps,
  type UploadStep,
} from '../../src/model/hosted.ts';

/** A file of a site as it goes up. */
export interface UploadedFile {
  readonly step: UploadStep;
  /** With slashes, from the folder of the site. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly content_type: string;
  readonly content_encoding: 'br' | 'gzip' | '';
  readonly cache_control: string;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

const encodings = { br: 'br', gz: 'gzip' } as const;

function typeOf(path: string): string {
  const type = contentTypes[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? 'application/octet-stream';
  return /^text\/|json$|xml$|javascript$|yaml$/.test(type) ? `${type}; charset=utf-8` : type;
}

async function fileAt(site: string, path: string): Promise<UploadedFile> {
  const [plain = path, ending] = path.split(/\.(br|gz)$/) as [string, keyof typeof encodings | undefined];
  const step = uploadStep(path);
  return {
    step,
    path,
    bytes: (await stat(join(site, path))).size,
    sha256: await hashOf(join(site, path)),
    content_type: typeOf(plain),
    content_encoding: ending === undefined ? '' : encodings[ending],
    cache_control: step === 'forever' ? cacheControl.forever : cacheControl.changing,
  };
}

/** Every file of a site in the order in which they go up: by step, then by name, the page that all come to at the very end. */
export async function planUpload(site: string): Promise<UploadedFile[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files: UploadedFile[] = [];
  for (const entry of entries)
    if (entry.isFile())
      files.push(await fileAt(site, relative(site, join(entry.parentPath, entry.name)).split(sep).join('/')));
  const rank = ({ step, path }: UploadedFile) =>
    uploadSteps.indexOf(step) + (/^index\.html/.test(path) ? 1 : 0);
  return files.sort((one, other) => rank(one) - rank(other) || (one.path < other.path ? -1 : 1));
}

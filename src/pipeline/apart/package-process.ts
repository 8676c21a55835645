import { join } from 'node:path';
import type { Packaging } from './package-apart.ts';
import { hashCode } from '../files/hash-code.ts';
import { packageTables } from '../package/package.ts';
import { placeReleases } from '../releases/place-releases.ts';

/* The program that `package-apart.ts` starts: it makes the downloads of the folder of tables that it is given. */

const root = join(import.meta.dirname, '..', '..', '..');

/** What makes the downloads, libraries included. */
const code = [
  'src/pipeline/package',
  'src/pipeline/files',
  'src/pipeline/last-site/take-over.ts',
  'src/model',
  'package-lock.json',
];

const { tables, data, last } = JSON.parse(process.argv[2] ?? '{}') as Packaging;
await packageTables(
  tables,
  last === undefined
    ? null
    : { folder: join(last.site, 'data'), record: last.record, code: await hashCode(root, code) },
);
await placeReleases(data, join(tables, 'releases'));

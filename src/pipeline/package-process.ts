import { join } from 'node:path';
import type { Packaging } from './package-apart.ts';
import { packageTables } from './package/package.ts';
import { placeReleases } from './releases/place-releases.ts';

/* The program that `package-apart.ts` starts: it makes the downloads of the folder of tables that it is given. */

const { tables, data } = JSON.parse(process.argv[2] ?? '{}') as Packaging;
await packageTables(tables);
await placeReleases(data, join(tables, 'releases'));

import { packageTables } from './package/package.ts';

/* The program that `package-apart.ts` starts: it makes the downloads of the folder of tables that it is given. */

await packageTables(process.argv[2] ?? '');

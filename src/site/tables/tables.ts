import { readTables } from './read-tables.ts';

const folder = process.env['ZHAOCHA_TABLES'];
if (!folder) throw new Error('ZHAOCHA_TABLES must name the folder of the public tables');

/** The folder of the public tables of this build. */
export const tablesFolder = folder;

/** The public tables of this build: the only data that a page can show. Read once. */
export const tables = readTables(folder);

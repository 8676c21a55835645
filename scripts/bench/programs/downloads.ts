import { packageTables } from '../../../src/pipeline/package/package.ts';

/*
 * What every form of the public tables takes, from their CSV files alone, in processor time:
 * `node downloads.ts FOLDER`, which holds them under `latest`.
 */

const [folder = ''] = process.argv.slice(2);
const before = process.cpuUsage();
await packageTables(folder);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ seconds: (user + system) / 1e6 }));

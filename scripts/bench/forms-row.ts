import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { measure, type Measurement } from './measure.ts';

const forms = join(import.meta.dirname, 'forms.ts');

/**
 * The row that says what the forms of the tables add to a build: made again alone from the CSV files of a built site, in the
 * time that passes, beside the rest of the build. In a build they are made beside the pages, so they add less than that.
 */
export async function formsRow(site: string, whole: Measurement, folder: string): Promise<string> {
  const tables = join(folder, 'forms');
  const latest = join(tables, 'latest');
  await mkdir(latest, { recursive: true });
  const from = join(site, 'data', 'latest');
  const names = (await readdir(from)).filter((name) => name.endsWith('.csv') && name !== 'codebook.csv');
  for (const name of names) await cp(join(from, name), join(latest, name));
  const { seconds, megabytes } = await measure([forms, tables]);
  await rm(tables, { recursive: true, force: true });
  const share = Math.round((100 * seconds) / Math.max(whole.seconds - seconds, Number.MIN_VALUE));
  return `| all forms of the tables, made alone: ${share} % of the rest of the build | ${seconds.toFixed(1)} s | ${megabytes === null ? '–' : `${Math.round(megabytes)} MB`} | 25 % |`;
}

import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { measure, type Measurement } from './measure.ts';

const forms = join(import.meta.dirname, 'forms.ts');

/**
 * The row that says what the forms of the tables add to a build: made again alone from the CSV files of a built site, beside
 * the rest of the build, in processor time.
 */
export async function formsRow(site: string, whole: Measurement, folder: string): Promise<string> {
  const tables = join(folder, 'forms');
  const latest = join(tables, 'latest');
  await mkdir(latest, { recursive: true });
  const from = join(site, 'data', 'latest');
  const names = (await readdir(from)).filter((name) => name.endsWith('.csv') && name !== 'codebook.csv');
  for (const name of names) await cp(join(from, name), join(latest, name));
  const { output, megabytes } = await measure([forms, tables]);
  const { seconds } = JSON.parse(output) as { readonly seconds: number };
  await rm(tables, { recursive: true, force: true });
  const { processorSeconds } = whole;
  const share =
    processorSeconds === null ? '–' : `${Math.round((100 * seconds) / (processorSeconds - seconds))} %`;
  return `| all forms of the tables, made alone: ${share} of the processor time of the rest of the build | ${seconds.toFixed(1)} s of CPU | ${megabytes === null ? '–' : `${Math.round(megabytes)} MB`} | 25 % |`;
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { nearest } from '../../model/nearest.ts';
import type { Problem } from '../../model/problem.ts';
import { lookupColumns } from '../../model/settings.ts';

/** Meant for settings, and named otherwise: `city.yml`, `city.YAML`, or `city.yaml.txt`, as simple editors save it. */
const almost = /\.ya?ml(?:\.txt)?$/i;

async function almostIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => almost.test(name) && !name.endsWith('.yaml')).sort();
}

/** A table, whatever made it, in a folder where only CSV files of certain names are read; not what Excel or a Mac lays beside one. */
const table = /^(?![.~])(.+)\.(?:csv|tsv|txt|xls[xbm]?|ods)$/i;

const lists = Object.keys(lookupColumns);

/** A file among the lists that is none of them by its name, with the name that it should have. */
function unreadList(name: string): Problem[] {
  const base = table.exec(name)?.[1];
  if (base === undefined || lists.some((list) => name === `${list}.csv`)) return [];
  const meant = lists.includes(base.toLowerCase()) ? [base.toLowerCase()] : nearest(base, lists);
  const names = (meant.length > 0 ? meant : lists).map((list) => `${list}.csv`);
  const detail = { zh: names.join('、'), en: names.join(', ') };
  return [{ code: 'list-not-read', file: `lookup/${name}`, detail }];
}

/** Files of settings and lists that are not read because of their names, each with the name that it should have. */
export async function unreadSettings(data: string): Promise<Problem[]> {
  const beside = (await almostIn(data)).filter((name) => name.replace(almost, '') === 'programme');
  const layouts = (await almostIn(join(data, 'layouts'))).map((name) => `layouts/${name}`);
  const inLookup = await readdir(join(data, 'lookup')).catch(() => []);
  return [
    ...[...beside, ...layouts].map((file): Problem => ({
      code: 'settings-not-read',
      file,
      detail: file.replace(almost, '.yaml'),
    })),
    ...inLookup.sort().flatMap(unreadList),
  ];
}

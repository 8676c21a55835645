import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../model/problem.ts';

/** Meant for settings, and named otherwise: `city.yml`, `city.YAML`, or `city.yaml.txt`, as simple editors save it. */
const almost = /\.ya?ml(?:\.txt)?$/i;

async function almostIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => almost.test(name) && !name.endsWith('.yaml')).sort();
}

/** Files of settings that are not read because of their names, each with the name that it should have. */
export async function unreadSettings(data: string): Promise<Problem[]> {
  const beside = (await almostIn(data)).filter((name) => name.replace(almost, '') === 'programme');
  const layouts = (await almostIn(join(data, 'layouts'))).map((name) => `layouts/${name}`);
  return [...beside, ...layouts].map((file) => ({
    code: 'settings-not-read',
    file,
    detail: file.replace(almost, '.yaml'),
  }));
}

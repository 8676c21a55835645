import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { attribute, isWithin, readPage } from '../../browser/built-page.ts';
import { filesBelow } from '../../browser/site-files.ts';

const site = inject('site');
const files = await filesBelow(site);
const folders = files
  .filter((file) => /^findings\/.+\/findings\.csv$/.test(file))
  .map((file) => file.slice(0, -'/findings.csv'.length));
const linesOf = async (file: string) => (await readFile(join(site, file), 'utf8')).split('\r\n');

/** The findings that all pages of a list link to: its own, or the commendations under them. */
async function listed(folder: string, part: 'own' | 'good' = 'own'): Promise<string[]> {
  const pages = files.filter((file) => file === `${folder}/index.html` || file.startsWith(`${folder}/page/`));
  const links = await Promise.all(
    pages.map(async (file) => {
      const { elements } = await readPage(site, file);
      const good = elements.find((element) => attribute(element, 'id') === 'good');
      return elements
        .filter((element) => attribute(element, 'role') === 'rowheader')
        .filter((element) => (good !== undefined && isWithin(element, good)) === (part === 'good'))
        .flatMap(({ childNodes }) => childNodes.filter((node) => 'tagName' in node))
        .flatMap((link) => /^\/findings\/([^/]+)\/$/.exec(attribute(link, 'href') ?? '')?.[1] ?? []);
    }),
  );
  return links.flat();
}

describe('the lists that stand without script', () => {
  test('are by all that numbers of findings are counted by, and of good practice', () => {
    const kinds = new Set(folders.map((folder) => folder.split('/')[1]));
    expect([...kinds].sort()).toEqual([
      'category',
      'channel',
      'cohort',
      'commendations',
      'department',
      'month',
      'period',
      'severity',
      'status',
      'step',
    ]);
  });

  test('each have a table beside them that holds their rows as the register has them, in its order', async () => {
    const register = await linesOf('data/latest/findings.csv');
    const places = new Map(register.map((line, place) => [line, place]));
    for (const folder of folders) {
      const [header, ...lines] = await linesOf(`${folder}/findings.csv`);
      expect(header).toBe(register[0]);
      const found = lines.slice(0, -1).map((line) => places.get(line) ?? -1);
      expect(found).toEqual(found.toSorted((one, other) => one - other));
      expect(found).not.toContain(-1);
      const ids = lines.slice(0, -1).map((line) => line.split(',')[0]);
      const shown = await listed(folder);
      // Of lists whose rows stand in full elsewhere a page shows the first hundred.
      const isFirst = /\/(channel|severity|cohort|period|step)\//.test(folder) && ids.length > 100;
      expect([folder, shown.length]).toEqual([folder, isFirst ? 100 : ids.length]);
      expect([folder, shown.filter((id) => !ids.includes(id))]).toEqual([folder, []]);
    }
  });

  test('show on a page after the first no number but those of its rows: it stays until one of them changes', async () => {
    const later = files.filter((file) => /^(en\/)?findings\/(.+\/)?page\/\d+\/index\.html$/.test(file));
    expect(later.length).toBeGreaterThan(0);
    for (const file of later) {
      const { elements } = await readPage(site, file);
      const valuesOf = (name: string) => elements.flatMap((element) => attribute(element, name) ?? []);
      const rows = valuesOf('href').flatMap((to) => /^\/(?:en\/)?findings\/([^/]+)\/$/.exec(to)?.[1] ?? []);
      const cells = valuesOf('data-cell').map((cell) => cell.split(':').slice(0, 2).join(' '));
      expect([file, cells.filter((cell) => !rows.includes(cell.replace('findings ', '')))]).toEqual([
        file,
        [],
      ]);
      expect([file, ...valuesOf('data-figure'), ...valuesOf('data-rows')]).toEqual([file]);
    }
  });

  test('name the commendations of the same channel or cohort, with a table of them', async () => {
    const tables = files.filter((file) => /^findings\/.+\/commendations\.csv$/.test(file));
    expect(new Set(tables.map((file) => file.split('/')[1]))).toEqual(new Set(['channel', 'cohort']));
    for (const file of tables) {
      const [, ...lines] = await linesOf(file);
      const ids = lines.slice(0, -1).map((line) => line.split(',')[0]);
      expect((await listed(file.slice(0, -'/commendations.csv'.length), 'good')).toSorted()).toEqual(
        ids.toSorted(),
      );
    }
  });

  test.each(['status', 'month'])('by %s hold every problem once', async (kind) => {
    const own = folders.filter((folder) => folder.startsWith(`findings/${kind}/`));
    const all = (await Promise.all(own.map((folder) => listed(folder)))).flat();
    expect(new Set(all).size).toBe(all.length);
    const whole = new Set((await Promise.all(own.map((folder) => listed(folder)))).flat());
    const problems = await listed('findings');
    expect([...whole].toSorted()).toEqual(problems.toSorted());
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { rowsOf } from '../../../src/verify/read-table.ts';
import { figureKey } from '../../../src/verify/recount/ground.ts';

/* A reader who takes the numbers of a chart takes exactly those: every number in its table is a row of its file. */

const site = inject('site');

const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('index.html') && !/(?:^|[\\/])findings[\\/]/.test(name),
);

interface Chart {
  readonly where: string;
  readonly file: string;
  readonly keys: ReadonlySet<string>;
}

const keyIn = (table: string) => table.replaceAll('&amp;', '&').replaceAll('&#38;', '&');

function chartsOn(page: string): Chart[] {
  const html = readFileSync(join(site, page), 'utf8');
  return [...html.matchAll(/<figure class="fig" id="([^"]*)"[\s\S]*?<\/figure>/g)].map(
    ([figure, id = '']) => {
      const file = /<a href="\/([^"]*)" download="/.exec(figure)?.[1] ?? '';
      const table = /<table[\s\S]*<\/table>/.exec(figure)?.[0] ?? '';
      const figures = [...table.matchAll(/data-figure="([^"]*)"/g)].map(([, key = '']) => keyIn(key));
      const cells = [...table.matchAll(/data-cell="(?:curves|answers):([^"]*):\w+"/g)].map(([, key = '']) =>
        keyIn(key),
      );
      return { where: `${page}#${id}`, file, keys: new Set([...figures, ...cells]) };
    },
  );
}

const keysOf = (file: string) =>
  new Set(
    rowsOf(readFileSync(join(site, file))).flatMap((row) => [
      figureKey(row),
      ['subject_kind', 'subject_id', 'measure', 'day'].map((column) => row[column]).join('|'),
      ['question_id', 'subject_kind', 'subject_id', 'period', 'answer_id']
        .map((column) => row[column])
        .join('|'),
    ]),
  );

test('every number of a chart is in the file of the chart', () => {
  const charts = pages.flatMap(chartsOn);
  expect(charts.length).toBeGreaterThan(50);
  const missing = charts.flatMap(({ where, file, keys }) => {
    if (!file.startsWith('data/charts/')) return [`${where}: ${file}`];
    const there = keysOf(file);
    return [...keys].filter((key) => !there.has(key)).map((key) => `${where}: ${key} is not in ${file}`);
  });
  expect(missing.slice(0, 10)).toEqual([]);
});

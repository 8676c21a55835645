import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { regional } from '../../src/model/regional.ts';
import { writeCells } from '../../src/pipeline/publish/cells.ts';
import { overviewOf, regionalNames } from '../../src/region/overview.ts';
import { readCity } from '../../src/region/read-city.ts';
import { drops, releasedSite, smallSite } from './small-site.ts';

/* Three cities that are unlike each other: one looks for problems and asks nobody, one only asks, one speaks English alone. */

const languages = ['zh', 'en'];
const most = 100_000_000;
const asked = (column: string) => `id,survey,kind,${column}\noverall,2025,grade,满意吗\n`;
const answers = `response_id,submitted_on,overall\n${Array.from({ length: 40 }, (_, place) => `R${place},2025-05-0${(place % 9) + 1},满意\n`).join('')}`;
const cleared: string[] = [];
const pages = new Map<string, string>();

const plain = (markup: string) => markup.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** The piece of a page that is a row of its first table, or a paragraph of its sources. */
const rowOf = (page: string, name: string) =>
  [...page.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => plain(row)).find((row) => row.includes(name)) ?? '';

beforeAll(async () => {
  const alone = { overall_question: 'overall' };
  const sites = [
    await smallSite({ city: '{ zh: 甲市, en: Firsttown }' }, drops(12, 9), releasedSite),
    await smallSite(
      { ...alone, city: '{ zh: 乙市, en: Secondtown }' },
      { 'drops/1.csv': answers, 'lookup/questions.csv': asked('name_zh') },
    ),
    await smallSite(
      {
        ...alone,
        ...{ languages: '[en]', city: '{ en: Thirdtown }', name: '{ en: Thirdtown officers }' },
        ...{ publisher: '{ en: Third Office }', endings: null },
        licence: '{ name: { en: Attribution }, url: "https://example.org/" }',
      },
      {
        'drops/1.csv': 'finding_id,kind,found_on,title_en,department\nF1,problem,2025-05-06,Queue,police\n',
        'drops/2.csv': answers,
        'lookup/questions.csv': asked('name_en').replace('满意吗', 'Are you satisfied?'),
      },
    ),
  ];
  cleared.push(...sites.map((site) => dirname(site)));
  const readings = await Promise.all(
    sites.map(async (folder) => {
      const source = { is: 'folder', folder } as const;
      return { source, city: await readCity(source, most) };
    }),
  );
  const rows = overviewOf(readings, { name: { zh: '省', en: 'Province' }, languages, version: '1' });
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-overview-'));
  cleared.push(folder);
  for (const name of regionalNames) {
    const { header, cells } = writeCells(regional[name], rows[name], languages);
    await writeFile(join(folder, `${name}.csv`), `${Papa.unparse([header, ...cells])}\r\n`);
  }
  process.env['ZHAOCHA_TABLES'] = folder;
  const container = await AstroContainer.create();
  const { default: home } = await import('../../src/region/pages/[...language]/index.astro');
  const { default: data } = await import('../../src/region/pages/[...language]/data/index.astro');
  for (const language of languages) {
    pages.set(language, await container.renderToString(home, { props: { language } }));
    pages.set(`${language} data`, await container.renderToString(data, { props: { language } }));
  }
});

afterAll(async () => {
  for (const folder of cleared) await rm(folder, { recursive: true, force: true });
});

const page = (name: string) => pages.get(name) ?? '';

describe('a city that asks and does not look', () => {
  it('has found nothing because it does not look: it is said so, and no 0 stands for it', () => {
    expect(rowOf(page('en'), 'Secondtown')).toContain('a survey alone: nobody looks for problems');
    expect(rowOf(page('en'), 'Secondtown')).not.toMatch(/ 0 /);
    expect(rowOf(page('zh'), '乙市')).toContain('只发问卷，没有人去查看问题');
    expect(rowOf(page('en'), 'Firsttown')).toMatch(/12 9/);
  });

  it('has no deadlines, and the others have theirs', () => {
    const sources = page('en').split('<h3').slice(1).map(plain);
    const of = (name: string) => sources.find((source) => source.includes(name)) ?? '';
    expect(of('Secondtown')).not.toContain('Deadlines');
    expect(of('Firsttown')).toContain('Deadlines minor 10 , ordinary 5 , serious 3 working days');
  });
});

describe('the words of cities and of the overview', () => {
  it('mark what a city says in another language than that of the page', () => {
    expect(page('zh')).toMatch(/<span data-text lang="en">Are you satisfied\?<\/span>/);
    expect(page('zh')).toMatch(/<span data-text lang="en">Third Office<\/span>/);
    expect(page('en')).toMatch(/<span data-text>Are you satisfied\?<\/span>/);
  });

  it('part the span of the data from its periods, and speak of one release as of one', () => {
    expect(page('en')).toMatch(/2025-06-30<\/time>\s*<\/b>\s+<span class="sm by">by quarter/);
    expect(plain(page('en'))).toMatch(/the record of 1 release: all held/);
    expect(plain(page('en data'))).not.toMatch(/\b1 rows/);
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  attribute,
  hasClass,
  readPage,
  textOf,
  type BuiltPage,
  type Element,
} from '../../browser/built-page.ts';
import { readDownloads, type TextRow } from '../../browser/downloads.ts';
import { filesBelow } from '../../browser/site-files.ts';

/* A unit that is withheld gives nothing: no number, no drawing, no order, no spoken word, on any page or in any file. */

const site = inject('site');
let files: string[];
let figures: TextRow[];
let questions: TextRow[];
let lastTold: TextRow[];
let pages: BuiltPage[];
/** Departments and questions of which nothing is told. */
let hidden: ReadonlySet<string>;

beforeAll(async () => {
  files = await filesBelow(site);
  const tables = await readDownloads(site);
  figures = tables.get('figures') ?? [];
  questions = tables.get('questions') ?? [];
  lastTold = tables.get('last_told') ?? [];
  hidden = new Set(
    figures
      .filter((row) => row.subject_kind === 'department' && row.period === 'all' && row.status === 'withheld')
      .filter((row) => row.measure === 'answered')
      .map((row) => `${row.subject_id} ${row.question_id}`),
  );
  const html = files.filter(
    (file) => /^(?:en\/)?(?:survey|departments|services|halls)\//.test(file) && file.endsWith('.html'),
  );
  pages = await Promise.all(html.map((file) => readPage(site, file)));
});

const isAll = (department: string, question: string) => hidden.has(`${department} ${question}`);

/** The department that a row of a table is about, by the link in its head. */
function departmentOf(row: Element): string | null {
  const [head] = row.childNodes;
  const link = head !== undefined && 'childNodes' in head ? head.childNodes[0] : undefined;
  const href = link !== undefined && 'attrs' in link ? (attribute(link, 'href') ?? '') : '';
  return /^\/(?:en\/)?departments\/([^/]+)\/$/.exec(href)?.[1] ?? null;
}

const below = (element: Element): Element[] =>
  element.childNodes.flatMap((node) => ('tagName' in node ? [node, ...below(node)] : []));

/** What an earlier release told stands by itself, dated: it is no number of now. */
const isOld = (element: Element) => hasClass(element, 'old');

const belowNow = (element: Element): Element[] =>
  element.childNodes.flatMap((node) => ('tagName' in node && !isOld(node) ? [node, ...belowNow(node)] : []));

/** The text of an element without what an earlier release told. */
const textNow = (element: Element) =>
  below(element)
    .filter(isOld)
    .reduce((text, old) => text.replace(textOf(old), ''), textOf(element));

/** Whatever in an element could tell a number of now: digits that are read or spoken, and drawings. */
function tellingIn(cells: readonly Element[]): string[] {
  const all = cells.flatMap((cell) => [cell, ...belowNow(cell)]);
  const spoken = all.flatMap(({ attrs }) =>
    attrs.filter(({ name }) => !['class', 'href', 'role', 'scope'].includes(name)).map(({ value }) => value),
  );
  const drawn = all.filter(({ tagName }) =>
    ['svg', 'rect', 'line', 'circle', 'path', 'data', 'meter', 'progress'].includes(tagName),
  );
  return [
    ...[...cells.map(textNow), ...spoken].filter((text) => /\d/.test(text)),
    ...drawn.map(({ tagName }) => `<${tagName}>`),
  ];
}

const cellsOf = (row: Element) =>
  row.childNodes.filter((node): node is Element => 'tagName' in node).slice(1);

describe('a unit that is withheld', () => {
  test('is there to be looked at', () => {
    expect(figures.filter(({ status }) => status === 'withheld').length).toBeGreaterThan(1000);
    expect(pages.length).toBeGreaterThan(100);
  });

  test('has neither number nor drawing in its row on the pages of the questions', () => {
    let looked = 0;
    const telling = pages.flatMap(({ file, elements }) => {
      const question =
        /survey\/([^/]+)\/index\.html$/.exec(file)?.[1] ??
        (file.endsWith('survey/index.html') ? 'overall' : '');
      return elements.flatMap((row) => {
        const department = row.tagName === 'tr' ? departmentOf(row) : null;
        if (question === '' || department === null || !isAll(department, question)) return [];
        looked += 1;
        return tellingIn(cellsOf(row)).map((what) => `${file} ${department}: ${what}`);
      });
    });
    expect(looked).toBeGreaterThan(50);
    expect(telling).toEqual([]);
  });

  test('has neither number nor drawing in the rows of its own page', () => {
    let looked = 0;
    const telling = pages.flatMap(({ file, elements }) => {
      const department = /departments\/([^/]+)\/index\.html$/.exec(file)?.[1] ?? '';
      return elements.flatMap((row) => {
        const link = row.tagName === 'tr' ? below(row).find(({ tagName }) => tagName === 'a') : undefined;
        const question = /\/survey\/([^/]+)\/$/.exec((link && attribute(link, 'href')) ?? '')?.[1];
        if (question === undefined || !isAll(department, question)) return [];
        looked += 1;
        return tellingIn(cellsOf(row)).map((what) => `${file} ${question}: ${what}`);
      });
    });
    expect(looked).toBeGreaterThan(50);
    expect(telling).toEqual([]);
  });

  test('has beside it, dated, what the last release told of it, on its own page and on those of the questions', () => {
    const graded = new Set(questions.filter(({ kind }) => kind === 'grade').map((row) => row.question_id));
    const told = lastTold.filter(
      (row) =>
        row.subject_kind === 'department' &&
        row.measure === 'positive_rate' &&
        graded.has(row.question_id ?? ''),
    );
    expect(told.length).toBeGreaterThan(30);
    expect(new Set(told.map(({ subject_id }) => subject_id)).size).toBeGreaterThan(5);
    const sentences = new Map(
      pages.map(({ file, elements }) => [
        file,
        elements.filter(isOld).map((one) => [one, textOf(one)] as const),
      ]),
    );
    const missing = told.flatMap((row) => {
      const cell = `last_told:department|${row.subject_id}|all|positive_rate|${row.question_id}|:value`;
      return [`departments/${row.subject_id}`, `survey/${row.question_id}`].filter(
        (page) =>
          !sentences
            .get(`${page}/index.html`)
            ?.some(
              ([old, text]) =>
                text.startsWith(`上次公布（第 ${row.release} 期，${row.published_on}）：`) &&
                text.endsWith(`n = ${row.base}`) &&
                below(old).some((one) => attribute(one, 'data-cell') === cell),
            ),
      );
    });
    expect(missing).toEqual([]);
  });

  test('has beside it what the last release told of each answer to a question of choices', () => {
    const chosen = new Set(
      questions.filter(({ kind }) => kind === 'single' || kind === 'multiple').map((row) => row.question_id),
    );
    const told = lastTold.filter(
      (row) => row.subject_kind === 'department' && row.answer_id !== '' && chosen.has(row.question_id ?? ''),
    );
    expect(told.length).toBeGreaterThan(30);
    const cells = new Map(
      pages.map(({ file, elements }) => [
        file,
        new Set(elements.flatMap((one) => attribute(one, 'data-cell') ?? [])),
      ]),
    );
    const missing = told
      .map((row) => ({
        page: `survey/${row.question_id}/index.html`,
        cell: `last_told:department|${row.subject_id}|all||${row.question_id}|${row.answer_id}:value`,
      }))
      .filter(({ page, cell }) => cells.get(page)?.has(cell) !== true);
    expect(missing).toEqual([]);
  });

  test('stands where its name puts it: the order of the rows is the same for every question', () => {
    const orders = new Set(
      pages
        .filter(({ file }) => /^survey\//.test(file))
        .flatMap(({ elements }) =>
          elements
            .filter(({ tagName }) => tagName === 'tbody')
            .map((body) =>
              below(body)
                .flatMap((row) => departmentOf(row) ?? [])
                .join(' '),
            )
            .filter((order) => order !== ''),
        ),
    );
    expect([...orders]).toHaveLength(1);
  });

  test('is marked for the eye and the ear in words that are the same for all', () => {
    const marks = pages.flatMap(({ elements }) => elements.filter((one) => hasClass(one, 'wh')).map(textOf));
    expect(marks.length).toBeGreaterThan(100);
    expect([...new Set(marks)].every((mark) => !/[\d<＜]/.test(mark))).toBe(true);
  });

  test('stands in no index of words: it tells no digit of a page that the page does not tell', async () => {
    const told = new Map<string, string>();
    for (const file of files.filter((one) => one.endsWith('.pf_fragment'))) {
      const text = gunzipSync(await readFile(join(site, file))).toString('utf8');
      const { url, content } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string; content: string };
      told.set(url, content);
    }
    const strangers = pages.filter(({ address, elements }) => {
      const digits = (text: string) => text.replaceAll(/\D/g, '');
      const main = elements.find(({ tagName }) => tagName === 'main');
      const own = digits(main === undefined ? '' : textOf(main));
      let at = 0;
      for (const digit of digits(told.get(address) ?? '')) at = own.indexOf(digit, at) + 1 || Infinity;
      return at > own.length;
    });
    expect(told.size).toBeGreaterThan(100);
    expect(strangers.map(({ file }) => file)).toEqual([]);
  });

  test('stands in no feed, no register and no record of a finding: these know nothing of the survey', async () => {
    const others = files.filter(
      (file) => /\.(?:xml|json|txt)$/.test(file) && !file.startsWith('data/') && !file.startsWith('sitemap'),
    );
    expect(others.length).toBeGreaterThan(500);
    const wordings = questions
      .flatMap((row) => [row.text_zh ?? '', row.text_en ?? ''])
      .filter((text) => text !== '');
    const words = [...wordings, 'positive_rate', 'negative_rate', 'mean_score', 'net_promoter', 'withheld'];
    const telling: string[] = [];
    for (const file of others) {
      const text = await readFile(join(site, file), 'utf8');
      telling.push(...words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`));
    }
    expect(telling).toEqual([]);
  });
});

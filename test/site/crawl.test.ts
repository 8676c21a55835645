import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { fileIndex, published } from '../../src/model/published.ts';
import { wordless } from '../../src/model/wordless.ts';
import { outcomes } from '../../src/site/findings/outcome.ts';
import {
  attribute,
  hasClass,
  isWithin,
  linkAround,
  readPage,
  runsOf,
  textOf,
  type BuiltPage,
  type Element,
} from '../browser/built-page.ts';
import { readDownloads, readTable, type TextRow } from '../browser/downloads.ts';
import { filesBelow, fileOf, kindOf } from '../browser/site-files.ts';
import { shownCell, shownFigure } from '../browser/shown-number.ts';

/** What the design allows, in bytes as gzip makes them; `style` is the one sheet of all pages, fetched once. */
const budgets = { page: 30_000, list: 60_000, entry: 5_000, chart: 75_000, style: 6_000 };

/** What judges the site is left readable, and is loaded when a reader asks for it. */
const verifier = { file: 'data/verify/verify.js', most: 100_000 };

/** Kinds of page that are long lists. */
const lists = /^findings(\/(?!\*)|$)/;

/** Numbers that are part of a fixed wording: the coverage of every interval, and the ends of a scale. */
const fixedWording = /95\s?%|99\.8\s?%|0–100%/g;

/** Names the problems of a page, each with its place. */
type Check = (page: BuiltPage) => string[];

/** The tables, and the index of the files that they lie in. */
const declared = { ...published, index: fileIndex };

const site = inject('site');
const found = new Map<string, string[]>();
const anchors = new Map<string, Set<string>>();
const opened = new Map<string, URL>();
const links: { from: string; to: URL }[] = [];
let tables: Map<string, TextRow[]>;
let rowsByKey: Map<string, Map<string, TextRow>>;
let files: Set<string>;
let pages: string[];
let languages: string[];
let origin: string;

function fact(field: string): string {
  return tables.get('programme')?.find((row) => row.field === field)?.value ?? '';
}

function indexed(table: string, rows: readonly TextRow[]): Map<string, TextRow> {
  const { key } = declared[table as keyof typeof declared];
  return new Map(rows.map((row) => [key.map((column) => row[column] ?? '').join('|'), row]));
}

function complaint(element: Element, why: string): string {
  const name = ['data-figure', 'data-cell', 'data-rows', 'id', 'href']
    .map((one) => attribute(element, one))
    .find((value) => value !== null);
  return `<${element.tagName}> ${name ?? ''} “${textOf(element).slice(0, 60)}”: ${why}`;
}

function compare(element: Element, raw: string | undefined, shown: string | null): string[] {
  if (raw === undefined) return [complaint(element, 'no such row')];
  if (shown === null) return [complaint(element, 'the table has no number there')];
  const value = attribute(element, 'value') ?? '';
  // A word in a drawing can carry no value: there the shown text is all there is.
  const same = element.tagName !== 'data' || (value !== '' && Number(value) === Number(raw));
  return [
    ...(textOf(element) === shown ? [] : [complaint(element, `the table says ${shown}`)]),
    ...(same ? [] : [complaint(element, `value is ${value}, not ${raw}`)]),
  ];
}

/** The key of a row of figures, from how an element names it. */
function figureRowKey(key: string): string {
  const [subject = '', period = '', measure = '', question = ''] = key.split('|');
  return [subject.replace(':', '|'), period, measure, question].join('|');
}

const figuresShown: Check = ({ elements }) =>
  elements.flatMap((element) => {
    const key = attribute(element, 'data-figure');
    if (key === null) return [];
    const part = attribute(element, 'data-part') ?? 'value';
    const row = rowsByKey.get('figures')?.get(figureRowKey(key));
    return compare(element, row?.[part], row ? shownFigure(row, part) : null);
  });

const cellsShown: Check = ({ elements }) =>
  elements.flatMap((element) => {
    const [, table = '', key = '', column = ''] =
      /^(\w+):(.*):(\w+)$/s.exec(attribute(element, 'data-cell') ?? '') ?? [];
    if (attribute(element, 'data-cell') === null) return [];
    const row = rowsByKey.get(table)?.get(key);
    return compare(element, row?.[column], row ? shownCell(table, row, column) : null);
  });

/** The row of the number that an element is, as `table:key`; undefined of any other element. */
function rowNamed(element: Element): string | undefined {
  const figure = attribute(element, 'data-figure');
  return figure === null ? attribute(element, 'data-cell')?.replace(/:\w+$/, '') : `figures:${figure}`;
}

/** What is only heard of a rate holds no number but those of its row, which is that of the number before it. */
const ratesHeard: Check = ({ elements }) => {
  let before = '';
  return elements.flatMap((element) => {
    before = rowNamed(element) ?? before;
    if (attribute(element, 'data-heard') === null) return [];
    const [, table = '', key = ''] = /^(\w+):(.*)$/s.exec(before) ?? [];
    const row = rowsByKey.get(table)?.get(table === 'figures' ? figureRowKey(key) : key);
    if (row === undefined) return [complaint(element, 'no such row')];
    const shown = ['value', 'share', 'count', 'base', 'low', 'high'].map((part) =>
      table === 'figures' ? shownFigure(row, part) : shownCell(table, row, part),
    );
    const numbers = textOf(element).match(/\d+(?:[,.]\d+)*%?/g) ?? [];
    const foreign = numbers.filter((number) => !shown.includes(number));
    return [
      ...(numbers.length > 0 ? [] : [complaint(element, 'says no number')]),
      ...foreign.map((number) => complaint(element, `the table has no ${number}`)),
    ];
  });
};

const rowsCounted: Check = ({ elements }) =>
  elements.flatMap((element) => {
    const table = attribute(element, 'data-rows');
    if (table === null) return [];
    const where = [...new URLSearchParams(attribute(element, 'data-where') ?? '')];
    // As in a selector, a column whose name ends in ^ need only begin with the value; one that ends in ! must have another; one that
    // ends in > must not come before it.
    const holds = (row: TextRow, [column = '', value = '']: string[]) => {
      const cell = row[column.replace(/[\^!>]$/, '')];
      if (column.endsWith('^')) return cell?.startsWith(value);
      if (column.endsWith('>')) return cell !== undefined && cell >= value;
      return column.endsWith('!') ? cell !== undefined && cell !== value : cell === value;
    };
    const rows = tables.get(table)?.filter((row) => where.every((one) => holds(row, one)));
    const raw = rows && String(rows.length);
    return compare(element, raw, raw === undefined ? null : shownCell('', { rows: raw }, 'rows'));
  });

function mayHoldDigits(element: Element): boolean {
  const marked = ['data-figure', 'data-cell', 'data-rows', 'data-heard', 'data-text'].some(
    (name) => attribute(element, name) !== null,
  );
  return marked || ['time', 'code', 'script'].includes(element.tagName) || hasClass(element, 'id');
}

const noOtherDigits: Check = ({ elements }) => {
  const main = elements.filter(({ tagName }) => tagName === 'main');
  return main.flatMap((one) =>
    runsOf(one, mayHoldDigits)
      .filter(({ text }) => /\p{Nd}/u.test(text.replace(fixedWording, '')))
      .map(({ text, within }) => `<${within.tagName}> ${text.trim().slice(0, 80)}: a number out of no table`),
  );
};

/** The measures that count findings or their events: a reader can open the rows of each. */
const countsFindings = new Set([
  ...['found', 'commendations', 'sent', 'ever_claimed', 'ever_reopened', 'no_reply', ...outcomes],
  ...['claims_made', 'confirmations_made', 'reopenings_made'],
  ...['found_to_date', 'claimed_to_date', 'confirmed_to_date'],
]);

/** Those that are a share or a time of the problems of a subject: they open its problems. */
const ofProblems = /^(on_time_rate|(claimed|confirmed)_within_\d+|median_days_to_\w+)$/;

/** Numbers of findings that a reader cannot open, and, for a later look, what each one opens. */
const rowsOpened: Check = ({ file, elements, address }) =>
  elements.flatMap((element) => {
    const key = attribute(element, 'data-figure') ?? '';
    const [, , measure = ''] = key.split('|');
    if (attribute(element, 'data-part') !== null || Number(attribute(element, 'value')) === 0) return [];
    const counts = countsFindings.has(measure);
    if (!counts && !ofProblems.test(measure)) return [];
    const href = attribute(linkAround(element) ?? element, 'href');
    if (counts && href !== null) opened.set(`${key} ${href}`, new URL(href, `http://site.invalid${address}`));
    // A list says in its own head how many it holds.
    const isList = /^(\w\w(-\w+)?\/)?findings\//.test(file);
    return href !== null || isList ? [] : [complaint(element, 'opens no rows')];
  });

/** The outcome that a row of the register stands at. */
function outcomeAt({ status = '', overdue }: TextRow): string {
  if (overdue === 'true') return 'overdue';
  return (outcomes as readonly string[]).includes(status) ? status : 'in_hand';
}

/** The rows that an address opens: those of the file of its list, or of a page of counted rows those of its anchor. */
async function rowsAt(to: URL): Promise<readonly TextRow[]> {
  const folder = /\/findings\/(.*?)(?:page\/\d+\/|\w+\.csv)?$/.exec(to.pathname)?.[1] ?? '';
  if (folder === '') return (tables.get('findings') ?? []).filter(({ kind }) => kind === 'problem');
  const anchor = decodeURIComponent(to.hash.slice(1));
  const table = anchor === 'good' || to.pathname.endsWith('commendations.csv') ? 'commendations' : 'findings';
  if (!folder.startsWith('counted/')) return readTable(join(site, 'findings', folder, `${table}.csv`));
  const rows = await readTable(join(site, 'findings', folder, 'rows.csv'));
  return rows.filter(({ measure, period, category_id }) =>
    category_id === ''
      ? anchor === (period === 'all' ? measure : `${measure}-${period}`)
      : anchor === `category-${category_id}`,
  );
}

/** How many rows a page of counted rows shows at an anchor. */
async function shownAt(to: URL): Promise<number> {
  const page = await readPage(site, fileOf(decodeURIComponent(to.pathname)));
  const section = page.elements.find(
    (element) => attribute(element, 'id') === decodeURIComponent(to.hash.slice(1)),
  );
  const list = page.elements.filter((element) => element.tagName === 'li' && isWithin(element, section));
  return list.length;
}

const noInline: Check = ({ elements }) =>
  elements.flatMap((element) => [
    ...element.attrs
      .filter(
        ({ name, value }) => name === 'style' || name.startsWith('on') || /^\s*javascript:/i.test(value),
      )
      .map(({ name }) => complaint(element, `has ${name}`)),
    ...(element.tagName === 'style' ? [complaint(element, 'a style sheet in the page')] : []),
    ...(element.tagName === 'script' &&
    attribute(element, 'src') === null &&
    attribute(element, 'type') !== 'application/ld+json'
      ? [complaint(element, 'a script in the page')]
      : []),
  ]);

const wellFormed: Check = ({ file, elements, errors }) => {
  const lang = elements.find(({ tagName }) => tagName === 'html');
  const [folder = ''] = file.split('/');
  const language = languages.slice(1).includes(folder) ? folder : (languages[0] ?? '');
  const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== null);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const headings = elements.filter(({ tagName }) => tagName === 'h1').length;
  const said = lang ? (attribute(lang, 'lang') ?? '') : '';
  return [
    ...errors,
    ...(said.split('-')[0] === language.split('-')[0] ? [] : [`lang is “${said}” on a page in ${language}`]),
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...twice.map((id) => `id ${id} stands twice`),
  ];
};

function gzipped(file: string): Promise<number> {
  const size = readFile(join(site, file)).then((bytes) => gzipSync(bytes).length);
  sizes.set(file, size);
  return size;
}

const sizes = new Map<string, Promise<number>>();
const sizeOf = (file: string): Promise<number> => sizes.get(file) ?? gzipped(file);

function linked(page: BuiltPage, tagName: string, name: string, extension: string): string[] {
  return page.elements
    .filter((element) => element.tagName === tagName)
    .map((element) => attribute(element, name) ?? '')
    .filter((address) => address.endsWith(extension) && address.startsWith('/'))
    .map((address) => address.slice(1));
}

/** The style sheets of all pages but the handbook, which has one more and which staff read. */
const sheets = new Set<string>();

async function overBudget(page: BuiltPage): Promise<string[]> {
  const sum = async (some: readonly string[]) =>
    (await Promise.all(some.map(sizeOf))).reduce((total, size) => total + size, 0);
  const styles = linked(page, 'link', 'href', '.css');
  if (!kindOf(page.file, languages).startsWith('handbook')) for (const sheet of styles) sheets.add(sheet);
  const looks = gzipSync(page.source).length + (await sum(styles));
  const scripts = await sum(linked(page, 'script', 'src', '.js'));
  const most = lists.test(kindOf(page.file, languages)) ? budgets.list : budgets.page;
  return [
    ...(looks <= most ? [] : [`${looks} bytes of HTML and CSS, more than ${most}`]),
    ...(scripts <= budgets.entry ? [] : [`${scripts} bytes of script, more than ${budgets.entry}`]),
  ];
}

/** Attributes that hold an address; in a list of its kind only `a` may lead to another origin. */
const addressed = ['href', 'src', 'action', 'poster', 'data', 'formaction'];

function noteLinks(page: BuiltPage): string[] {
  anchors.set(page.file, new Set(page.elements.flatMap((element) => attribute(element, 'id') ?? [])));
  const base = new URL(page.address, 'http://site.invalid');
  const foreign: string[] = [];
  for (const element of page.elements) {
    for (const { name, value } of element.attrs) {
      if (!addressed.includes(name)) continue;
      const own = origin !== '' && value.startsWith(origin) ? value.slice(origin.length) : value;
      const to = URL.parse(own, base);
      if (to === null) foreign.push(complaint(element, `${value} is no address`));
      else if (to.origin === base.origin) links.push({ from: page.file, to });
      else if (element.tagName !== 'a' || !['http:', 'https:', 'mailto:'].includes(to.protocol))
        foreign.push(complaint(element, `leads to ${value}`));
    }
  }
  return foreign;
}

/** The file that a link means; null where there is none. */
function targetOf(to: URL): string | null {
  const path = decodeURIComponent(to.pathname).slice(1);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return files.has(file) ? file : null;
}

/** Why a link leads nowhere; null where it leads somewhere. */
function fault(to: URL): string | null {
  const file = targetOf(to);
  const anchor = decodeURIComponent(to.hash.slice(1));
  if (file === null) return `${to.pathname} is not there`;
  return anchor === '' || anchors.get(file)?.has(anchor) !== false
    ? null
    : `${to.pathname} has no #${anchor}`;
}

/** Links that lead nowhere, one line for each fault and not for each link. */
function brokenLinks(): string[] {
  const pagesWith = new Map<string, Set<string>>();
  for (const { from, to } of links) {
    const why = fault(to);
    if (why !== null) pagesWith.set(why, (pagesWith.get(why) ?? new Set()).add(from));
  }
  return [...pagesWith].map(([why, from]) => `${why}: ${[...from][0]} and ${from.size - 1} more`);
}

/** Keeps a failure readable: the first complaints, and how many there are. */
function expectNone(problems: readonly string[]): void {
  expect({ count: problems.length, first: problems.slice(0, 15) }).toEqual({ count: 0, first: [] });
}

const checks: Readonly<Record<string, Check>> = {
  figures: figuresShown,
  cells: cellsShown,
  heard: ratesHeard,
  rows: rowsCounted,
  opened: rowsOpened,
  digits: noOtherDigits,
  inline: noInline,
  form: wellFormed,
  foreign: noteLinks,
};

let numbersSeen = 0;

beforeAll(async () => {
  const all = await filesBelow(site);
  files = new Set(all);
  pages = all.filter((file) => file.endsWith('.html'));
  tables = await readDownloads(site);
  rowsByKey = new Map(
    [...tables].flatMap(([table, rows]) => (table in declared ? [[table, indexed(table, rows)]] : [])),
  );
  languages = fact('languages').split(' ');
  origin = fact('site').replace(/\/$/, '');
  for (const file of pages) {
    const page = await readPage(site, file);
    numbersSeen += page.elements.filter((element) => attribute(element, 'data-figure') !== null).length;
    const results = Object.entries(checks).map(([name, check]) => [name, check(page)] as const);
    for (const [name, problems] of [...results, ['budget', await overBudget(page)] as const]) {
      found.set(name, [...(found.get(name) ?? []), ...problems.map((problem) => `${file}: ${problem}`)]);
    }
  }
});

describe('the built pages', () => {
  test('there are pages in every language, and numbers on them', () => {
    for (const language of languages.slice(1)) expect(files).toContain(`${language}/index.html`);
    expect(files).toContain('index.html');
    expect(files).toContain('404.html');
    expect(numbersSeen).toBeGreaterThan(pages.length);
  });

  test('every public table can be downloaded', () => {
    expectNone(
      Object.keys(published).filter((table) => !existsSync(join(site, 'data', 'latest', `${table}.csv`))),
    );
  });

  test.each([
    ['show every figure exactly as figures.csv has it', 'figures'],
    ['show every cell exactly as its table has it', 'cells'],
    ['say nothing of a rate to those who hear it that is not in its row', 'heard'],
    ['count rows as the tables have them', 'rows'],
    ['let every number of findings be opened', 'opened'],
    ['show no number that comes out of no table', 'digits'],
    ['hold no inline script, style or event handler', 'inline'],
    ['are well formed, with a language, one h1 and ids that stand once', 'form'],
    ['take nothing from another origin', 'foreign'],
    ['keep within their bytes', 'budget'],
  ])('%s', (_title, check) => {
    expectNone(found.get(check) ?? [`no page was held against ${check}`]);
  });

  test('a number of findings opens a list that holds just so many, to be taken away as a table', async () => {
    const wrong: string[] = [];
    // How many rows of one number a page of counted rows shows; the rest is in its file.
    const mostShown = 100;
    let counted = 0;
    for (const [shown, to] of opened) {
      const [, , measure = ''] = shown.split(/[| ]/);
      if (!/\/findings\//.test(to.pathname)) continue;
      const rows = await rowsAt(to);
      const isOutcome = (outcomes as readonly string[]).includes(measure);
      const held = isOutcome ? rows.filter((row) => outcomeAt(row) === measure) : rows;
      const row = rowsByKey.get('figures')?.get(`${shown.split(' ')[0]}|`.replace(':', '|'));
      if (held.length !== Number(row?.count)) wrong.push(`${shown}: ${held.length} rows, not ${row?.count}`);
      if (!to.pathname.includes('/counted/')) continue;
      counted += 1;
      const seen = await shownAt(to);
      if (seen !== Math.min(mostShown, held.length))
        wrong.push(`${shown}: ${seen} of ${held.length} are seen`);
    }
    expect(counted).toBeGreaterThan(100);
    expect(opened.size).toBeGreaterThan(100);
    expectNone(wrong);
  });

  test('every internal link, anchor and download leads somewhere', () => {
    expectNone(brokenLinks());
  });

  test('every page with words is in the index of words, though that is made while others are still rendered', async () => {
    const entry = JSON.parse(await readFile(join(site, 'pagefind/pagefind-entry.json'), 'utf8')) as {
      readonly languages: Record<string, { readonly page_count: number }>;
    };
    const indexed = Object.values(entry.languages).reduce((sum, { page_count: count }) => sum + count, 0);
    const worded = [...files].filter((file) => {
      const [first = '', second = ''] = file.split('/');
      return file.endsWith('index.html') && !wordless.includes(languages.includes(first) ? second : first);
    });
    expect(worded.length).toBeGreaterThan(100);
    expect(indexed).toBe(worded.length);
  });

  test('one style sheet serves all pages but those for staff, within its bytes', async () => {
    expect(sheets.size).toBe(1);
    const [sheet = ''] = sheets;
    expect(await sizeOf(sheet)).toBeLessThanOrEqual(budgets.style);
  });

  test('every script keeps within its bytes', async () => {
    const scripts = [...files].filter((file) => file.endsWith('.js'));
    const heavy = await Promise.all(scripts.map(async (file) => [file, await sizeOf(file)] as const));
    expectNone(
      heavy
        .filter(([file, size]) => size > (file === verifier.file ? verifier.most : budgets.chart))
        .map(([file, size]) => `${file}: ${size} bytes`),
    );
  });
});

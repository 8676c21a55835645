import { counted } from '../model/counted.ts';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { layoutSettings, vendors, type Layout } from '../model/layout.ts';
import type { Problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Words } from '../model/words.ts';
import { configure } from './configure/configure.ts';
import { ReadFailure } from './read/failure.ts';
import { read } from './read/read.ts';
import { vendorHeading } from './recognise/heading.ts';
import { layoutName } from './recognise/propose/layout-name.ts';
import { observe } from './recognise/propose/observe.ts';
import { plainExport } from './recognise/propose/plain-export.ts';
import type { Given, OpenQuestion, Proposal } from './recognise/propose/proposal.ts';
import { proposeLayout, type Evidence } from './recognise/propose/propose-layout.ts';
import { writeLayout, type LayoutHead } from './recognise/propose/write-layout.ts';
import { formSheet, readForm, type FormTable, type XlsForm } from './recognise/propose/xlsform.ts';
import { recognise } from './recognise/recognise.ts';
import { readTable } from './read-table.ts';

export type { Given, OpenQuestion } from './recognise/propose/proposal.ts';

/** What is to be described, and how. */
export interface DescribeOptions {
  /** The folder of the programme. */
  readonly data: string;
  readonly path: string;
  /** XLSForms, or their tables, to take wordings and answers from. */
  readonly forms: readonly string[];
  /** The encoding, where a person says it. */
  readonly encoding?: string;
  readonly given: Given;
}

/** One sheet of a file, described. */
export type Description =
  /** A layout knows it already; there is nothing to do. */
  | { readonly is: 'known'; readonly file: string; readonly layout: string }
  /** A layout is proposed; `text` belongs into `layouts/<name>.yaml`. */
  | {
      readonly is: 'proposed';
      readonly file: string;
      readonly name: string;
      readonly said: Words;
      readonly text: string;
      /** Whether it stands in the place of a draft of ours that nobody has touched. */
      readonly replaces: boolean;
      readonly open: readonly OpenQuestion[];
      /** What a person should know of the draft as a whole. */
      readonly remarks: readonly Words[];
      /** The names of its columns, which questions may ask for. */
      readonly columns: readonly string[];
    };

/** What a file is, sheet by sheet, or what is wrong with it. */
export interface Described {
  readonly settings: Settings | null;
  readonly sheets: readonly Description[];
  readonly problems: readonly Problem[];
  /** What must be answered before the file can be read at all. */
  readonly open: readonly OpenQuestion[];
}

/** A sheet of a form, read whole. */
async function formTable(sheet: Sheet): Promise<FormTable | null> {
  const header = sheet.head.findIndex((row) => formSheet(row) !== null);
  if (header < 0) return null;
  const rows: string[][] = [];
  for await (const batch of sheet.rows())
    batch.rows.forEach((cells, position) => {
      if (batch.first + position > header + 1) rows.push(cells);
    });
  return { header: sheet.head[header] ?? [], rows };
}

async function formTables(path: string, encoding: string | undefined): Promise<FormTable[]> {
  const declared = encoding === undefined ? [] : [{ encoding, recognise: [] }];
  const sheets = await read({ path, file: basename(path) }, declared);
  const tables = await Promise.all(sheets.map(formTable));
  return tables.filter((table) => table !== null);
}

/** The XLSForm that goes with a file: named by the caller, a sheet of the same workbook, or a workbook beside it. */
async function findForm(options: DescribeOptions, sheets: readonly Sheet[]): Promise<XlsForm | null> {
  const own = await Promise.all(sheets.map(formTable));
  const tables = own.filter((table) => table !== null);
  for (const path of options.forms) tables.push(...(await formTables(path, options.encoding)));
  if (tables.length > 0) return readForm(tables);
  const folder = dirname(options.path);
  for (const name of (await readdir(folder))
    .filter((one) => /\.xlsx?$/i.test(one) && one !== basename(options.path))
    .sort())
    tables.push(...(await formTables(join(folder, name), undefined).catch(() => [])));
  return tables.length > 0 ? readForm(tables) : null;
}

function factsOf(sheet: Sheet, vendor: string | null, headerRows: readonly number[], rows: number): Words {
  const tool = vendors.find(({ code }) => code === vendor);
  const encoding = sheet.encoding.toUpperCase();
  const [first = 1, last = first] = [headerRows[0], headerRows.at(-1)];
  const zhHeader = first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`;
  const enHeader = first === last ? `row ${first}` : `rows ${first}–${last}`;
  return {
    zh: `${tool === undefined ? '未认出工具' : tool.zh}，${encoding}，表头在${zhHeader}，数据 ${rows} 行`,
    en: `${tool === undefined ? 'no tool recognised' : tool.en}, ${encoding}, header in ${enHeader}, ${counted(rows, 'row of data')}`,
  };
}

type Draft = (
  name: string,
  settings: Settings,
  given: Given,
) => { readonly proposal: Proposal; readonly text: string };

/** Compiles how a layout for a table is drafted, whatever has been answered. */
function drafting(
  evidence: Omit<Evidence, 'name' | 'settings' | 'given'>,
  head: LayoutHead,
  encoding: string | undefined,
): Draft {
  return (name, settings, given) => {
    const proposal = proposeLayout({ ...evidence, name, settings, given });
    const layout = { ...proposal.layout, ...(encoding === undefined ? {} : { encoding }) };
    layoutSettings.parse(layout);
    return { proposal, text: writeLayout({ ...proposal, layout }, head) };
  };
}

/** A programme as it was before a layout was kept. */
function before({ name, survey = name }: Layout, settings: Settings): Settings {
  return {
    ...settings,
    layouts: settings.layouts.filter((layout) => layout.name !== name),
    questions: settings.questions.filter((question) => question.survey !== survey),
  };
}

/** A draft asks for fewer things than this; the earlier drafts that more answers could make are too many to be gone through. */
const mostAnswers = 8;

/** All that may have been answered when an earlier draft was written: some of what is answered now, or nothing. */
function fewerAnswers(given: Given): Given[] {
  if (given.size > mostAnswers) return [];
  return [...given].reduce<Given[]>(
    (all, answer) => all.flatMap((some) => [some, new Map([...some, answer])]),
    [new Map()],
  );
}

/**
 * The programme without the draft that the answers given now are meant for: a layout that we wrote for this file and nobody has
 * touched. Null where there is none: what a person changed is never written over.
 */
async function withoutDraft(
  name: string,
  draft: Draft,
  settings: Settings,
  { data, given }: DescribeOptions,
): Promise<Settings | null> {
  const earlier = settings.layouts.find((layout) => layout.name === name);
  if (earlier === undefined || given.size === 0) return null;
  const text = await readFile(join(data, 'layouts', `${name}.yaml`), 'utf8').catch(() => null);
  const bare = before(earlier, settings);
  const isUntouched = fewerAnswers(given).some((answers) => draft(name, bare, answers).text === text);
  return isUntouched ? bare : null;
}

async function describeSheet(
  sheet: Sheet,
  options: DescribeOptions,
  settings: Settings,
  form: XlsForm | null,
): Promise<Description> {
  const { recognised, problems } = recognise(sheet, settings);
  const known = recognised && ({ is: 'known', file: sheet.file, layout: recognised.layout } as const);
  if (known !== null && options.given.size === 0) return known;
  const shown = vendorHeading(sheet.head)?.vendor ?? plainExport(sheet.head);
  const { columns, rows, missing } = await observe(sheet.rows(), shown);
  const named = shown.labels.filter((label) => label !== '');
  // Where no column has a name there is nothing to know a file again by.
  if (named.length === 0) throw new ReadFailure(problems[0] ?? { code: 'empty-file', file: sheet.file });
  const table = { ...shown, implied: { ...shown.implied, ...(missing.length > 0 ? { missing } : {}) } };
  const said = factsOf(sheet, table.vendor, table.headerRows, rows);
  const head = { file: sheet.file, said };
  const draft = drafting({ table, observed: columns, rows, form }, head, options.encoding);
  const nameBeside = (layouts: readonly Layout[]) =>
    layoutName(
      sheet.file,
      table.vendor,
      layouts.map((layout) => layout.name),
    );
  const bare = await withoutDraft(nameBeside([]), draft, settings, options);
  if (known !== null && bare === null) return known;
  const asked = bare ?? settings;
  const name = nameBeside(asked.layouts);
  const { proposal, text } = draft(name, asked, options.given);
  const remarks = [...proposal.remarks].flatMap(([part, words]) => (part.includes('.') ? [] : [words]));
  const kept = { name, text, replaces: bare !== null };
  return { is: 'proposed', ...head, ...kept, open: proposal.open, remarks, columns: named };
}

/** The encodings that exports come in where their bytes prove none. */
const encodings = ['gb18030', 'big5', 'windows-1252', 'macintosh', 'shift_jis'];

const longestSample = 40;

/** The first words of a file that are not plain ASCII, read in an encoding; null if it cannot be read so. */
async function sampleIn(encoding: string, path: string): Promise<string | null> {
  const sheets = await read({ path, file: basename(path) }, [{ encoding, recognise: [] }]).catch(() => []);
  const cell = sheets.flatMap(({ head }) => head.flat()).find((one) => /[^\p{ASCII}]/u.test(one));
  return cell === undefined ? null : cell.slice(0, longestSample);
}

/** Asks in which encoding a file reads as it should, with what it would say in each. */
async function askEncoding(path: string): Promise<OpenQuestion[]> {
  const samples = await Promise.all(
    encodings.map(async (value) => ({ value, sample: await sampleIn(value, path) })),
  );
  const options = samples.flatMap(({ value, sample }) =>
    sample === null ? [] : [{ value, words: { zh: sample, en: sample } }],
  );
  const ask = { zh: '用哪种编码读出来的字是对的？', en: 'In which encoding are the words right?' };
  return options.length === 0 ? [] : [{ id: 'encoding', ask, options, standard: '' }];
}

/** The sheets worth describing: not a cover or a note beside an export that a tool or a layout knows. */
function worthDescribing(sheets: readonly Sheet[], settings: Settings): readonly Sheet[] {
  const known = sheets.filter(
    (sheet) => vendorHeading(sheet.head) !== null || recognise(sheet, settings).recognised !== null,
  );
  if (known.length > 0 || sheets.length === 1) return known.length > 0 ? known : sheets;
  return sheets.filter(({ head }) => head.some((row) => row.filter((cell) => cell.trim() !== '').length > 1));
}

/** Says what a file is, and proposes a layout for each of its sheets that no layout knows yet. Writes nothing. */
export async function describeFile(asked: DescribeOptions): Promise<Described> {
  const encoding = asked.encoding ?? asked.given.get('encoding');
  const options = { ...asked, ...(encoding === undefined ? {} : { encoding }) };
  const { settings, problems } = await configure(options.data, readTable);
  if (settings === null) return { settings, sheets: [], problems, open: [] };
  try {
    const declared = encoding === undefined ? [] : [{ encoding, recognise: [] }];
    const source = { path: options.path, file: basename(options.path) };
    const all = await read(source, [...declared, ...settings.layouts]);
    const sheets = all.filter((sheet) => !sheet.head.some((row) => formSheet(row) !== null));
    const form = await findForm(options, all);
    const described = [];
    for (const sheet of worthDescribing(sheets, settings))
      described.push(await describeSheet(sheet, options, settings, form));
    return { settings, sheets: described, problems, open: [] };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    const { problem } = error;
    const open = problem.code === 'encoding-unproven' ? await askEncoding(options.path) : [];
    return { settings, sheets: [], problems: [problem], open };
  }
}

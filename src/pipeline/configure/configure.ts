import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { layoutSettings, type Layout } from '../../model/layout.ts';
import type { Problem } from '../../model/problem.ts';
import type { LookupName } from '../../model/record.ts';
import {
  lookupColumns,
  type LookupEntry,
  type LookupFile,
  type Redaction,
  type Settings,
} from '../../model/settings.ts';
import { codebookQuestions, withCodebook } from './codebook.ts';
import {
  checkLookup,
  entriesOf,
  redactionsOf,
  spellingsOf,
  type LookupRows,
  type TextTable,
} from './lookups.ts';
import { asItStands, readListTexts, type ReadText, type TextReader } from './list-texts.ts';
import { lowThresholds } from './low-thresholds.ts';
import { marginsOf } from './margins.ts';
import { questionsOf } from './questions.ts';
import { layoutSchema, programmeSchema, type Known } from './references.ts';
import { layoutTexts, programmeTexts, readSettingsTexts } from './settings-texts.ts';
import { specialDaysOf } from './special-days.ts';
import { unreadSettings } from './unread-settings.ts';
import { parseYaml, type Parsed, type PlaceOf } from './yaml.ts';

/** Reads a small table whole, or says what is wrong with it. The code lists go the way of every drop: one decode path. */
export type ReadTable = (
  path: string,
  file: string,
) => Promise<{ readonly table: TextTable | null; readonly problems: readonly Problem[] }>;

/** The settings if nothing in them must be mended, with where those of the programme stand, and the problems. */
export type Configured = { readonly problems: readonly Problem[] } & (
  | { readonly settings: Settings; readonly placeOf: PlaceOf }
  | { readonly settings: null; readonly placeOf: null }
);

const unsettled = { settings: null, placeOf: null } as const;

/** The text of a settings file: null if there is none, a problem if it is not UTF-8. */
async function textOf(folder: string, file: string): Promise<string | Problem | null> {
  const bytes = await readFile(join(folder, file)).catch(() => null);
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const detail = { zh: '设置文件要存为 UTF-8', en: 'settings are saved as UTF-8' };
    return { code: 'unreadable-bytes', file, value: 'UTF-8', detail };
  }
}

async function readSettings<Content>(
  folder: string,
  file: string,
  schema: z.ZodType<Content>,
): Promise<Parsed<Content>> {
  const text = await textOf(folder, file);
  if (typeof text === 'string') return parseYaml(file, text, schema);
  return { content: null, problems: text === null ? [] : [text] };
}

async function namesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).sort();
}

/**
 * The layouts, and all questions: those of the lists and those of the layouts' own codebooks, which any layout may name; apart from
 * what is wrong with the layouts, which of their texts must not be published.
 */
async function readLayouts(data: string, lists: Known, readText: ReadText) {
  const names = await namesIn(join(data, 'layouts'), '.yaml');
  const drafts = await Promise.all(
    names.map((name) => readSettings(data, `layouts/${name}`, layoutSettings)),
  );
  const read = drafts.flatMap((draft, place) =>
    draft.content === null
      ? []
      : [readSettingsTexts(`layouts/${names[place]}`, draft.content, layoutTexts, draft.placeOf, readText)],
  );
  const added = read.flatMap(({ content }) => codebookQuestions(content));
  const known: Known = { ...lists, questions: [...lists.questions, ...added] };
  const layouts: Layout[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const taken = ['own', ...layouts.map((layout) => layout.name)];
    const parsed = await readSettings(data, `layouts/${name}`, layoutSchema(known, taken));
    if (parsed.content !== null) layouts.push(withCodebook(parsed.content));
    problems.push(...parsed.problems);
  }
  const unpublishable = read.flatMap((one) => one.problems);
  return { layouts, questions: known.questions, problems, unpublishable };
}

const nothing: LookupRows = { rows: [], problems: [] };

async function readLookups(folder: string, languages: readonly string[], readTable: ReadTable) {
  const there = await namesIn(folder, '.csv');
  const rows = new Map<LookupFile, LookupRows>();
  const problems: Problem[] = [];
  for (const name of Object.keys(lookupColumns) as LookupFile[]) {
    if (!there.includes(`${name}.csv`)) continue;
    const { table, problems: unread } = await readTable(join(folder, `${name}.csv`), `lookup/${name}.csv`);
    problems.push(...unread);
    const checked = table === null ? nothing : checkLookup(name, table, languages);
    problems.push(...checked.problems);
    rows.set(name, checked);
  }
  return { rows, problems };
}

/**
 * What there is to say of the lists together. While one of them could not be read, nothing can be said of the names that others
 * have from it: they would all be unknown, and whoever takes them out as told loses what was right.
 */
function judgeable(problems: readonly Problem[], read: Awaited<ReturnType<typeof readLookups>>): Problem[] {
  const isLost = ([name, { rows }]: readonly [LookupFile, LookupRows]) =>
    rows.length === 0 && read.problems.some(({ file }) => file === `lookup/${name}.csv`);
  return problems.filter(({ code }) => code !== 'unknown-name' || ![...read.rows].some(isLost));
}

/**
 * Reads what the office decides: `programme.yaml`, the code lists in `lookup/` and the layouts in `layouts/`. A text of any of them
 * that must not be published is a problem with which the settings are still told: a person has to decide about it by them.
 */
export async function configure(
  data: string,
  readTable: ReadTable,
  textReader: TextReader = asItStands,
): Promise<Configured> {
  const file = 'programme.yaml';
  const { content: programme, problems: programmeProblems } = await readSettings(
    data,
    file,
    programmeSchema(),
  );
  if (programme === null && programmeProblems.length === 0) {
    const detail = {
      zh: `检查 --data 是否指向项目文件夹（${data}）`,
      en: `does --data name the programme’s folder (${data})?`,
    };
    return {
      ...unsettled,
      problems: [{ code: 'missing-setting', file, value: file, detail }, ...(await unreadSettings(data))],
    };
  }
  const languages = programme?.languages ?? ['zh', 'en'];
  const tables = await readLookups(join(data, 'lookup'), languages, readTable);
  const {
    lists,
    questions: listed,
    spellings,
    redactions,
    margins,
    specialDays,
    problems: listProblems,
    unpublishable,
    readText,
  } = listsOf(tables.rows, (decided) =>
    programme === null ? (text) => text : textReader(programme, decided),
  );
  const problems: Problem[] = [...programmeProblems, ...tables.problems, ...judgeable(listProblems, tables)];
  if (programme === null || problems.length > 0) return { ...unsettled, problems };
  const {
    layouts,
    questions,
    problems: layoutProblems,
    unpublishable: inLayouts,
  } = await readLayouts(data, { lookups: lists, questions: listed, languages }, readText);
  const asked = await readSettings(data, file, programmeSchema(questions));
  const late = [...asked.problems, ...layoutProblems];
  if (asked.content === null || late.length > 0) return { ...unsettled, problems: late };
  const { content: said, problems: inProgramme } = readSettingsTexts(
    file,
    asked.content,
    programmeTexts,
    asked.placeOf,
    readText,
  );
  const files = new Set(tables.rows.keys());
  return {
    settings: {
      programme: said,
      lookups: lists,
      listed: files,
      questions,
      spellings,
      redactions,
      margins,
      specialDays,
      layouts,
    },
    placeOf: asked.placeOf,
    problems: [
      ...inProgramme,
      ...unpublishable,
      ...inLayouts,
      ...lowThresholds(programme, asked.placeOf),
      ...(await unreadSettings(data)),
    ],
  };
}

/** The code lists, the questions and the spellings learnt, with whatever does not hold together, and apart from it what must not be published. */
function listsOf(
  rows: ReadonlyMap<LookupFile, LookupRows>,
  readerBy: (redactions: readonly Redaction[]) => ReadText,
) {
  const { redactions, problems: redactionProblems } = redactionsOf(rows.get('redactions') ?? nothing);
  const readText = readerBy(redactions);
  const problems: Problem[] = [];
  const unpublishable: Problem[] = [];
  const rowsOf = (name: LookupFile) => {
    const list = readListTexts(name, rows.get(name) ?? nothing, readText);
    unpublishable.push(...list.problems);
    return list;
  };
  const entries = (name: LookupFile): readonly LookupEntry[] => {
    const result = entriesOf(`lookup/${name}.csv`, rowsOf(name));
    problems.push(...result.problems);
    return result.entries;
  };
  const lists: Settings['lookups'] = {
    departments: entries('departments'),
    halls: entries('halls'),
    services: entries('services'),
    categories: entries('categories'),
    cohorts: entries('cohorts'),
  };
  const { questions, problems: questionProblems } = questionsOf(rowsOf('questions'), rowsOf('choices'));
  const spellings = spellingsOf(rowsOf('spellings'), lists);
  const { margins, problems: marginProblems } = marginsOf(rowsOf('margins'), lists);
  const { specialDays, problems: dayProblems } = specialDaysOf(rowsOf('special_days'));
  problems.push(
    ...questionProblems,
    ...brokenReferences(lists),
    ...brokenSuccessions(lists),
    ...spellings.problems,
    ...redactionProblems,
    ...marginProblems,
    ...dayProblems,
  );
  return {
    lists,
    questions,
    spellings: spellings.spellings,
    redactions,
    margins,
    specialDays,
    problems,
    unpublishable,
    readText,
  };
}

/** Departments whose successors lead back to themselves, or who have a successor and no end. */
function brokenSuccessions({ departments }: Settings['lookups']): Problem[] {
  const file = 'lookup/departments.csv';
  const successors = new Map(departments.map(({ id, cells }) => [id, cells['successor'] ?? '']));
  return departments.flatMap(({ id, cells }): Problem[] => {
    if ((cells['successor'] ?? '') === '') return [];
    if ((cells['until'] ?? '') === '') {
      const detail = { zh: `${id} 有接替单位，要写 until`, en: `${id} has a successor: when did it end?` };
      return [{ code: 'bad-date', file, column: 'until', value: '', detail }];
    }
    const passed = new Set<string>();
    for (let at = successors.get(id) ?? ''; at !== '' && !passed.has(at); at = successors.get(at) ?? '') {
      passed.add(at);
      if (at !== id) continue;
      const said = { zh: `${id} 的接替单位绕回了自己`, en: `the successors of ${id} lead in a circle` };
      return [{ code: 'bad-setting', file, said, detail: { zh: '改 successor', en: 'mend successor' } }];
    }
    return [];
  });
}

/** Entries that name an entry of another list that is not there. */
function brokenReferences(lists: Settings['lookups']): Problem[] {
  const departments = new Set(lists.departments.map(({ id }) => id));
  const check = (list: LookupName & keyof typeof lists, column: string) =>
    lists[list].flatMap(({ id, cells }): Problem[] => {
      const named = cells[column] ?? '';
      if (named === '' || departments.has(named)) return [];
      const detail = {
        zh: `${id} 指向的部门不在 departments.csv 里`,
        en: `${id} names a department that departments.csv lacks`,
      };
      return [{ code: 'unknown-name', file: `lookup/${list}.csv`, column, value: named, detail }];
    });
  return [...check('services', 'department'), ...check('departments', 'successor')];
}

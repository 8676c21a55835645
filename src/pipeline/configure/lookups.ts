import { isDay } from '../../model/is-day.ts';
import { joinedRows } from '../../model/joined-rows.ts';
import { nearest } from '../../model/nearest.ts';
import { plainText } from '../../model/plain-text.ts';
import type { Problem } from '../../model/problem.ts';
import { wholeProgramme } from '../../model/published.ts';
import type { Code } from '../../model/record.ts';
import {
  lookupColumns,
  type LookupColumn,
  type LookupEntry,
  type LookupFile,
  type Redaction,
  type Settings,
  type Spelling,
} from '../../model/settings.ts';
import type { Words } from '../../model/words.ts';
import { meantBy } from './meant-by.ts';

/** A small table, read whole. */
export interface TextTable {
  readonly file: string;
  readonly header: readonly string[];
  /** The rows with their row numbers. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** The rows of a code list by column name, and what is wrong with it. */
export interface LookupRows {
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, string>> }[];
  readonly problems: readonly Problem[];
}

function columnNames(columns: readonly LookupColumn[], languages: readonly string[]): string[] {
  return columns.flatMap(({ name, perLanguage }) =>
    perLanguage ? languages.map((language) => `${name}_${language}`) : [name],
  );
}

function requiredNames(columns: readonly LookupColumn[], language: string): string[] {
  return columns
    .filter(({ required }) => required)
    .map(({ name, perLanguage }) => (perLanguage ? `${name}_${language}` : name));
}

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

function headerProblems(
  name: LookupFile,
  { file, header }: TextTable,
  languages: readonly string[],
): Problem[] {
  const columns: readonly LookupColumn[] = lookupColumns[name];
  const known = columnNames(columns, ['zh', 'en', ...languages]);
  const problems: Problem[] = [];
  for (const [position, column] of header.entries()) {
    if (header.indexOf(column) !== position)
      problems.push({ code: 'repeated-column', file, row: 1, column, value: column });
    else if (!known.includes(column)) {
      const detail = suggestion(column, [...new Set(known)], {
        zh: '可用的列：',
        en: 'columns it may have: ',
      });
      problems.push({ code: 'unknown-column', file, row: 1, column, value: column, detail });
    }
  }
  for (const column of requiredNames(columns, languages[0] ?? 'zh'))
    if (!header.includes(column)) problems.push({ code: 'missing-column', file, row: 1, value: column });
  return problems;
}

function suggestion(word: string, words: readonly string[], otherwise: Words): Words {
  if (words.length === 0)
    return {
      zh: '它的名录还是空的：先列出，或删去这一行',
      en: 'its list is empty yet: fill it in first, or take the line out',
    };
  const meant = nearest(word, words);
  return meant.length > 0
    ? { zh: `是不是 ${meant.join('、')}？`, en: `did you mean ${meant.join(', ')}?` }
    : { zh: otherwise.zh + words.join('、'), en: otherwise.en + words.join(', ') };
}

/** What is wrong with a cell that is filled in, given what its column holds. */
function cellProblem(
  cell: string,
  { type, codes }: { readonly type?: LookupColumn['type']; readonly codes?: readonly Code[] },
): Pick<Problem, 'code' | 'value' | 'detail'> | null {
  if (type === 'date' && !isDay(cell)) return { code: 'bad-date', value: cell, detail: '2025-10-01' };
  if (type === 'truth' && cell !== 'true' && cell !== 'false')
    return {
      code: 'unknown-code',
      value: cell,
      detail: { zh: '可以写：true、false', en: 'it may be: true, false' },
    };
  if (type === 'count' && !/^\d{1,9}$/.test(cell)) return { code: 'bad-count', value: cell };
  const list = codes?.map(({ code }) => code);
  if (list === undefined || list.includes(cell)) return null;
  const otherwise = { zh: '可以写：', en: 'it may be: ' };
  return { code: 'unknown-code', value: cell, detail: suggestion(cell, list, otherwise) };
}

/** The columns in which something begins, and those in which it ends. */
const spans = [
  ['since', 'until'],
  ['starts_on', 'ends_on'],
] as const;

function endBeforeStart(
  cells: Readonly<Record<string, string>>,
): Pick<Problem, 'code' | 'column' | 'value' | 'detail'>[] {
  return spans.flatMap(([from, to]) => {
    const [start = '', end = ''] = [cells[from], cells[to]];
    if (start === '' || end === '' || end >= start) return [];
    return [{ code: 'ends-before-start' as const, column: to, value: end, detail: start }];
  });
}

/** Holds a code list against its columns: every required column and cell there, every cell usable. */
export function checkLookup(name: LookupFile, table: TextTable, languages: readonly string[]): LookupRows {
  const columns: readonly LookupColumn[] = lookupColumns[name];
  const { file, header } = table;
  const problems = headerProblems(name, table, languages);
  if (problems.length > 0) return { rows: [], problems };
  const required = requiredNames(columns, languages[0] ?? 'zh');
  const rows = table.rows.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(
      header.map((column, position) => [
        column,
        meantBy(cells[position]?.trim() ?? '', columns.find(({ name: known }) => known === column)?.type),
      ]),
    ),
  }));
  for (const { row, cells } of table.rows) {
    const joined = joinedRows(cells, header.length);
    if (joined > 1) problems.push({ code: 'mixed-line-ends', file, row, value: String(joined) });
    else if (cells.slice(header.length).some((cell) => cell.trim() !== ''))
      problems.push({
        code: 'row-too-long',
        file,
        row,
        value: String(cells.length),
        detail: String(header.length),
      });
  }
  for (const { row, cells } of rows) {
    for (const column of required)
      if (cells[column] === '') problems.push({ code: 'missing-value', file, row, column });
    const { id = '' } = cells;
    if (id !== '' && !idPattern.test(id))
      problems.push({ code: 'bad-id', file, row, column: 'id', value: id });
    if (id === wholeProgramme) problems.push({ code: 'reserved-id', file, row, column: 'id', value: id });
    for (const column of columns) {
      const cell = cells[column.name] ?? '';
      const wrong = cell === '' ? null : cellProblem(cell, column);
      if (wrong !== null) problems.push({ file, row, column: column.name, ...wrong });
    }
    problems.push(...endBeforeStart(cells).map((wrong): Problem => ({ file, row, ...wrong })));
  }
  return { rows, problems };
}

/** The entries of a code list; an id that stands there twice is a problem. */
export function entriesOf(
  file: string,
  { rows }: LookupRows,
): { readonly entries: LookupEntry[]; readonly problems: Problem[] } {
  const seen = new Map<string, LookupEntry>();
  const problems: Problem[] = [];
  for (const { row, cells } of rows) {
    const { id = '' } = cells;
    if (seen.has(id)) problems.push({ code: 'conflicting-row', file, row, column: 'id', value: id });
    seen.set(id, { id, cells });
  }
  return { entries: [...seen.values()], problems };
}

/** What was decided about texts with personal data; one decision a text, and a redacted one says what stands for it. */
export function redactionsOf({ rows }: LookupRows): {
  readonly redactions: Redaction[];
  readonly problems: Problem[];
} {
  const file = 'lookup/redactions.csv';
  const problems: Problem[] = [];
  const seen = new Map<string, Redaction>();
  for (const { row, cells } of rows) {
    const { hash = '', decision = '', replacement = '' } = cells;
    if (seen.has(hash)) problems.push({ code: 'conflicting-row', file, row, column: 'hash', value: hash });
    if (decision === 'redacted' && replacement === '')
      problems.push({ code: 'missing-value', file, row, column: 'replacement' });
    seen.set(hash, { hash, decision: decision === 'kept' ? 'kept' : 'redacted', replacement });
  }
  return { redactions: [...seen.values()], problems };
}

/** The form in which spellings are compared where drops are read: what cannot be seen makes no difference. */
function writtenAlike(spelling: string): string {
  return plainText(spelling).replaceAll(/\p{Cf}/gu, '');
}

/** The spellings learnt; each belongs to a list that there is and means one entry that stands in it. */
export function spellingsOf(
  { rows }: LookupRows,
  lists: Settings['lookups'],
): { readonly spellings: Spelling[]; readonly problems: Problem[] } {
  const file = 'lookup/spellings.csv';
  const names = Object.keys(lists);
  const meant = new Map<string, string>();
  const problems = rows.flatMap(({ row, cells }): Problem[] => {
    const { list = '', id = '' } = cells;
    const entries = lists[list as keyof typeof lists]?.map((entry) => entry.id);
    const otherwise = { zh: '可以写：', en: 'it may be: ' };
    if (entries === undefined)
      return [
        {
          code: 'unknown-name',
          file,
          row,
          column: 'list',
          value: list,
          detail: suggestion(list, names, otherwise),
        },
      ];
    if (entries.includes(id)) {
      const { spelling = '' } = cells;
      const key = `${list}:${writtenAlike(spelling)}`;
      const before = meant.get(key) ?? id;
      meant.set(key, before);
      return before === id
        ? []
        : [
            {
              code: 'spelling-twice',
              file,
              row,
              column: 'spelling',
              value: spelling,
              detail: `${before}, ${id}`,
            },
          ];
    }
    return [
      {
        code: 'unknown-name',
        file,
        row,
        column: 'id',
        value: id,
        detail: suggestion(id, entries, otherwise),
      },
    ];
  });
  const spellings = rows.map(({ cells }) => ({
    list: cells['list'] ?? '',
    spelling: cells['spelling'] ?? '',
    id: cells['id'] ?? '',
  }));
  return { spellings, problems };
}

import { nearest } from '../../model/nearest.ts';
import type { Code } from '../../model/record.ts';
import type { Choice, LookupEntry, Spelling } from '../../model/settings.ts';
import { candidatesFor, namesOf, plainName as plain, type Candidate } from './candidates.ts';
import { veilPersonal } from './personal/veil-personal.ts';
import { remembering, type Fault, type ReadCell } from './fault.ts';
import { severalNames } from './several-names.ts';

function suggestion(word: string, words: readonly string[], otherwise: Fault['detail']): Fault['detail'] {
  const meant = nearest(word, words);
  if (meant.length === 0) return otherwise ?? '';
  return {
    zh: `是不是${meant.map((one) => `“${one}”`).join('、')}？`,
    en: `did you mean ${meant.map((one) => `“${one}”`).join(', ')}?`,
  };
}

/** Reads a code or its word in any language. */
export function codeReader(codes: readonly Code[], values: Readonly<Record<string, string>> = {}): ReadCell {
  const byName = new Map<string, string>();
  for (const { code, zh, en } of codes) for (const name of [code, zh, en]) byName.set(plain(name), code);
  for (const [theirs, ours] of Object.entries(values)) byName.set(plain(theirs), ours);
  const all = codes.map(({ code, zh }) => `${zh} (${code})`);
  return (cell) => {
    const code = byName.get(plain(cell));
    if (code !== undefined) return code;
    const otherwise = {
      zh: `可以写：${all.join('、')}`,
      en: `it may be: ${codes.map(({ code: one }) => one).join(', ')}`,
    };
    return {
      code: 'unknown-code',
      value: cell,
      detail:
        suggestion(
          cell,
          codes.flatMap(({ code: one, zh, en }) => [one, zh, en]),
          otherwise,
        ) ?? otherwise,
    };
  };
}

/** What is needed to read the names of one code list. */
export interface NameList {
  readonly list: string;
  readonly entries: readonly LookupEntry[];
  readonly spellings: readonly Spelling[];
  /** Whether the list's file is there. */
  readonly listed: boolean;
  readonly values?: Readonly<Record<string, string>>;
  /** The city, whose name stands in front of many a name. */
  readonly city?: string;
  /** Called with each learnt spelling that a cell used. */
  readonly onSpelling: (spelling: string) => void;
}

/** A name that does nothing else when a command with it is pasted into a shell: drops are not to be trusted. */
const safeToPaste = /^[\p{L}\p{N} ·.,_()（）、，。-]+$/u;

/** A line of `spellings.csv`, in quotes where a cell needs them. */
function spellingLine(list: string, cell: string, id: string): string {
  return [list, /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell, id].join(',');
}

/** The command that keeps such a line; one with quotes of its own stands in the other kind. */
function acceptCommand(line: string): string {
  return `npm run check -- --accept ${line.includes('"') ? `'${line}'` : `"${line}"`}`;
}

/** What to do about a name in which somebody stands: it is no spelling of anything, and is not repeated. */
const noSpelling = {
  zh: '这里应写名录里的名称，却像是个人信息：改正文件',
  en: 'a name of the list belongs here, and this looks like a person: mend the drop',
};

function unknownName(list: string, cell: string, meant: readonly Candidate[]): Fault {
  if (veilPersonal(cell) !== cell) return { code: 'unknown-name', value: cell, detail: noSpelling };
  const choose = { list, spelling: cell, likely: meant.map(({ id }) => id) };
  const fault = { code: 'unknown-name', value: cell, choose } as const;
  const [best] = meant;
  const line = spellingLine(list, cell, best?.id ?? 'ID');
  const accept = safeToPaste.test(cell) ? acceptCommand(line) : '';
  const run = { zh: accept && `，或运行 ${accept}`, en: accept && `, or run ${accept}` };
  if (best === undefined)
    return {
      ...fault,
      detail: {
        zh: `补进 lookup/${list}.csv；若是名录里某个的另一种写法，在 lookup/spellings.csv 加一行 ${line}（ID 换成它的编号）${run.zh}`,
        en: `add it to lookup/${list}.csv; if it is another spelling of an entry, write ${line} into lookup/spellings.csv with the id of that entry${run.en}`,
      },
    };
  const asked = meant.map(({ id, name }) => `“${name}” (${id})`);
  return {
    ...fault,
    detail: {
      zh: `是不是${asked.join('、')}？若是第一个，在 lookup/spellings.csv 加一行 ${line}${run.zh}`,
      en: `did you mean ${asked.join(', ')}? If the first, write ${line} into lookup/spellings.csv${run.en}`,
    },
    settle: { file: 'spellings', cells: [list, cell, best.id] },
  };
}

/** Several entries in one cell: a row counts for one of them, and which one leads only a person knows. */
function severalInOne(list: string, cell: string, ids: readonly string[]): Fault {
  const [first = ''] = ids;
  const line = spellingLine(list, cell, first);
  const accept = acceptCommand(line);
  return {
    code: 'unknown-name',
    value: cell,
    choose: { list, spelling: cell, likely: ids },
    detail: {
      zh: `一格写了几个（${ids.join('、')}），一行只能算在一个名下，即牵头的。若是写在最前的，在 lookup/spellings.csv 加一行 ${line}，或运行 ${accept}；若是别的，把 ${first} 换成它的编号`,
      en: `several stand in one cell (${ids.join(', ')}), and a row counts for one, the one that leads. If that is the first, write ${line} into lookup/spellings.csv, or run ${accept}; if another, put its id in the place of ${first}`,
    },
    settle: { file: 'spellings', cells: [list, cell, first] },
  };
}

/** So many different names that a list lacks are held against it: a column of others is not of this list at all. */
const mostCompared = 1000;

/** Reads an id, a name or a learnt spelling of an entry of a code list. */
export function nameReader({
  list,
  entries,
  spellings,
  listed,
  values = {},
  city = '',
  onSpelling,
}: NameList): ReadCell {
  const ids = new Map<string, string>();
  const shared = new Map<string, ReadonlySet<string>>();
  for (const entry of entries)
    for (const name of namesOf(entry).map(plain)) {
      shared.set(name, new Set([...(shared.get(name) ?? []), entry.id]));
      ids.set(name, entry.id);
    }
  for (const { id } of entries) ids.set(plain(id), id);
  for (const [theirs, ours] of Object.entries(values)) ids.set(plain(theirs), ours);
  const decided = new Set([...entries.map(({ id }) => id), ...Object.keys(values)].map(plain));
  const learnt = new Map(
    spellings.filter((one) => one.list === list).map((one) => [plain(one.spelling), one] as const),
  );
  let compared = 0;
  return remembering((cell) => {
    const key = plain(cell);
    const spelling = learnt.get(key);
    const meaning = shared.get(key);
    const isShared = meaning !== undefined && meaning.size > 1 && !decided.has(key);
    const id = ids.get(key);
    if (id !== undefined && !isShared) return id;
    if (spelling !== undefined) {
      onSpelling(`${list}:${spelling.spelling}`);
      return spelling.id;
    }
    if (isShared) {
      const all = [...meaning];
      const detail = {
        zh: `不止一个叫这个名：${all.join('、')}。请写编号`,
        en: `more than one has this name: ${all.join(', ')}; write the id`,
      };
      return { code: 'unknown-name', value: cell, detail };
    }
    if (!listed)
      return { code: 'missing-lookup', value: `lookup/${list}.csv`, detail: 'id, name_zh, name_en' };
    const named = severalNames(cell, (name) => ids.get(plain(name)) ?? learnt.get(plain(name))?.id);
    const [only, another] = named;
    if (only !== undefined) return another === undefined ? only : severalInOne(list, cell, named);
    compared += 1;
    const meant = compared > mostCompared ? [] : candidatesFor(cell, entries, [...learnt.values()], city);
    return unknownName(list, cell, meant);
  });
}

/** How many answers of a question a message names. */
const mostNamed = 12;

/** A whole number as programs that know only fractions write it, `3.0`, is that number. */
function wholeNumber(cell: string): string {
  return plain(cell).replace(/^(-?\d+)\.0+$/, '$1');
}

/** Reads the answer to a question with listed answers; any other is the `writeIn`, if the layout names one. */
export function choiceReader(
  choices: readonly Choice[],
  values: Readonly<Record<string, string>> = {},
  writeIn?: string,
): ReadCell {
  const ids = new Map<string, string>();
  for (const { id, names } of choices)
    for (const name of [id, ...Object.values(names)]) ids.set(plain(name), id);
  for (const [theirs, ours] of Object.entries(values)) ids.set(plain(theirs), ours);
  const all = choices.map(({ id, names }) => Object.values(names)[0] ?? id);
  const some = all.length > mostNamed ? [...all.slice(0, mostNamed), '…'] : all;
  const listed = { zh: `题目的答案有：${some.join('、')}`, en: `the question takes: ${some.join(', ')}` };
  return (cell) =>
    ids.get(plain(cell)) ??
    ids.get(wholeNumber(cell)) ??
    writeIn ?? { code: 'unknown-code', value: cell, detail: suggestion(cell, all, listed) ?? listed };
}

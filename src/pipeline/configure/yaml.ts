import type { z } from 'astro/zod';
import { LineCounter, parseDocument, visit, type Document } from 'yaml';
import { nearest } from '../../model/nearest.ts';
import type { Problem } from '../../model/problem.ts';
import type { Words } from '../../model/words.ts';
import { yamlMistake } from './yaml-mistake.ts';

type Path = readonly PropertyKey[];

/** Says where a setting stands: line and column, as a problem tells them. */
export type PlaceOf = (path: Path) => { readonly row: number; readonly column: string };

/** What a YAML file gave: its content if every setting in it is right, and where each stands; else what is wrong with it. */
export type Parsed<Content> =
  | { readonly content: Content; readonly problems: readonly []; readonly placeOf: PlaceOf }
  | { readonly content: null; readonly problems: readonly Problem[] };

/** The line and column of a place in a file. */
function placeOf(lines: LineCounter, at: number) {
  const { line, col } = lines.linePos(at);
  return { row: line, column: String(col) };
}

/** Where a setting stands: the line and column of its value, or of the nearest thing above it that is there. */
function positionOf(document: Document, lines: LineCounter, path: Path, key?: string) {
  for (let length = path.length; length >= 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length), true);
    const pair =
      key !== undefined && length === path.length
        ? (parent as { items?: { key?: { value?: unknown; range?: [number] } }[] }).items?.find(
            (item) => item.key?.value === key,
          )?.key
        : undefined;
    const range = pair?.range ?? (parent as { range?: [number] } | undefined)?.range;
    if (range) return placeOf(lines, range[0]);
  }
  return { row: 1, column: '1' };
}

function ask(words: readonly string[], all: readonly string[]): Words {
  if (all.length === 0)
    return {
      zh: '现在还没有可写的：删去这一项，或先在 lookup/ 的名录里列出',
      en: 'there is nothing that it may be yet: take it out, or list it in lookup/ first',
    };
  return words.length > 0
    ? { zh: `是不是 ${words.join('、')}？`, en: `did you mean ${words.join(', ')}?` }
    : { zh: `可以写：${all.join('、')}`, en: `it may be: ${all.join(', ')}` };
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  let here: unknown = schema;
  for (const step of path) here = childOf(here, step);
  const shape = (unwrap(here) as { shape?: Record<string, unknown> } | undefined)?.shape;
  return shape === undefined ? [] : Object.keys(shape);
}

function unwrap(schema: unknown): unknown {
  const definition = (schema as { def?: { innerType?: unknown } } | undefined)?.def;
  return definition?.innerType === undefined ? schema : unwrap(definition.innerType);
}

function childOf(schema: unknown, step: PropertyKey): unknown {
  const bare = unwrap(schema) as
    { shape?: Record<PropertyKey, unknown>; element?: unknown; valueType?: unknown } | undefined;
  return bare?.shape?.[step] ?? bare?.element ?? bare?.valueType;
}

const kinds: Readonly<Record<string, Words>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '一组（每行以 - 开头）', en: 'a list (each line begins with -)' },
  object: { zh: '一组“名称: 内容”', en: 'a group of “name: content”' },
  record: { zh: '一组“名称: 内容”', en: 'a group of “name: content”' },
};

/** What is wrong with a setting, and how to mend it. */
export interface Mistake {
  readonly said: Words;
  readonly mend: Words;
  /** The key that is wrong itself, where it is not its content. */
  readonly key?: string;
}

/** A key that is none of those that a group of settings takes. */
export function unknownKey(key: string, words: readonly string[]): Mistake {
  return {
    said: { zh: `不认识的设置“${key}”`, en: `unknown setting “${key}”` },
    mend: ask(nearest(key, words), words),
    key,
  };
}

/** A content that is none of the words that a setting takes. */
export function unknownWord(name: string, word: string, words: readonly string[]): Mistake {
  return {
    said: { zh: `${name} 不能写“${word}”`, en: `${name} cannot be “${word}”` },
    mend: ask(nearest(word, words), words),
  };
}

function say(issue: z.core.$ZodIssue, schema: z.ZodType, given: unknown): Mistake {
  const name = issue.path.map(String).join('.');
  if (given === undefined)
    return {
      said: { zh: `缺少 ${name}`, en: `${name} is missing` },
      mend: { zh: '请补上这一项', en: 'add it' },
    };
  if (issue.code === 'custom' && issue.params?.['mistake'] !== undefined)
    return issue.params['mistake'] as Mistake;
  if (issue.code === 'invalid_value') return unknownWord(name, String(given), issue.values.map(String));
  if (issue.code === 'invalid_type') {
    const kind = kinds[issue.expected] ?? { zh: issue.expected, en: issue.expected };
    if (name === '')
      return {
        said: { zh: `整个文件应为${kind.zh}`, en: `the whole file should be ${kind.en}` },
        mend: {
          zh: '每行写一项，如 period: quarter',
          en: 'write a setting in each line, as period: quarter',
        },
      };
    return {
      said: { zh: `${name} 应为${kind.zh}`, en: `${name} should be ${kind.en}` },
      mend: { zh: `现在写的是“${String(given)}”`, en: `it is “${String(given)}” now` },
    };
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const low = issue.code === 'too_small';
    const limit = String(low ? issue.minimum : issue.maximum);
    const reason = low ? descriptionAt(schema, issue.path) : null;
    const mend = { zh: `${low ? '至少' : '最多'} ${limit}`, en: `${low ? 'at least' : 'at most'} ${limit}` };
    return {
      said: { zh: `${name} 太${low ? '小' : '大'}了`, en: `${name} is too ${low ? 'small' : 'large'}` },
      mend: reason === null ? mend : { zh: `${mend.zh}：${reason.zh}`, en: `${mend.en}: ${reason.en}` },
    };
  }
  return {
    said: { zh: `${name} 写得不对：“${String(given)}”`, en: `${name} is not right: “${String(given)}”` },
    mend: descriptionAt(schema, issue.path) ?? { zh: issue.message, en: issue.message },
  };
}

/** What a setting is, or the reason for its number. Settings are described in Chinese and English, one after the other. */
function descriptionAt(schema: z.ZodType, path: Path): Words | null {
  let here: unknown = schema;
  for (const step of path) here = childOf(here, step);
  const [zh, en = zh] = (here as { description?: string } | undefined)?.description?.split(' / ') ?? [];
  return zh === undefined || en === undefined ? null : { zh, en };
}

function problemsOf(
  file: string,
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  document: Document,
  lines: LineCounter,
): Problem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      bad(file, positionOf(document, lines, issue.path, key), unknownKey(key, keysAt(schema, issue.path))),
    );
  const mistake = say(issue, schema, document.getIn(issue.path));
  return [bad(file, positionOf(document, lines, issue.path, mistake.key), mistake)];
}

function bad(file: string, position: { row: number; column: string }, mistake: Mistake): Problem {
  return { code: 'bad-setting', file, ...position, said: mistake.said, detail: mistake.mend };
}

/** Where the last quoted text begins: one that is not closed takes in all that follows. */
function lastQuote(document: Document): number | undefined {
  let at: number | undefined;
  visit(document, {
    Scalar: (_, { type = '', range }) => {
      if (type.startsWith('QUOTE')) at = range?.[0];
    },
  });
  return at;
}

/** Where the first reference stands that leads nowhere. */
function lostAlias(document: Document): number | undefined {
  let at: number | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      at = alias.range?.[0];
      return visit.BREAK;
    },
  });
  return at;
}

/** What is wrong with how the file is written: one mistake a place, though the library may see several in it. */
function syntaxProblems(file: string, document: Document, lines: LineCounter): Problem[] {
  const found = new Map<number, Problem>();
  for (const { code, message, pos } of document.errors) {
    const at = (/^Missing closing/.test(message) ? lastQuote(document) : undefined) ?? pos[0];
    if (found.has(at)) continue;
    // The library says again where it is, and shows the line.
    const [first = ''] = message.replace(/ at line \d+, column \d+:?/, '').split('\n');
    found.set(at, bad(file, placeOf(lines, at), yamlMistake(code, first)));
  }
  return [...found.values()];
}

/** Reads a YAML file of settings through its schema. Every mistake is named with its line and column. */
export function parseYaml<Content>(file: string, text: string, schema: z.ZodType<Content>): Parsed<Content> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) return { content: null, problems: syntaxProblems(file, document, lines) };
  let given: unknown;
  try {
    given = document.toJS();
  } catch (error) {
    // An alias that points nowhere, or aliases that grow without end.
    const mistake = yamlMistake('ALIAS', (error as Error).message);
    return { content: null, problems: [bad(file, placeOf(lines, lostAlias(document) ?? 0), mistake)] };
  }
  const result = schema.safeParse(given);
  if (result.success)
    return { content: result.data, problems: [], placeOf: (path) => positionOf(document, lines, path) };
  return {
    content: null,
    problems: result.error.issues.flatMap((issue) => problemsOf(file, issue, schema, document, lines)),
  };
}

import { rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { parse, stringify } from 'yaml';
import { configure } from '../../src/pipeline/configure/configure.ts';
import { readTable } from '../../src/pipeline/read-table.ts';
import { runFolder, writeProgramme } from '../pipeline/small-programme.ts';
import { expectBalance } from './expect-balance.ts';
import { expectTold, type Target } from './target.ts';

/** The text of a layout, and the cells of a drop whose columns are those that the layout speaks of. */
export interface AnyLayout {
  readonly yaml: string;
  readonly cells: readonly (readonly string[])[];
}

const file = 'layouts/any.yaml';
const tests = join(import.meta.dirname, '..');

/** Layouts that are right, for spoiling. */
const honest: readonly string[] = [join(tests, 'programmes'), join(tests, 'golden')].flatMap((under) =>
  readdirSync(under, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /layouts$/.test(entry.parentPath) && entry.name.endsWith('.yaml'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
);

/** Values that settings stumble over. */
const oddValues = [
  ...[
    '',
    '~',
    'null',
    'true',
    '0',
    '-1',
    '1e999',
    '.nan',
    '0x10',
    '2025-02-30',
    '=1+1',
    '<b>',
    '"\\0"',
    '[]',
    '{}',
  ],
  ...[
    '[[]]',
    '{ a: 1 }',
    '&a [x, x]',
    '*a',
    '*nowhere',
    '!!binary x',
    '!!set { a }',
    '<<: *a',
    '__proto__: 1',
  ],
  ...[
    'constructor',
    'finding_id',
    'all',
    'own',
    '? [a]\n: b',
    '"(a+)+$"',
    'yyyy',
    'MM/dd/yyyy',
    '- a',
    '|\n  a',
  ],
  ...[
    'findings',
    'responses',
    'events',
    'claimed',
    'rest',
    '编号',
    '\u2028',
    '\ud800',
    "'",
    '"',
    '#',
    '---',
    '%YAML 9.9',
  ],
];

const keys = [
  ...[
    'name',
    'gives',
    'recognise',
    'encoding',
    'row_number_as',
    'vendor',
    'header_rows',
    'id_prefix',
    'columns',
  ],
  ...[
    'events',
    'dates',
    'constants',
    'values',
    'missing',
    'ignore',
    'set_aside',
    'answers',
    'codebook',
    'scales',
  ],
  ...[
    'event',
    'on',
    'by',
    'note',
    'id',
    'kind',
    'column',
    'is',
    'is_not',
    'as',
    'choices',
    'scale',
    'zh',
    'en',
  ],
  ...['__proto__', 'constructor', 'toString', '', '1'],
];

const oddValue = fc.oneof(fc.constantFrom(...oddValues), fc.string({ unit: 'grapheme', maxLength: 20 }));

const change = fc.record({
  line: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  how: fc.constantFrom('value', 'key', 'drop', 'twice', 'indent', 'insert', 'alias'),
  value: oddValue,
  key: fc.constantFrom(...keys),
});
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

function changedLine(line: string, { how, value, key }: Change): string[] {
  const [, indent = '', rest = ''] = /^([\s-]*)(.*)$/su.exec(line) ?? [];
  const [name = '', ...content] = rest.split(':');
  switch (how) {
    case 'value':
      return [`${indent}${name}: ${value}`];
    case 'key':
      return [`${indent}${key}:${content.join(':')}`];
    case 'drop':
      return [];
    case 'twice':
      return [line, line];
    case 'indent':
      return [` ${line}`];
    case 'insert':
      return [line, `${indent}${key}: ${value}`];
    case 'alias':
      return [`${indent}${name}: &a${content.join(':')}`, `${indent}${key}: *a`];
    default:
      return how satisfies never;
  }
}

function spoilt(yaml: string, changes: readonly Change[]): string {
  let lines = yaml.split('\n');
  for (const one of changes) {
    const at = Math.floor(one.line * lines.length);
    lines = lines.flatMap((line, place) => (place === at ? changedLine(line, one) : [line]));
  }
  return lines.join('\n');
}

/** Settings made of the keys that layouts have, in any shape. */
const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
  leaf: fc.oneof(
    oddValue,
    fc.constantFrom<unknown>('A', 'B', 'finding_id', 'problem', null, true, 1, 2),
    fc.constantFrom(...keys),
  ),
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 5 }),
  ),
}));
const made = fc.dictionary(fc.constantFrom(...keys), tree, { maxKeys: 8 }).map((settings) =>
  stringify({
    name: 'any',
    gives: 'findings',
    recognise: ['A'],
    columns: { finding_id: 'A' },
    ...settings,
  }),
);

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '1',
    '2',
    'NA',
    'A',
    '满意',
    '2025-05-01',
    '05/01/2025 09:00:00 AM',
    'police',
    'x;y',
    '-0',
    '１',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

/** The words of a layout that may be names of columns. */
function wordsIn(yaml: string): string[] {
  const words = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && value.length < 100) words.add(value);
    else if (Array.isArray(value)) value.forEach(collect);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(parse(yaml, { logLevel: 'silent' }));
  return [...words].slice(0, 60);
}

/** A problem of a layout names a line of it, and a place in that line. */
function expectPlace(problem: { file: string; row?: number; column?: string }, lines: number): void {
  const { row = 0, column = '' } = problem;
  if (problem.file === file && row >= 1 && row <= lines && /^[1-9]\d*$/.test(column)) return;
  throw new Error(`a problem without a place: ${JSON.stringify(problem)}`);
}

/** Any layout gives settings, or problems with their places; and what such settings read balances. */
export const anyLayout: Target<AnyLayout> = {
  inputs: (kept) =>
    fc.record({
      yaml: fc.oneof(
        {
          weight: 5,
          arbitrary: fc
            .tuple(
              fc.constantFrom(...honest, ...kept.map(({ yaml }) => yaml)),
              fc.array(change, { minLength: 1, maxLength: 4 }),
            )
            .map(([yaml, changes]) => spoilt(yaml, changes)),
        },
        { weight: 3, arbitrary: made },
        {
          weight: 1,
          arbitrary: fc.string({ unit: fc.constantFrom(...'ab:-{}[]&*!|>\'"%@`#,? \n\t'), maxLength: 60 }),
        },
      ),
      cells: fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 }),
    }),
  hold: async ({ yaml, cells }) => {
    const data = await writeProgramme({ [file]: yaml });
    try {
      const { settings, problems } = await configure(data, readTable);
      expectTold(problems);
      const lines = yaml.split(/\r\n|[\r\n]/).length;
      for (const problem of problems) expectPlace(problem, lines);
      if ((settings === null) === (problems.length === 0))
        throw new Error('neither settings nor a problem, or both');
      if (settings === null) return;
      const header = wordsIn(yaml);
      const rows = cells.map((row) => header.map((_, place) => row[place % row.length] ?? ''));
      const drop = Papa.unparse([header, ...rows], { newline: '\n' });
      const folder = await writeProgramme({ [file]: yaml, 'drops/a.csv': drop });
      try {
        expectBalance(await runFolder(folder));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  },
};

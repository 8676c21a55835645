import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { published, type TableName } from '../../src/model/published.ts';
import { recordKeys, type RecordKind } from '../../src/model/record.ts';
import { filesIn } from '../../src/verify/files-in.ts';
import { verify } from '../../src/verify/verify.ts';
import { runFolder, settingsText, writeProgramme, type Result } from '../pipeline/small-programme.ts';
import { expectBalance } from './expect-balance.ts';
import type { Target } from './target.ts';

/** One drop: rows of one kind, by column. */
export interface AnyDrop {
  readonly kind: RecordKind;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Drops in the order of their names, and what is mixed up of them: where each lies on the disk, and its rows in it. */
export interface AnyDrops {
  readonly drops: readonly AnyDrop[];
  readonly mix: readonly number[];
}

const ids = ['F1', 'F2', 'F3', 'F4', 'F5'];
const ofDay = (month: number, day: number) =>
  `2025-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const day = fc
  .tuple(fc.integer({ min: 3, max: 7 }), fc.integer({ min: 1, max: 30 }))
  .map(([m, d]) => ofDay(m, d));

const oneOf = (...usual: string[]) => fc.constantFrom(...usual);
const text = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('等候', '指南', '系统', 'a,b', '“引”', 'x\ny') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
);
const department = oneOf('police', '税务局', 'hrss', 'tax');
const hall = oneOf('centre', 'north', '');
const channel = oneOf('online', 'onsite', '座谈交流', '');

/** A row of each kind, with all the columns that it can have. */
const rowOf: Readonly<Record<RecordKind, fc.Arbitrary<Record<string, string>>>> = {
  findings: fc.record({
    finding_id: fc.constantFrom(...ids),
    kind: oneOf('problem', 'problem', '做得好的'),
    found_on: oneOf('2025-03-01', '2025-03-02', '2025/4/1', '2025-07-09'),
    title_zh: text,
    department,
    title_en: text,
    hall,
    channel,
    severity: oneOf('minor', 'ordinary', 'serious', ''),
    cohort: oneOf('2025', ''),
    due_on: oneOf('', '', '2025-05-01'),
    recurrence_of: oneOf('', '', '', 'F1'),
  }),
  events: fc.record({
    finding_id: fc.constantFrom(...ids),
    event: oneOf(
      ...['sent', 'replied', 'claimed', 'confirmed', 'reopened', 'checked', 'analysed'],
      ...['refused', 'transferred', 'withdrawn'],
    ),
    on: day,
    time: oneOf('', '', '09:00', '17:30:00'),
    by: oneOf('officer', 'department', 'office', ''),
    note_zh: text,
    reason: oneOf('cost', 'cost', ''),
    remedy: oneOf('one_off', 'mechanism', ''),
  }),
  responses: fc.record({
    response_id: fc.nat(40).map((number) => `R${number}`),
    submitted_on: day,
    department,
    channel,
    origin: oneOf('active', 'prompted', 'default', ''),
    overall: oneOf('满意', '非常满意', '不满意', ''),
    recommend: oneOf('0', '8', '10', ''),
    troubles: oneOf('排队久', '排队久|材料多', ''),
    comment: text,
  }),
  visits: fc.record({
    visit_id: fc.nat(20).map((number) => `V${number}`),
    on: day,
    channel,
    department,
    hall,
  }),
  transactions: fc.record({
    department,
    month: oneOf('2025-04', '2025-05', '2025年6月'),
    transactions: oneOf('0', '400', '1,000'),
  }),
};

/** Columns that a drop must have; of the others it may have some. */
const must: Readonly<Record<RecordKind, readonly string[]>> = {
  findings: ['finding_id', 'kind', 'found_on', 'title_zh', 'department'],
  events: ['finding_id', 'event', 'on'],
  responses: ['response_id', 'submitted_on', 'overall'],
  visits: ['visit_id', 'on'],
  transactions: ['department', 'month', 'transactions'],
};

const kinds = Object.keys(must) as RecordKind[];

/** Rows of a kind: mostly each thing once, for whoever gives one twice in a drop is told to mend it. */
function rowsOf(kind: RecordKind): fc.Arbitrary<Record<string, string>[]> {
  const size = { minLength: 1, maxLength: kind === 'responses' ? 30 : 6 };
  const selector = (row: Record<string, string>) =>
    recordKeys[kind].map((column) => row[column] ?? '').join('|');
  return fc.oneof(
    { weight: 9, arbitrary: fc.uniqueArray(rowOf[kind], { ...size, selector }) },
    { weight: 1, arbitrary: fc.array(rowOf[kind], size) },
  );
}

/** A drop has the same columns in all its rows. */
function dropOf(kind: RecordKind): fc.Arbitrary<AnyDrop> {
  return fc.tuple(rowsOf(kind), fc.infiniteStream(fc.boolean())).map(([rows, stays]) => {
    const first = rows[0] ?? {};
    const columns = Object.keys(first).filter((column) => must[kind].includes(column) || stays.next().value);
    return {
      kind,
      rows: rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? '']))),
    };
  });
}

/** What must be noticed wherever it stands, or does no harm there. */
const odd = fc.record({
  drop: fc.nat(),
  row: fc.nat(),
  column: fc.nat(),
  cell: oneOf(
    '',
    '无',
    '2025-02-30',
    '=1+1',
    '<b>x</b>',
    '13812345678',
    ' 甲 ',
    '１',
    '9'.repeat(400),
    '\u202e',
    '"',
  ),
});
type Odd = typeof odd extends fc.Arbitrary<infer O> ? O : never;

/** A drop with an odd cell in it. */
function withOdd(drops: readonly AnyDrop[], { drop, row, column, cell }: Odd): AnyDrop[] {
  const pick = <Item>(items: readonly Item[], which: number) => items[which % items.length];
  const chosen = pick(drops, drop);
  const changed = chosen && pick(chosen.rows, row);
  const name = pick(Object.keys(changed ?? {}), column) ?? '';
  return drops.map((one) =>
    one === chosen
      ? { ...one, rows: one.rows.map((cells) => (cells === changed ? { ...cells, [name]: cell } : cells)) }
      : one,
  );
}

/** Most drops have nothing odd in them, so that most are published; one odd cell often stops a whole run. */
const odds = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Odd[]>([]) },
  { weight: 1, arbitrary: fc.array(odd, { minLength: 1, maxLength: 2 }) },
);

/** Every finding is there from the beginning, so that events have something to be about. */
const base: AnyDrop = {
  kind: 'findings',
  rows: ids.map((finding_id) => ({
    finding_id,
    kind: 'problem',
    found_on: '2025-03-01',
    title_zh: '起初',
    department: 'police',
  })),
};

const lists = {
  'programme.yaml': settingsText({
    period: 'month',
    survey_tables: '[department × period]',
    overall_question: 'overall',
  }),
  'lookup/questions.csv':
    'id,survey,kind,name_zh,name_en,scale\noverall,s,grade,满意吗？,Satisfied?,\nrecommend,s,score,推荐吗？,Recommend?,\ntroubles,s,multiple,哪些费事？,Trouble?,troubles\ncomment,s,text,还想说？,Else?,\n',
  'lookup/choices.csv':
    'scale,id,name_zh,name_en\ntroubles,queue,排队久,Long queue\ntroubles,papers,材料多,Papers\n',
};

const nameOf = (place: number) => `drops/${place + 1}0.csv`;
const textOf = (rows: AnyDrop['rows']) => Papa.unparse([...rows], { newline: '\n' });

/** Whether a drop gives each thing once, so that the order of its rows says nothing. */
function isOrderless({ kind, rows }: AnyDrop): boolean {
  const key = (row: Readonly<Record<string, string>>) =>
    recordKeys[kind].map((column) => (row[column] ?? '').trim()).join('|');
  return new Set(rows.map(key)).size === rows.length;
}

function mixed<Item>(items: readonly Item[], mix: readonly number[]): Item[] {
  return items
    .map((item, place) => ({ item, at: mix[place % mix.length] ?? 0 }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

const tables = (Object.keys(published) as TableName[]).filter((name) => name !== 'quality');

/** What came of drops: the tables if they were published, else the kinds of problems, and the account of every drop. */
async function whatCame(result: Result): Promise<Readonly<Record<string, string>>> {
  expectBalance(result);
  const { outcome } = result;
  const accounts = outcome.drops.map(({ file, account: { read, used, setAside } }) => [
    file,
    read,
    used,
    Object.entries(setAside).sort(),
  ]);
  const codes = outcome.problems.map(({ code, file }) => `${file} ${code}`).sort();
  const texts = outcome.published
    ? await Promise.all(tables.map(async (name) => [name, await result.text(name)] as const))
    : [];
  return { ...Object.fromEntries(texts), accounts: JSON.stringify(accounts), problems: codes.join('\n') };
}

/** Takes drops in, in one go or some of them a run before the others, with other files of the disk before and after. */
async function take(
  files: readonly (readonly [string, string])[],
  mix: readonly number[],
  goes: 'one' | 'two',
): Promise<{
  readonly came: Readonly<Record<string, string>>;
  readonly result: Result;
  readonly folder: string;
}> {
  const first = goes === 'one' ? files : files.filter((_, place) => (mix[place % mix.length] ?? 0) % 2 === 0);
  const folder = await writeProgramme({ ...lists, ...Object.fromEntries(first) });
  if (goes === 'two') {
    expectBalance(await runFolder(folder));
    await mkdir(join(folder, 'drops'), { recursive: true });
    for (const [name, text] of files) await writeFile(join(folder, name), text);
  }
  for (const [place, [name]] of mixed(files, mix).entries()) await utimes(join(folder, name), place, place);
  const result = await runFolder(folder);
  return { came: await whatCame(result), result, folder };
}

function expectSame(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
  why: string,
) {
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
    if (one[name] !== other[name])
      throw new Error(`${why}: ${name} differs\n${one[name]}\n—\n${other[name]}`);
}

const ofTables = new Set(['form', 'key', 'total', 'history', 'recount', 'protection']);

/** The tables hold by themselves, as whoever downloads them would find; and every row that was used has come somewhere. */
async function expectSound(result: Result, drops: readonly AnyDrop[]): Promise<void> {
  for (const [place, { account }] of result.outcome.drops.entries())
    if (account.read !== drops[place]?.rows.length)
      throw new Error(
        `${account.read} rows read of drop ${place + 1}, which has ${drops[place]?.rows.length}`,
      );
  if (!result.outcome.published) return;
  const site = await filesIn(join(result.folder, 'tables'));
  const { differences } = await verify({
    names: site.names.map((name) => `data/${name}`),
    read: (name) => site.read(name.replace(/^data\//, '')),
  });
  const [wrong] = differences.filter(({ check }) => ofTables.has(check));
  if (wrong !== undefined) throw new Error(`the tables do not hold: ${JSON.stringify(wrong)}`);
}

/**
 * Any drops, in whatever order they lie on the disk, come at once or one after the other, with their rows in whatever order,
 * give the same tables; every row of every drop is accounted for; and the tables hold by themselves.
 */
export const anyDrops: Target<AnyDrops> = {
  inputs: () =>
    fc
      .record({
        drops: fc.array(fc.constantFrom(...kinds).chain(dropOf), { minLength: 1, maxLength: 5 }),
        odd: odds,
        mix: fc.array(fc.nat(99), { minLength: 7, maxLength: 7 }),
      })
      .map(({ drops, odd: some, mix }) => ({ drops: [base, ...some.reduce(withOdd, drops)], mix })),
  hold: async ({ drops, mix }) => {
    const files = drops.map(({ rows }, place) => [nameOf(place), textOf(rows)] as const);
    const shuffled = drops.map(
      (drop, place) =>
        [nameOf(place), textOf(isOrderless(drop) ? mixed(drop.rows, mix) : drop.rows)] as const,
    );
    const folders: string[] = [];
    try {
      const once = await take(files, [0], 'one');
      folders.push(once.folder);
      await expectSound(once.result, drops);
      const later = await take(files, mix, 'two');
      folders.push(later.folder);
      expectSame(once.came, later.came, 'one after the other');
      const other = await take(shuffled, mix, 'one');
      folders.push(other.folder);
      expectSame(once.came, other.came, 'rows in another order');
    } finally {
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    }
  },
};

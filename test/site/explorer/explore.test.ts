import { describe, expect, it } from 'vitest';
import { buildIndex, type Searchable } from '../../../src/site/explorer/build-index.ts';
import { readColumn, writeColumn } from '../../../src/site/explorer/column.ts';
import { openExplorer, type Explorer } from '../../../src/site/explorer/explore.ts';
import type { Manifest, Row } from '../../../src/site/explorer/manifest.ts';
import { inAny, inEach, readPlaces, writePlaces } from '../../../src/site/explorer/places.ts';
import { facets, readSelection, writeSelection, type Facet } from '../../../src/site/explorer/selection.ts';
import { cutIntoShards, shardsFor } from '../../../src/site/explorer/shards.ts';
import { nameInitial } from '../../../src/site/words/name-initial.ts';
import { fc } from '../../seeded-checks.ts';

interface Sample extends Searchable {
  readonly values: Partial<Record<Facet, string>>;
  readonly overdueDays?: number;
}

const samples: readonly Sample[] = [
  {
    title: '社保卡补换要等两周',
    texts: ['窗口说要等，网上说三天。'],
    names: ['人力资源和社会保障局', '人社局'],
    values: { status: 'overdue', department: 'hrss', found: '2026-03' },
    overdueDays: 4,
  },
  {
    title: '排队叫号屏坏了',
    texts: ['等候区 Wi-Fi 也连不上。'],
    names: ['公安局'],
    values: { status: 'confirmed', department: 'police', found: '2026-02' },
  },
  {
    title: 'Ticket machine jams',
    texts: ['The paper jams when it is damp.'],
    names: ['公安局'],
    values: { status: 'overdue', department: 'police', found: '2025-12' },
    overdueDays: 9,
  },
  {
    title: '窗口主动帮忙填表',
    texts: ['排队的人都夸。'],
    names: ['人社局'],
    values: { status: 'commendation', department: 'hrss', found: '2026-03' },
  },
];

/** An explorer over samples, and the names of the files it has asked for. */
async function explorerOf(findings: readonly Sample[]): Promise<{ explorer: Explorer; asked: string[] }> {
  const values = Object.fromEntries(
    facets.map((facet) => [
      facet,
      [...new Set(findings.flatMap(({ values: own }) => own[facet] ?? []))].sort(),
    ]),
  ) as unknown as Manifest['values'];
  const { begins, files } = buildIndex(findings, (character) => nameInitial(character, ''));
  const rowsInFile = 2;
  const rows = findings.map(({ title }, at): Row => [`id-${at}`, title, '', 1, 1, 1, '', '']);
  const manifest: Manifest = {
    count: findings.length,
    rowsInFile,
    begins,
    values,
    names: { department: [], category: [] },
  };
  const columns = facets.map((facet): [string, string] => [
    `columns/${facet}.txt`,
    writeColumn(findings.map(({ values: own }) => values[facet].indexOf(own[facet] ?? '') + 1)),
  ]);
  const stored = new Map<string, string>([
    ['manifest.json', JSON.stringify(manifest)],
    ...columns,
    ['columns/overdue-days.txt', writeColumn(findings.map(({ overdueDays = 0 }) => overdueDays))],
    ...files.map((file, at): [string, string] => [`terms/${at}.txt`, new TextDecoder().decode(file)]),
    ...rows.flatMap((_, at): [string, string][] =>
      at % rowsInFile === 0
        ? [[`rows/${at / rowsInFile}.json`, JSON.stringify(rows.slice(at, at + rowsInFile))]]
        : [],
    ),
  ]);
  const asked: string[] = [];
  const explorer = await openExplorer(async (file) => {
    asked.push(file);
    const text = stored.get(file);
    if (text === undefined) throw new Error(`${file} is not there`);
    return text;
  });
  return { explorer, asked };
}

const selected = (query: string) => readSelection(new URLSearchParams(query));

async function found(query: string, findings = samples): Promise<readonly number[]> {
  const { explorer } = await explorerOf(findings);
  return (await explorer.find(selected(query), [])).places;
}

describe('the explorer of the register', () => {
  it.each([
    ['a Chinese word inside a sentence', 'q=补换', [0]],
    ['a word that a dictionary would cut elsewhere', 'q=卡补', [0]],
    ['one Chinese character, in titles', 'q=卡', [0]],
    ['words that are all there, in any order', 'q=坏了 排队', [1]],
    ['the beginning of an English word, whatever its case', 'q=MACH', [2]],
    ['the initials of the pinyin of a title', 'q=sbk', [0]],
    ['two initials', 'q=jh', [1]],
    ['the initials of the name of a department', 'q=rsj', [0]],
    ['the name of a department', 'q=公安局', [1, 2]],
    ['words in full width', 'q=Ｗｉ', [1]],
    ['nothing where one of the words is missing', 'q=补换 排队', []],
    ['problems alone, until good practice is asked for', '', [0, 1, 2]],
    ['good practice', 'status=commendation', [3]],
    ['a year by its months', 'found=2026', [0, 1]],
    ['several filters at once', 'status=overdue&department=police', [2]],
    ['nothing for a value that is unknown', 'department=nobody', []],
    ['the longest overdue first', 'sort=overdue&status=overdue', [2, 0]],
  ])('finds %s', async (_, query, places) => {
    expect(await found(query)).toEqual(places);
  });

  it('puts those that have the words in their title first', async () => {
    const texts = [
      { title: '其他', texts: ['排队'] },
      { title: '排队', texts: [] },
    ];
    const findings = texts.map((one) => ({ ...one, names: [], values: { status: 'overdue' } }));
    expect(await found('q=排队', findings)).toEqual([1, 0]);
  });

  it('counts what each value of a facet would leave, the facet itself left open', async () => {
    const { explorer } = await explorerOf(samples);
    const { counts } = await explorer.find(selected('status=overdue'), ['department']);
    const counted = (facet: Facet) =>
      Object.fromEntries(
        explorer.manifest.values[facet].map((value, at) => [value, counts.get(facet)?.[at + 1]]),
      );
    expect(counted('status')).toEqual({ commendation: 1, confirmed: 1, overdue: 2 });
    expect(counted('department')).toEqual({ hrss: 1, police: 1 });
  });

  it('asks for no more than it needs, and for nothing twice', async () => {
    const { explorer, asked } = await explorerOf(samples);
    await explorer.find(selected('q=补换'), []);
    await explorer.find(selected('q=补换'), []);
    expect(asked).toEqual(['manifest.json', 'terms/0.txt', 'columns/status.txt']);
  });

  it('gives rows in the order of the places', async () => {
    const { explorer } = await explorerOf(samples);
    expect((await explorer.rows([2, 0])).map(([id]) => id)).toEqual(['id-2', 'id-0']);
  });

  it('finds every piece of every text, and nothing else', async () => {
    const word = fc.stringMatching(/^[社保卡排队等候窗口]{2,6}$/u);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 20 }), word, async (titles, typed) => {
        const pair = [...typed].slice(0, 2).join('');
        const findings = titles.map((title) => ({
          title,
          texts: [],
          names: [],
          values: { status: 'overdue' },
        }));
        const expected = titles.flatMap((title, at) => (title.includes(pair) ? [at] : []));
        expect(await found(`q=${pair}`, findings)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the files of the index', () => {
  it('a column is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200_000)), (codes) => {
        expect([...readColumn(writeColumn(codes))]).toEqual(codes);
      }),
    );
  });

  it('places are read as they were written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(100_000)), (some) => {
        const places = some.toSorted((one, other) => one - other);
        expect(readPlaces(writePlaces(places))).toEqual(places);
        expect(inEach([places, places])).toEqual(places);
        expect(inAny([places, places])).toEqual(places);
      }),
    );
  });

  it('every piece lies in the files that are fetched for it, by itself and by its beginning', () => {
    const terms = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme-ascii' }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(terms, fc.nat(3), (some, length) => {
        const long = Array.from({ length: 3000 }, (_, at) => at * 5);
        const { begins, files: cut } = cutIntoShards(some, () => ({ title: long, rest: [] }));
        const files = cut.map((file) => new TextDecoder().decode(file));
        for (const term of some) {
          const held = (shards: readonly number[], start: string) =>
            shards.some((shard) => files[shard]?.split('\n').some((line) => line.startsWith(start)));
          expect(held(shardsFor(begins, { term, as: 'whole' }), `${term}\t`)).toBe(true);
          const beginning = term.slice(0, length + 1);
          const shards = shardsFor(begins, { term: beginning, as: 'beginning' });
          expect(held(shards, `${term}\t`)).toBe(true);
        }
      }),
    );
  });
});

describe('the address of a selection', () => {
  it('says what was chosen, and nothing else', () => {
    expect(writeSelection(selected(''))).toBe('');
    expect(writeSelection(selected('page=2&q=排队&department=hrss&foo=bar&sort=usual'))).toBe(
      '?q=%E6%8E%92%E9%98%9F&department=hrss&page=2',
    );
  });

  it('is understood again as it was meant', () => {
    fc.assert(
      fc.property(
        fc.record({
          q: fc.string({ unit: 'grapheme', maxLength: 20 }),
          department: fc.string(),
          sort: fc.constantFrom('usual', 'changed', 'found', 'overdue', 'no such order'),
          page: fc.oneof(fc.integer().map(String), fc.string()),
        }),
        (asked) => {
          const selection = readSelection(new URLSearchParams(asked));
          expect(readSelection(new URLSearchParams(writeSelection(selection)))).toEqual(selection);
        },
      ),
    );
  });
});

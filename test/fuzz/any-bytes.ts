import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { layoutSettings } from '../../src/model/layout.ts';
import { parseYaml } from '../../src/pipeline/configure/yaml.ts';
import { describeFile } from '../../src/pipeline/describe.ts';
import { encoders } from '../pipeline/read/encode.ts';
import type { Problem } from '../../src/model/problem.ts';
import { readSheets, type WholeSheet } from '../pipeline/read/read-sheets.ts';
import { compoundFile, textWorkbook } from '../pipeline/read/workbook/make-workbook.ts';
import { zipFile } from '../pipeline/read/zip-file.ts';
import { writeProgramme } from '../pipeline/small-programme.ts';
import { expectTold, type Target } from './target.ts';

/** A file of any bytes: as text where it is one, so that a kept case can be read. */
export type AnyFile = { readonly text: string } | { readonly base64: string };

export const bytesOf = (file: AnyFile): Buffer =>
  'text' in file ? Buffer.from(file.text) : Buffer.from(file.base64, 'base64');

function asFile(bytes: Buffer): AnyFile {
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? { text } : { base64: bytes.toString('base64') };
}

const rows = [
  ['finding_id', 'kind', 'found_on', 'title_zh', 'department'],
  ['A1', 'problem', '2025-05-01', '等候太久', '公安局'],
  ['A2', '问题', '2025/5/2', '指南“不清”，\n要改', 'police'],
];
const survey = [
  ['序号', '提交答卷时间', '所用时间', '1、您满意吗？', '2、哪些费事？(排队久)'],
  ['1', '2025/5/10 9:00:00', '60秒', '满意', '1'],
  ['2', '2025/5/11 9:00:00', '61秒', '不满意', '(跳过)'],
];
const text = (table: readonly (readonly string[])[], delimiter = ',', ending = '\n') =>
  table
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter) + ending)
    .join('');

/** Honest files of every kind that is read, for spoiling. */
const honest: readonly Buffer[] = [
  Buffer.from(text(rows)),
  Buffer.from(`\ufeff${text(survey, ';', '\r\n')}`),
  Buffer.from(text(survey, '\t', '\r'), 'utf16le'),
  encoders.GB18030(text(rows)),
  encoders.Big5('編號,標題\n1,這個窗口要求民眾自備證件\n2,沒有說明\n'),
  encoders['Windows-1252']('id;title\n1;très bien à l’école où ça va\n'),
  gzipSync(text(rows)),
  zipFile([
    { name: 'a.csv', content: text(rows) },
    { name: '说明.txt', content: text(survey) },
  ]),
  zipFile([{ name: 'a.xlsx', content: textWorkbook('xlsx', { S: rows }) }]),
  textWorkbook('xlsx', { S: rows, T: survey }),
  textWorkbook('xlsb', { S: rows }),
  textWorkbook('biff8', { S: rows }),
  textWorkbook('biff5', { S: [['id', 'title']] }),
  textWorkbook('ods', { S: rows }),
  compoundFile(['Workbook']),
];

/** Pieces at which readers of these formats have stumbled. */
const pieces = [
  ...['"', '""', ',', ';', '\r', '\n', '\0', '\ufeff', '\u2028', '\ud800', '=1+1', '<b>', '\u202e'],
  ...['<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '&#0;', '&#x110000;', '</row>', '<row r="1048577">'],
  ...['<c r="XFE1" t="s"><v>999</v></c>', ' r="A0"', ' t="e"', ' s="-1"', '1e999', '-0', '_x0000_'],
].map((piece) => Buffer.from(piece));
const numbers = [
  [0],
  [0xff],
  [0xff, 0xff, 0xff, 0xff],
  [0, 0, 0, 0x80],
  [0x50, 0x4b, 5, 6],
  [0x81],
  [0x84],
].map((bytes) => Buffer.from(bytes));

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof(fc.nat(4), fc.nat(200)),
  put: fc.oneof(
    fc.constantFrom(...pieces, ...numbers),
    fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
  ),
  times: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(2000) }),
});

/** Bytes with some of them cut out and others put in. */
function spoilt(
  whole: Buffer,
  changes: readonly (typeof change extends fc.Arbitrary<infer C> ? C : never)[],
) {
  let bytes = whole;
  for (const { at, cut, put, times } of changes) {
    const place = Math.floor(at * bytes.length);
    const added = Array.from({ length: times }, () => put);
    bytes = Buffer.concat([bytes.subarray(0, place), ...added, bytes.subarray(place + cut)]);
  }
  return bytes;
}

const changes = fc.array(change, { minLength: 1, maxLength: 5 });

/** The old kinds seldom: they are read by a library in a thread of its own, and many a spoilt one has no end for it. */
const kindsOfParts = fc.oneof(
  { weight: 20, arbitrary: fc.constant('xlsx') },
  { weight: 2, arbitrary: fc.constant('ods') },
  { weight: 1, arbitrary: fc.constant('xlsb') },
);

/** A workbook or archive with one of its parts spoilt and packed again in good order, so that it is read to that point. */
const spoiltPart = fc.tuple(kindsOfParts, fc.nat(30), changes).map(([kind, which, how]) => {
  const members = Object.entries(unzipSync(textWorkbook(kind as 'xlsx', { S: rows, T: survey })));
  return zipFile(
    members.map(([name, content], place) => ({
      name,
      content: place === which % members.length ? spoilt(Buffer.from(content), how) : Buffer.from(content),
    })),
  );
});

/** A file of this size holds no more cells than this, however it was spoilt. */
const mostCells = 200_000;

/** Milliseconds after which whoever reads an old workbook has most likely given it up. */
const givenUp = 15_000;

/** What reading gives is well formed: problems that say something, rows numbered as they stand, no more cells than may be. */
function expectSheets(read: readonly WholeSheet[] | Problem, bytes: number): void {
  if ('code' in read) {
    expectTold([read]);
    if (!read.file.startsWith('any')) throw new Error(`a problem of another file: ${read.file}`);
    return;
  }
  const cells = read.reduce((sum, sheet) => sum + sheet.rows.flat().length, 0);
  if (cells > mostCells) throw new Error(`${cells} cells from ${bytes} bytes`);
  for (const { rows: all, noticed } of read) {
    expectTold(noticed);
    const wrong = all.findIndex(([number], place) => number !== place + 1);
    if (wrong >= 0) throw new Error(`row ${wrong + 1} says it is ${all[wrong]?.[0]}`);
  }
}

/**
 * Any bytes give tables of text or one problem, twice the same; and whoever asks what the file is gets a layout that can be
 * read, or a problem.
 */
export const anyBytes: Target<AnyFile> = {
  inputs: (kept) =>
    fc
      .oneof(
        {
          weight: 6,
          arbitrary: fc
            .tuple(fc.constantFrom(...honest, ...kept.map(bytesOf)), changes)
            .map(([whole, how]) => spoilt(whole, how)),
        },
        { weight: 4, arbitrary: spoiltPart },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) },
        {
          weight: 1,
          arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map((any) => Buffer.from(any)),
        },
      )
      .map(asFile),
  hold: async (file) => {
    const bytes = bytesOf(file);
    const data = await writeProgramme({ any: bytes });
    const path = join(data, 'any');
    try {
      const started = performance.now();
      const once = await readSheets(path, 'any');
      expectSheets(once, bytes.length);
      // An old workbook that has no end is given up after a while, which is right, and once is enough.
      if (performance.now() - started > givenUp) return;
      const again = await readSheets(path, 'any');
      if (JSON.stringify(again) !== JSON.stringify(once)) throw new Error('read again it is something else');
      const { sheets, problems } = await describeFile({ data, path, forms: [], given: new Map() });
      expectTold(problems);
      for (const sheet of sheets) {
        if (sheet.is !== 'proposed') continue;
        const [problem] = parseYaml('draft.yaml', sheet.text, layoutSettings).problems;
        if (problem !== undefined)
          throw new Error(`a proposed layout cannot be read: ${JSON.stringify(problem)}`);
      }
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  },
};

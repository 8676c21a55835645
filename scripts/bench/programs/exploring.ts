import { gzipSync } from 'node:zlib';
import { buildIndex } from '../../../src/site/explorer/build-index.ts';
import { writeColumn } from '../../../src/site/explorer/column.ts';
import { openExplorer } from '../../../src/site/explorer/explore.ts';
import type { Manifest, Row } from '../../../src/site/explorer/manifest.ts';
import { facets, readSelection, type Facet } from '../../../src/site/explorer/selection.ts';
import { nameInitial } from '../../../src/site/words/name-initial.ts';
import { cityOf } from '../../demo/city.ts';
import type { Finding } from '../../demo/finding.ts';
import { volumesOf } from '../../demo/volumes.ts';

/* What a reader of a large register waits for and fetches, and what writing the files of its explorer takes: `node exploring.ts FINDINGS`. Says of five questions the slowest and the largest. The milliseconds are the processor's: a phone takes several times as long, a network adds its own. */

const departments = 60;
const rowsInFile = 50;
const rowsShown = 20;

/** What readers ask: a word, a rare word with a filter, initials of pinyin, all that one department owes, good practice. */
const questions = [
  'q=材料',
  'q=社保卡&status=0',
  'q=sbk',
  'status=1&department=3',
  'q=窗口 身份证&sort=overdue',
];

const count = Number(process.argv[2] ?? 100_000);
const findings = [...volumesOf(1, cityOf(departments), count)].flatMap((volume) => volume.findings);

const valueIn: Readonly<Record<Facet, (finding: Finding, place: number) => string>> = {
  status: (_, place) => String(place % 9),
  department: (_, place) => String(Math.floor(place / 9) % departments),
  hall: ({ hall }) => hall?.name.zh ?? '',
  service: ({ service }) => service.name.zh,
  category: ({ category }) => category,
  channel: ({ channel }) => channel,
  severity: (_, place) => String(place % 3),
  found: ({ foundOn }) => foundOn.slice(0, 7),
};

/** The files of the explorer as a host would send them. */
function filesOf(): Map<string, string> {
  const values = Object.fromEntries(
    facets.map((facet) => [facet, [...new Set(findings.map(valueIn[facet]))].filter(Boolean).sort()]),
  ) as unknown as Manifest['values'];
  const { begins, files } = buildIndex(
    findings.map(({ id, title, description, service, hall }) => ({
      title: `${title.zh} ${id}`,
      texts: [description.zh],
      names: [service.name.zh, hall?.name.zh ?? ''],
    })),
    (character) => nameInitial(character, ''),
  );
  const manifest: Manifest = {
    count: findings.length,
    rowsInFile,
    begins,
    values,
    names: { department: [], category: [] },
  };
  const rows = findings.map(({ id, title, foundOn }, place): Row => [
    id,
    title.zh,
    '',
    place % 9,
    1,
    1,
    foundOn,
    '29 / 30',
  ]);
  const codes = (facet: Facet) => new Map(values[facet].map((value, at) => [value, at + 1]));
  return new Map([
    ['manifest.json', JSON.stringify(manifest)],
    ['columns/overdue-days.txt', writeColumn(findings.map((_, place) => place % 90))],
    ...facets.map((facet): [string, string] => {
      const known = codes(facet);
      return [
        `columns/${facet}.txt`,
        writeColumn(findings.map((one, place) => known.get(valueIn[facet](one, place)) ?? 0)),
      ];
    }),
    ...files.map((file, at): [string, string] => [`terms/${at}.txt`, new TextDecoder().decode(file)]),
    ...Array.from({ length: Math.ceil(rows.length / rowsInFile) }, (_, at): [string, string] => [
      `rows/${at}.json`,
      JSON.stringify(rows.slice(at * rowsInFile, (at + 1) * rowsInFile)),
    ]),
  ]);
}

const beforeIndex = process.cpuUsage();
const stored = filesOf();
const indexed = process.cpuUsage(beforeIndex);

/** Asks one question as a reader who has fetched nothing yet. */
async function ask(question: string) {
  const fetched: string[] = [];
  const explorer = await openExplorer(async (file) => {
    const text = stored.get(file);
    if (text === undefined) throw new Error(`${file} is not there`);
    fetched.push(text);
    return text;
  });
  const start = process.cpuUsage();
  const { places } = await explorer.find(readSelection(new URLSearchParams(question)), []);
  await explorer.rows(places.slice(0, rowsShown));
  const { user, system } = process.cpuUsage(start);
  return {
    milliseconds: (user + system) / 1000,
    bytes: fetched.reduce((sum, text) => sum + gzipSync(text).length, 0),
  };
}

const answers = [];
for (const question of questions) answers.push(await ask(question));
console.log(
  JSON.stringify({
    seconds: (indexed.user + indexed.system) / 1e6,
    milliseconds: Math.max(...answers.map(({ milliseconds }) => milliseconds)),
    kilobytes: Math.max(...answers.map(({ bytes }) => bytes)) / 1000,
  }),
);

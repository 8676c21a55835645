import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Settings } from '../../../src/model/settings.ts';
import { configure } from '../../../src/pipeline/configure/configure.ts';
import { countSurvey } from '../../../src/pipeline/register/count-survey.ts';
import { openDatabase } from '../../../src/pipeline/register/database.ts';
import { openLog } from '../../../src/pipeline/register/problem-log.ts';
import { register } from '../../../src/pipeline/register/register.ts';
import { openRest } from '../../../src/pipeline/register/whole-drops.ts';
import { readTable } from '../../../src/pipeline/read-table.ts';
import { dropNames } from '../../../src/pipeline/take/open-drops.ts';
import { takeDrops } from '../../../src/pipeline/take/take-drops.ts';
import { tallyStatement } from '../../../src/pipeline/tally/tally.ts';
import { settingsText, writeProgramme } from '../small-programme.ts';
import { fc } from '../../seeded-checks.ts';

/* What is kept of each drop, with what other drops change in it, adds up to what counting everything at once gives. */

interface InventedDrop {
  readonly full: boolean;
  readonly large: boolean;
  readonly asksDoors: boolean;
  readonly firstId: number;
  readonly seed: number;
}

const invented: fc.Arbitrary<InventedDrop> = fc.record({
  full: fc.boolean(),
  large: fc.boolean(),
  asksDoors: fc.boolean(),
  firstId: fc.integer({ min: 0, max: 700 }),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
});

const pick = <One>(list: readonly One[], number: number) => list[number % list.length] as One;

const [large, small] = [320, 25];

/** The text of a drop: ids follow each other, now and then one comes twice, so drops overlap where their ids do. */
function textOf({ large: isLarge, asksDoors, firstId, seed }: InventedDrop): string {
  let state = seed;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state >> 4;
  };
  const rows = Array.from({ length: isLarge ? large : small }, (_, place) => {
    const cells = [
      `R${firstId + place}`,
      pick(['2025-01-05', '2025-02-28', '2025-03-31', '2025-04-01', '2025-06-30', '2025-07-02', ''], next()),
      pick(['police', 'hrss', 'tax', ''], next()),
      pick(['centre', 'north', ''], next()),
      pick(['online', 'onsite'], next()),
      pick(['active', 'prompted', 'default'], next()),
      pick(['满意', '不满意', ''], next()),
      ...(asksDoors ? [pick(['a', 'a|b', '', 'b'], next())] : []),
    ];
    return cells.join(',');
  });
  const header = `response_id,submitted_on,department,hall,channel,origin,overall${asksDoors ? ',doors' : ''}`;
  return `${[header, ...rows].join('\n')}\n`;
}

const programme = {
  'programme.yaml': settingsText({
    cutoff: '2025-06-30',
    exports: '{ "full-*.csv": full }',
    survey_tables: '[channel × period]',
  }),
  'lookup/questions.csv':
    'id,survey,kind,name_zh,name_en,scale\noverall,s,grade,满意吗,How satisfied,\ndoors,s,multiple,哪扇门,Which door,doors\n',
  'lookup/choices.csv': 'scale,id,name_zh,name_en\ndoors,a,甲,First\ndoors,b,乙,Second\n',
  'drops/0.csv':
    'finding_id,found_on,kind,title_zh,department,category,severity\nF1,2025-01-02,problem,等候太久,tax,waiting,minor\n',
  'drops/transactions.csv': 'department,month,transactions\ntax,2025-01,900\nhrss,2025-06,800\n',
};

async function settingsOf(folder: string): Promise<Settings> {
  const { settings } = await configure(folder, readTable);
  if (settings === null) throw new Error('the settings of the test are wrong');
  return settings;
}

/** The counts of a programme: with what is kept of its drops, and all counted at once. */
async function countBoth(folder: string) {
  const settings = await settingsOf(folder);
  const cache = join(folder, 'cache');
  await mkdir(cache, { recursive: true });
  const taking = { data: folder, cache, settings };
  const { kept } = await takeDrops(await dropNames(folder), taking, {
    tell: () => {},
    seeProgress: () => {},
  });
  const database = await openDatabase(join(folder, 'spill'), 'counting');
  const log = openLog(join(folder, 'problems.jsonl'));
  try {
    const { cutoff } = settings.programme;
    const { whole } = await register({ database, kept, settings, cutoff, log });
    const known = await database.query(
      'SELECT drop_rank, CAST("on" AS VARCHAR) AS "on", responses, first_row FROM response_day ORDER BY ALL',
    );
    const seen = await database.query(
      'SELECT drop_rank, CAST(submitted_on AS VARCHAR) AS "on", COUNT(*) AS responses, MIN(source_row) AS first_row FROM raw_responses GROUP BY ALL ORDER BY ALL',
    );
    const contested = await database.query(
      'SELECT DISTINCT response_id FROM contested_responses ORDER BY ALL',
    );
    const shared = await database.query(
      'SELECT response_id FROM raw_responses GROUP BY response_id HAVING COUNT(*) > 1 ORDER BY ALL',
    );
    const statementOf = (name: Parameters<typeof tallyStatement>[0]) => tallyStatement(name, settings);
    const added = await countSurvey(database, whole, settings, statementOf);
    await openRest(database, [], { others: 'some', contested: 'none', vanished: 'none' });
    const atOnce = await countSurvey(database, [], settings, statementOf);
    return { added, atOnce, whole, days: { known, seen }, ids: { contested, shared } };
  } finally {
    log.close();
    database.close();
  }
}

async function newProgramme(): Promise<string> {
  const folder = await writeProgramme(programme);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const nameOf = ({ full }: InventedDrop, place: number) => `drops/${full ? 'full-' : ''}${place + 1}.csv`;

it('adds up what is kept of each drop to what counting everything at once gives, drop after drop', async () => {
  const drops = fc.array(invented, { minLength: 3, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(drops, async (all) => {
      const folder = await newProgramme();
      for (const [place, drop] of all.entries()) {
        await writeFile(join(folder, nameOf(drop, place)), textOf(drop));
        const { added, atOnce, whole, days, ids } = await countBoth(folder);
        expect(days.known).toEqual(days.seen);
        expect(ids.contested).toEqual(ids.shared);
        expect(whole.length).toBe(all.slice(0, place + 1).filter((one) => one.large).length);
        expect(atOnce.responses.length).toBeGreaterThan(0);
        expect(added).toEqual(atOnce);
      }
    }),
    { numRuns: 3, seed: 8, endOnFailure: true },
  );
});

/** The files with counts that lie in a cache. */
async function countFiles(folder: string): Promise<string[]> {
  const files = await readdir(join(folder, 'cache'), { recursive: true });
  return files.filter((file) => /(?:responses|answered|answers)-[0-9a-f]{16}-/.test(file)).sort();
}

it('counts a drop again where what was kept of it is no longer what was written', async () => {
  const folder = await newProgramme();
  const drop = { full: false, large: true, asksDoors: true, firstId: 1, seed: 7 };
  await writeFile(join(folder, nameOf(drop, 0)), textOf(drop));
  const before = await countBoth(folder);
  const files = await countFiles(folder);
  expect(files.length).toBe(3);
  await writeFile(join(folder, 'cache', files[0] ?? ''), 'spoilt');
  const after = await countBoth(folder);
  expect(after.added).toEqual(before.added);
  // The order of rows in a file, and with it its seal, may differ.
  const keys = (names: readonly string[]) => names.map((name) => name.replace(/-[0-9a-f]{8}\.parquet$/, ''));
  expect(keys(await countFiles(folder))).toEqual(keys(files));
});

it('keeps what was counted by other transactions for a day at most', async () => {
  const folder = await newProgramme();
  const drop = { full: false, large: true, asksDoors: true, firstId: 1, seed: 7 };
  await writeFile(join(folder, nameOf(drop, 0)), textOf(drop));
  await countBoth(folder);
  const first = await countFiles(folder);
  const longAgo = new Date(Date.now() - 172_800_000);
  for (const file of first) await utimes(join(folder, 'cache', file), longAgo, longAgo);
  await writeFile(join(folder, 'drops/transactions.csv'), 'department,month,transactions\ntax,2025-02,900\n');
  const { added, atOnce } = await countBoth(folder);
  expect(added).toEqual(atOnce);
  const ofResponses = (files: readonly string[]) => files.filter((file) => file.includes('responses-'));
  const now = await countFiles(folder);
  expect(now.length).toBe(3);
  expect(ofResponses(now)).not.toEqual(ofResponses(first));
});

import { readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { packageTables } from '../../../src/pipeline/package/package.ts';
import { placeReleases } from '../../../src/pipeline/releases/place-releases.ts';
import type { SiteFiles } from '../../../src/verify/difference.ts';
import { recordRelease } from '../../pipeline/releases/record-release.ts';
import { runFolder, settingsText, writeProgramme } from '../../pipeline/small-programme.ts';

/** The public files of a site, by their addresses. */
export type Site = ReadonlyMap<string, Uint8Array>;

const grades = ['very_satisfied', 'satisfied', 'fairly_satisfied', 'dissatisfied', 'very_dissatisfied'];

interface Crowd {
  readonly count: number;
  readonly day: string;
  readonly department: string;
  readonly hall?: string;
  readonly channel?: string;
  /** Which grades they give in turn; 1 to 5. */
  readonly grades: readonly number[];
}

let last = 0;

function rowsOf(crowds: readonly Crowd[]): string {
  const rows = crowds.flatMap(({ count, day, department, hall = '', channel = '', grades: given }) =>
    Array.from({ length: count }, (_, place) => {
      last += 1;
      const grade = given[place % given.length] ?? 1;
      return `R${last},${day},${department},${hall},${channel},active,${grades[grade - 1]},${place % 11},a`;
    }),
  );
  return `response_id,submitted_on,department,hall,channel,origin,overall,recommend,why\n${rows.join('\n')}\n`;
}

const all = [1, 2, 3, 4, 5];

/** The first quarter: three of the police, so that another bureau goes with them; a small hall; one unhappy with Health. */
const firstQuarter: readonly Crowd[] = [
  { count: 3, day: '2025-02-03', department: 'police', hall: 'centre', channel: 'onsite', grades: [1] },
  { count: 12, day: '2025-02-04', department: 'hrss', hall: 'centre', channel: 'onsite', grades: all },
  { count: 300, day: '2025-02-05', department: 'tax', hall: 'centre', channel: 'onsite', grades: all },
  { count: 4, day: '2025-02-06', department: 'tax', hall: 'north', channel: 'online', grades: [2] },
  { count: 60, day: '2025-02-06', department: 'tax', channel: 'online', grades: all },
  { count: 19, day: '2025-02-07', department: 'health', channel: 'onsite', grades: [1] },
  { count: 1, day: '2025-02-07', department: 'health', channel: 'onsite', grades: [4] },
];

/** The second: nobody new at the police, and many elsewhere. */
const secondQuarter: readonly Crowd[] = [
  { count: 50, day: '2025-05-04', department: 'tax', hall: 'centre', channel: 'onsite', grades: all },
  { count: 200, day: '2025-05-05', department: 'tax', hall: 'north', channel: 'onsite', grades: all },
  { count: 80, day: '2025-05-06', department: 'tax', hall: 'centre', channel: 'online', grades: all },
];

const files = {
  'lookup/departments.csv':
    'id,name_zh,name_en\npolice,公安局,Police\nhrss,人社局,Social Security\ntax,税务局,Tax\nhealth,卫健委,Health\n',
  'drops/1-survey.csv': rowsOf(firstQuarter),
  'lookup/questions.csv':
    'id,survey,kind,name_zh,name_en,scale\noverall,s,grade,总体满意吗,How satisfied,\nrecommend,s,score,愿意推荐吗,Would you recommend,\nwhy,s,multiple,为什么,Why,reasons\n',
  'lookup/choices.csv': 'scale,id,name_zh,name_en\nreasons,a,甲,A\nreasons,b,乙,B\n',
};

const settings = (cutoff: string) => settingsText({ cutoff, survey_tables: '[channel × period]' });

function contentOf(tables: string): Map<string, Uint8Array> {
  const content = new Map<string, Uint8Array>();
  for (const entry of readdirSync(tables, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile())
      content.set(`data/${relative(tables, path).replaceAll(sep, '/')}`, readFileSync(path));
  }
  return content;
}

/**
 * Makes the public tables of a small programme that has published its first quarter and, unless it is asked for that release
 * alone, now publishes the second.
 */
export async function attackedProgramme(releases: 1 | 2 = 2): Promise<Site> {
  const folder = await writeProgramme({ ...files, 'programme.yaml': settings('2025-03-31') });
  const publish = async () => {
    const { outcome } = await runFolder(folder);
    if (!outcome.published) throw new Error(JSON.stringify(outcome.problems));
  };
  try {
    await publish();
    if (releases === 2) {
      await recordRelease(folder, '2025-04-20');
      await writeFile(join(folder, 'programme.yaml'), settings('2025-06-30'));
      await writeFile(join(folder, 'drops', '2-survey.csv'), rowsOf(secondQuarter));
      await publish();
    }
    await packageTables(join(folder, 'tables'));
    await placeReleases(folder, join(folder, 'tables', 'releases'));
    return contentOf(join(folder, 'tables'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The text of one file of a site. */
export function textOf(site: Site, name: string): string {
  const bytes = site.get(name);
  if (bytes === undefined) throw new Error(`${name} is not there`);
  return new TextDecoder().decode(bytes);
}

/** The site with one file in other words. */
export function withText(site: Site, name: string, text: string): Site {
  return new Map([...site, [name, new TextEncoder().encode(text)]]);
}

/** A site as the attacker sees it. */
export function asFiles(site: Site): SiteFiles {
  return {
    names: [...site.keys()],
    read: async (name) => {
      const bytes = site.get(name);
      if (bytes === undefined) throw new Error(`${name} is not there`);
      return bytes;
    },
  };
}

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageApart } from '../../src/pipeline/apart/package-apart.ts';
import { run } from '../../src/pipeline/run.ts';
import { releaseQuickly } from '../pipeline/release-quickly.ts';
import { settingsText, writeProgramme } from '../pipeline/small-programme.ts';

/** Findings of a small city, so many of which an officer has confirmed as fixed and the department fixed in time. */
export function drops(found: number, confirmed: number): Readonly<Record<string, string>> {
  const ids = Array.from({ length: found }, (_, place) => `F${place + 1}`);
  const events = ids
    .slice(0, confirmed)
    .flatMap((id) => [
      `${id},sent,2025-05-07,office`,
      `${id},claimed,2025-05-08,department`,
      `${id},confirmed,2025-05-12,officer`,
    ]);
  return {
    'drops/1.csv': `finding_id,kind,found_on,title_zh,department\n${ids.map((id) => `${id},problem,2025-05-06,等候,police\n`).join('')}`,
    'drops/2.csv': `finding_id,event,on,by\n${events.join('\n')}\n`,
  };
}

/** The site of a programme with one release: all of it but the pages, which an overview does not read. Gives its folder. */
export async function releasedSite(programme: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-region-'));
  await cp(programme, join(folder, 'data'), { recursive: true });
  const { built } = await releaseQuickly(folder);
  if (!built.published) throw new Error(`it cannot be released: ${JSON.stringify(built.problems)}`);
  return join(folder, 'site');
}

/** The downloads of a programme that has released nothing, as its site has them. Gives the folder of the site. */
export async function packagedSite(programme: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-region-'));
  const tables = join(folder, 'site', 'data');
  const { published, problems } = await run({
    data: programme,
    cache: join(folder, 'cache'),
    tables,
    version: '0.0.0',
  });
  if (!published) throw new Error(`it cannot be published: ${JSON.stringify(problems)}`);
  await packageApart({ tables, data: programme });
  return join(folder, 'site');
}

/** A small programme with other settings and files than the usual, made into a site. Gives the folder of that. */
export async function smallSite(
  settings: Readonly<Record<string, string | null>>,
  files: Readonly<Record<string, string>>,
  make: (programme: string) => Promise<string> = packagedSite,
): Promise<string> {
  const programme = await writeProgramme({
    ...files,
    'programme.yaml': settingsText({ demonstration: 'false', ...settings }),
  });
  try {
    return await make(programme);
  } finally {
    await rm(programme, { recursive: true });
  }
}

import { mkdtemp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** The site of a small programme with one release: all of it but the pages, which an overview does not read. Gives its folder. */
export async function smallSite(
  settings: Readonly<Record<string, string | null>>,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-region-'));
  const data = await writeProgramme({
    ...files,
    'programme.yaml': settingsText({ demonstration: 'false', ...settings }),
  });
  await rename(data, join(folder, 'data'));
  await releaseQuickly(folder, { publishedOn: '2025-07-01' });
  return join(folder, 'site');
}

import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { releaseFiles } from '../../model/release-files.ts';
import { readReleases } from './read-releases.ts';

/** Puts every release where the site has it: the record, the archive and each of its files, as they were published. */
export async function placeReleases(data: string, folder: string): Promise<void> {
  const { releases, problems } = await readReleases(data);
  if (problems.length > 0) throw new Error(`the releases are broken: ${JSON.stringify(problems)}`);
  for (const { record, files } of releases) {
    const place = join(folder, String(record.release));
    await mkdir(place, { recursive: true });
    for (const name of Object.values(releaseFiles))
      await cp(join(data, 'releases', String(record.release), name), join(place, name));
    for (const [name, bytes] of Object.entries(await files())) {
      // The names are those that we wrote; a record that was tampered with may hold others.
      if (!/^[\w.-]+$/.test(name)) throw new Error(`release ${record.release} holds a file ${name}`);
      await writeFile(join(place, name), bytes);
    }
  }
}

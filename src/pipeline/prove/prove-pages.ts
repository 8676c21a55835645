import { attackPages, couldShow } from '../../verify/attack/attack-pages.ts';
import { filesIn } from '../../verify/files-in.ts';
import { changedSince, type Proven } from './proven.ts';
import { stopAt, stopAtLeaks } from './stop-at.ts';

/**
 * Holds the pages of a finished site against what its tables withhold. Its downloads must be those that were proven: stops the build
 * where one was written to since, has come, or is gone.
 */
export async function provePages(site: string, proven: Proven): Promise<void> {
  stopAt(await changedSince(proven, site), 'downloads are not as they were when they were proven safe');
  const files = await filesIn(site, '', couldShow);
  stopAtLeaks(await attackPages(files, proven.silent));
}

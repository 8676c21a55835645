import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Words } from '../../src/model/words.ts';
import { recordRelease } from '../../src/pipeline/record-release.ts';
import { cutOff, firstReleaseTo } from './calendar.ts';

/** One release of the demonstration: up to when it speaks, when it came out, and the drops that were not there yet. */
interface Past {
  readonly cutoff: string;
  readonly publishedOn: string;
  readonly note: Words;
  readonly without: readonly string[];
}

/** Between the two some findings were corrected, one was withdrawn and one sent back. */
export const pastReleases: readonly Past[] = [
  {
    cutoff: firstReleaseTo,
    publishedOn: '2026-07-20',
    note: { zh: '首次发布，数据到 2026 年 6 月底', en: 'First release, data to the end of June 2026' },
    without: ['2025-corrections.csv'],
  },
  {
    cutoff: cutOff,
    publishedOn: '2026-10-20',
    note: { zh: '加入第三季度，更正八件发现', en: 'The third quarter added, eight findings corrected' },
    without: [],
  },
];

/** What the demonstration folder is made of, but for what was released. */
const released = ['releases', 'proofs'] as const;

/**
 * Releases the demonstration in a folder again, as `npm run release` did: each from the drops of its day, in a folder of its
 * own. The records name no commit, so that the same program gives the same bytes wherever it lies.
 */
export async function releaseAgain(
  data: string,
  { cache, version, past = pastReleases }: { cache: string; version: string; past?: readonly Past[] },
): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'zhaocha-releases-'));
  try {
    for (const { cutoff, publishedOn, note, without } of past) {
      const then = join(home, 'data');
      for (const name of ['drops', 'lookup']) await rm(join(then, name), { recursive: true, force: true });
      await cp(data, then, {
        recursive: true,
        filter: (path) =>
          !without.includes(basename(path)) && !released.some((name) => path === join(data, name)),
      });
      const { record, outcome } = await recordRelease({
        data: then,
        cache,
        version,
        cutoff,
        publishedOn,
        note: { ...note },
        commit: '',
      });
      if (record === null)
        throw new Error(`the release of ${publishedOn} was not made: ${JSON.stringify(outcome.problems)}`);
    }
    for (const name of released) {
      await rm(join(data, name), { recursive: true, force: true });
      await cp(join(home, 'data', name), join(data, name), { recursive: true });
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

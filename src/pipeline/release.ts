import type { ProblemCode } from '../model/problem.ts';
import type { ReleaseRecord } from '../model/release.ts';
import { contentOf } from '../model/release-shown.ts';
import { build, type BuildOptions, type Built } from './build.ts';
import { keepSite } from './last-site/carry-over.ts';
import { configure } from './configure/configure.ts';
import { countAgain, holdHashes } from './count-again.ts';
import { lackingIn, languagesThen, republish } from './publish/republish.ts';
import { recordRelease, type Make, type Release } from './record-release.ts';
import { earlierOf, readReleases, type EarlierRelease } from './releases/read-releases.ts';
import { isUnpublished, settleUnpublished } from './releases/unpublished.ts';
import { runApart } from './apart/run-apart.ts';
import { readTable } from './read-table.ts';
import type { Outcome } from './run.ts';
import { NoWayBack, OfAnOlderVersion, OtherLanguages, Overtaken } from './refused-release.ts';

/** What a release is made of, and the site that shows it. */
export interface ReleaseOptions extends BuildOptions, Release {
  readonly out: string;
}

/** What is told of the settings beside those of the last release. */
const seenAgainstLast: ReadonlySet<ProblemCode> = new Set(['deadlines-changed', 'question-reworded']);

/** What came of it: the record, or null where nothing was released: the data must be mended, or nothing has changed. */
export interface Released {
  readonly record: ReleaseRecord | null;
  readonly built: Built;
}

async function issue(
  { judge = countAgain, pages, make: _, ...options }: ReleaseOptions,
  make: Make,
  putBack: ReleaseRecord | null,
): Promise<Released> {
  const { record, outcome, keep, forget } = await recordRelease(options, make, putBack);
  if (!outcome.published) return { record: null, built: { ...outcome, pages: 0 } };
  let stands = false;
  try {
    const judged = async (site: string) => {
      await judge(site);
      // Whoever took us for dead, as where the clock was put forward, has taken the record back: its site must not come out.
      if (record !== null && !isUnpublished(options.data, record.release))
        throw new Overtaken(String(record.release));
    };
    const built = await build({ ...options, make, judge: judged, ...(pages === undefined ? {} : { pages }) });
    stands = built.published;
    if (stands) await keep();
    if (stands && record !== null) await keepSite(options, record.release);
    // The site is built beside the record that was just made: what differs from the release before, only that one's own run has seen.
    const against = outcome.problems.filter(({ code }) => seenAgainstLast.has(code));
    const problems = [...built.problems.filter(({ code }) => !seenAgainstLast.has(code)), ...against];
    return { record: stands ? record : null, built: { ...built, problems } };
  } finally {
    // A record without its site is no release: it goes again.
    if (!stands) await forget();
  }
}

/** Builds aside, records the release, counts its site again and puts it in place. If any of it fails, site and releases stand as they were. */
export async function release(options: ReleaseOptions): Promise<Released> {
  return await issue(options, options.make ?? runApart, null);
}

/**
 * The release that goes back in place of the last one: what stood before it, or before what was put back last time. Where that
 * had itself been put back, it is the one whose content it had.
 */
export function releaseBefore(releases: readonly EarlierRelease[]): EarlierRelease | undefined {
  const records = releases.map(({ record }) => record);
  const shown = contentOf(records, records.at(-1))?.release ?? 0;
  const before = contentOf(
    records,
    records.find(({ release: number }) => number === shown - 1),
  );
  return releases.find(({ record }) => record === before);
}

/**
 * Puts the release before the last one back, as a release of its own: nothing is taken out of the ledger, and the changes
 * tell what went back. The drops are not read: whatever is wrong with them, the way back is open.
 */
export async function rollback(options: ReleaseOptions): Promise<Released> {
  const atWork = await settleUnpublished(options.data);
  if (atWork !== null) throw new Overtaken(atWork);
  const ledger = await readReleases(options.data);
  const { settings, problems } = await configure(options.data, readTable);
  // What follows a broken record is not known, and the next one would be made in its place.
  const fatal = settings === null || ledger.problems.length > 0;
  const outcome: Outcome = {
    settings,
    problems: [...problems, ...ledger.problems],
    more: [],
    drops: [],
    fatal,
    published: false,
  };
  if (fatal) return { record: null, built: { ...outcome, pages: 0 } };
  const back = releaseBefore(ledger.releases);
  if (back === undefined) throw new NoWayBack();
  const files = await back.files();
  const { languages } = settings.programme;
  const then = languagesThen(files);
  if (then.join() !== languages.join()) throw new OtherLanguages(then, languages);
  const lacking = lackingIn(files, languages);
  if (lacking.length > 0) throw new OfAnOlderVersion(lacking, back.record.generator);
  const make: Make = async ({ tables }) => {
    const { releases: all } = await readReleases(options.data);
    await republish(tables ?? '', files, await earlierOf(all), languages);
    return { ...outcome, published: true };
  };
  return await issue({ judge: holdHashes, ...options }, make, back.record);
}

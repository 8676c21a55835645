import type { ToldSurvey } from '../../model/earlier-survey.ts';
import { earlierSurvey } from './earlier-survey.ts';
import type { EarlierRelease } from './read-releases.ts';

/** What a process that runs again and again remembers of the releases. */
export interface ReleaseMemory {
  /** What each earlier release told of the survey, by the hash of its record: a release never changes. */
  told?: ReadonlyMap<string, ToldSurvey>;
}

/** What the earlier releases told of the survey; not read again where it is remembered. */
export async function toldBefore(
  releases: readonly EarlierRelease[],
  memory: ReleaseMemory | undefined,
): Promise<ToldSurvey[]> {
  const told = await Promise.all(
    releases.map(async (release) => memory?.told?.get(release.sha256) ?? (await earlierSurvey(release))),
  );
  if (memory !== undefined)
    memory.told = new Map(told.map((one, place) => [releases[place]?.sha256 ?? '', one]));
  return told;
}

import type { TableName } from './published.ts';

/** The tables that tell of releases themselves: they differ although nothing has changed. */
export const tablesOfReleases: readonly TableName[] = ['releases', 'release_changes'];

/** The names of a release's files in its folder. */
export const releaseFiles = { record: 'release.json', archive: 'all.zip' } as const;

/** The names of a release's files in its folder. */
export const releaseFiles = { record: 'release.json', archive: 'all.zip' } as const;

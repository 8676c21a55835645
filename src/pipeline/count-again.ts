import { checkHashes } from '../verify/check-hashes.ts';
import type { Difference } from '../verify/difference.ts';
import { filesIn } from '../verify/files-in.ts';
import { verifyFolder } from '../verify/verify-folder.ts';
import { CountsDiffer } from './refused-release.ts';

/** How many differences are told one by one. */
const shown = 5;

function stopAt(differences: readonly Difference[]): void {
  if (differences.length === 0) return;
  const told = differences
    .slice(0, shown)
    .map(({ check, where, expected, found }) => `[${check}] ${where}: should be ${expected}, is ${found}`);
  throw new CountsDiffer(
    `the finished site differs from its own public files (${differences.length}): ${told.join('; ')}`,
  );
}

/** Counts a finished site again from its public files, every form and every page; throws where anything differs. */
export async function countAgain(site: string): Promise<void> {
  stopAt((await verifyFolder(site)).differences);
}

/**
 * Holds the files of a site against their hashes, for a way back: its tables are, byte for byte, those of an earlier release
 * that were counted again when they came out. Throws where anything differs.
 */
export async function holdHashes(site: string): Promise<void> {
  stopAt(await checkHashes(await filesIn(site)));
}

import { verifyFolder } from '../verify/verify-folder.ts';

/** Told when a finished site does not say what its own public files say: the fault is ours, and it is not published. */
export class CountsDiffer extends Error {}

/** How many differences are told one by one. */
const shown = 5;

/** Counts a finished site again from its public files, every form and every page; throws where anything differs. */
export async function countAgain(site: string): Promise<void> {
  const { differences } = await verifyFolder(site);
  if (differences.length === 0) return;
  const told = differences
    .slice(0, shown)
    .map(({ check, where, expected, found }) => `[${check}] ${where}: should be ${expected}, is ${found}`);
  throw new CountsDiffer(
    `the finished site differs from its own public files (${differences.length}): ${told.join('; ')}`,
  );
}

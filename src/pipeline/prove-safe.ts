import { join } from 'node:path';
import { attack } from '../verify/attack/attack.ts';
import { filesIn } from '../verify/files-in.ts';
import { readWritten, verifyFiles } from './protect/verify-files.ts';
import { recallAttack } from './recall-attack.ts';

/** How many findings are told one by one. */
const shown = 5;

/**
 * Holds the files of a finished site, as they were written, against the private proof, and then lets the auditor at them,
 * who knows nothing but the public files. Stops the build where either finds anything. `attacks` is the folder of the cache in
 * which it stands of what the auditor has learnt nothing before.
 */
export async function proveSafe(site: string, proofFile: string, attacks: string): Promise<void> {
  const proof = await readWritten(proofFile);
  const wrong = proof === null ? [] : await verifyFiles(join(site, 'data'), proof);
  const { leaks } = await attack(await filesIn(site), {
    services: proof?.services ?? 'apart',
    pages: 'of the survey',
    survey: recallAttack(attacks),
  });
  const told = [...wrong, ...leaks.map(({ code, where, found }) => `${code} ${where}: ${found}`)];
  if (told.length > 0)
    throw new Error(
      `the finished site gives away what is withheld (${told.length}): ${told.slice(0, shown).join('; ')}`,
    );
}

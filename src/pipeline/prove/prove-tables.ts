import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { attackForms, attackNumbers } from '../../verify/attack/attack.ts';
import type { Leak } from '../../verify/attack/leak.ts';
import { addSilent, type Silent } from '../../verify/check-withheld.ts';
import { filesIn } from '../../verify/files-in.ts';
import { rowsOf } from '../../verify/read-table.ts';
import { partByQuestion, type Parted } from './part-by-question.ts';
import { spokenOf, verify, type PublishedSurvey } from '../protect/verify.ts';
import { readLayers } from '../protect/written-proof.ts';
import { downloadsFolder, hashesOf, type Proven } from './proven.ts';
import { recallAttack } from './recall-attack.ts';
import { stopAtLeaks } from './stop-at.ts';

/** What stands of one question now: in the tables of the whole, and in those of departments. */
function publishedOf({ rows }: Parted, question: string): PublishedSurvey[] {
  const own = (table: string) => rowsOf(rows(table, question) ?? new Uint8Array());
  return ['data/latest', 'data/departments'].map((folder) => ({
    answers: own(`${folder}/answers`),
    figures: own(`${folder}/figures`),
  }));
}

/** Holds the rows of every question, as they were written, against the private proof of that question. */
async function verifyAll(parted: Parted, proofFile: string) {
  const wrong: string[] = [];
  const proven = new Set<string>();
  let services: 'nested' | 'apart' = 'apart';
  let layers = 0;
  for await (const layer of readLayers(proofFile)) {
    ({ services, layers } = layer);
    proven.add(layer.layer);
    wrong.push(...verify({ ...layer, published: publishedOf(parted, layer.layer) }));
  }
  if (proven.size !== layers) wrong.push(`the proof broke off: ${proven.size} of ${layers} layers`);
  if (proven.size > 0)
    for (const question of parted.questions)
      if (!proven.has(question)) wrong.push(...publishedOf(parted, question).flatMap(spokenOf));
  return { wrong, services };
}

/**
 * Holds the downloads of a site, as they were written, against the private proof, and then lets the auditor at them, who knows nothing
 * but the public files; both take one question after the other, and hold no more than that. Stops the build where either finds
 * anything. `attacks` is the folder of the cache in which it stands of what the auditor has learnt nothing before.
 */
export async function proveTables(site: string, proofFile: string, attacks: string): Promise<Proven> {
  const hashes = await hashesOf(site);
  const files = await filesIn(site, downloadsFolder);
  const folder = await mkdtemp(join(dirname(proofFile), 'parted-'));
  try {
    const parted = await partByQuestion(site, files, folder);
    const { wrong, services } = await verifyAll(parted, proofFile);
    const leaks: Leak[] = [];
    const silent: Silent = new Map();
    const survey = recallAttack(attacks);
    let told = 0;
    for (const question of parted.questions) {
      const found = await attackNumbers(parted.files(question), { services, survey, question });
      leaks.push(...found.leaks);
      told += found.states;
      addSilent(silent, found.now);
    }
    if (told > 0) leaks.push(...(await attackForms(files)));
    stopAtLeaks(leaks, wrong);
    return { files: hashes, silent };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

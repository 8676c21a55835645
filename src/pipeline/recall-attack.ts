import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attackSurvey, type Services, type SurveyAttack } from '../verify/attack/attack-survey.ts';
import type { Extremes } from '../verify/attack/extremes.ts';
import { toldBy, type State } from '../verify/attack/state.ts';
import { hashCode } from './hash-code.ts';
import { sweep } from './sweep.ts';

/*
 * What an auditor can work out from the survey's tables depends on what they tell and on nothing else. Where he learnt nothing, and
 * they tell the same again, he need not try again.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the auditor is. */
const code = ['src/verify', 'src/model', 'src/statistics', 'package-lock.json'];

/** How long an outcome is kept that no build asks for, in milliseconds: sixty days. */
const patience = 60 * 86_400_000;

/**
 * Attacks the survey of some states, unless the same auditor has learnt nothing from the same before. Only that is kept: whoever
 * finds a leak finds it again.
 */
export function recallAttack(folder: string) {
  return async (states: readonly State[], extremes: Extremes, services: Services): Promise<SurveyAttack> => {
    const hash = createHash('sha256').update(JSON.stringify([await hashCode(root, code), services]));
    for (const state of states) hash.update(toldBy(state)).update('\0');
    const key = hash.digest('base64url');
    const path = join(folder, `${key}.json`);
    const kept = await readFile(path, 'utf8').catch(() => null);
    // The key stands inside, too: a file that broke off says nothing.
    if (kept?.endsWith(`"${key}"}`)) {
      await utimes(path, new Date(), new Date());
      const { groups, unasked } = JSON.parse(kept) as SurveyAttack;
      return { leaks: [], groups, unasked };
    }
    const attacked = attackSurvey(states, extremes, services);
    if (attacked.leaks.length > 0) return attacked;
    await mkdir(folder, { recursive: true });
    await sweep(folder, patience);
    const { groups, unasked } = attacked;
    await writeFile(`${path}.${process.pid}`, JSON.stringify({ groups, unasked, key }));
    await rename(`${path}.${process.pid}`, path);
    return attacked;
  };
}

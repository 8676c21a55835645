import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attackSurvey, type SurveyAttack } from '../../verify/attack/attack-survey.ts';
import type { AttackSurvey } from '../../verify/attack/attack.ts';
import { toldBy } from '../../verify/attack/state.ts';
import { hashCode } from '../files/hash-code.ts';
import { sweep } from '../files/sweep.ts';

/*
 * What an auditor can work out from the survey's tables depends on what they tell and on nothing else. Where he learnt nothing, and
 * they tell the same again, he need not try again.
 */

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What the auditor is. */
const code = ['src/verify', 'src/model', 'src/statistics', 'package-lock.json'];

/** How long an outcome is kept that no build asks for, in milliseconds: sixty days. */
const patience = 60 * 86_400_000;

/**
 * Attacks the survey of some states, unless the same auditor has learnt nothing from the same before. Only that is kept: whoever
 * finds a leak finds it again.
 */
export function recallAttack(folder: string): AttackSurvey {
  let hashed: Promise<string> | undefined;
  let swept = false;
  return async (states, extremes, services, question) => {
    hashed ??= hashCode(root, code);
    const hash = createHash('sha256').update(JSON.stringify([await hashed, services, question]));
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
    const attacked = attackSurvey(states, extremes, services, question);
    if (attacked.leaks.length > 0) return attacked;
    await mkdir(folder, { recursive: true });
    if (!swept) await sweep(folder, patience);
    swept = true;
    const { groups, unasked } = attacked;
    await writeFile(`${path}.${process.pid}`, JSON.stringify({ groups, unasked, key }));
    await rename(`${path}.${process.pid}`, path);
    return attacked;
  };
}

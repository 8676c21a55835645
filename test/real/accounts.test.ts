import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CheckedDrop } from '../../src/model/batch.ts';
import type { Outcome } from '../../src/pipeline/run.ts';
import { settingsText } from '../pipeline/small-programme.ts';
import { hasSharedData, readPublished, runProgramme } from './shared-data.ts';

/*
 * Every real file there is, put into the drops of a programme as a clerk would: what is taken balances, and what is not
 * has a problem that says why.
 */

const root = resolve(import.meta.dirname, '..', '..');
const shared = resolve(root, '..', 'shared', 'data');

/** The programme whose settings know the files of a set; the others are met without any. */
const programmes: Readonly<Record<string, string>> = {
  'boston-311-2015': 'boston',
  'carpentries-satisfaction': 'carpentries',
  'googleforms-rstudio': 'rstudio',
  'kobo-impact-hypegrammaR': 'kobo',
  'limesurvey-rse-international': 'rse',
  'qualtrics-impressive-climate': 'qualtrics',
  'surveygizmo-jupyter': 'jupyter',
  'surveymonkey-k8s-contribex': 'k8s',
  'zh-wjx-reportgen': 'wjx',
};

const sets = hasSharedData
  ? readdirSync(shared, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
  : [];

/** The files of a set, by a name of their own each: some sets have folders. */
function filesOf(set: string): Map<string, string> {
  const files = readdirSync(join(shared, set), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:SOURCE\.md|LICENSE.*|\..*)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const named = Map.groupBy(files, (path) => basename(path));
  return new Map(
    [...named].flatMap(([name, paths]) =>
      paths.map((path, place) => [place === 0 ? name : `${place}-${name}`, path] as const),
    ),
  );
}

async function runSet(set: string, files: ReadonlyMap<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-accounts-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const programme = join(root, 'test', 'programmes', programmes[set] ?? '');
  if (programmes[set] !== undefined && existsSync(programme))
    await cp(programme, folder, { recursive: true });
  else await writeFile(join(folder, 'programme.yaml'), settingsText());
  await mkdir(join(folder, 'drops'), { recursive: true });
  for (const [name, path] of files) await cp(path, join(folder, 'drops', name));
  return runProgramme(folder);
}

function setAside({ account }: CheckedDrop): number {
  return Object.values(account.setAside).reduce((sum, rows) => sum + rows, 0);
}

/** The files that have neither become a drop nor a problem: lost without a word. */
function lost(files: ReadonlyMap<string, string>, { drops, problems }: Outcome): string[] {
  const met = [...drops, ...problems].map(({ file }) => file.split(' › ')[0]);
  return [...files.keys()].filter((name) => !met.includes(name));
}

describe.skipIf(!hasSharedData).each(sets)('every file of %s', (set) => {
  it('balances, or has a problem that says why it is not taken', async () => {
    const files = filesOf(set);
    expect(files.size).toBeGreaterThan(0);
    const { outcome, tables } = await runSet(set, files);
    expect(lost(files, outcome)).toEqual([]);
    for (const drop of outcome.drops)
      expect([drop.file, drop.account.used + setAside(drop)]).toEqual([drop.file, drop.account.read]);
    if (!outcome.published) return;
    const quality = await readPublished(tables, 'quality', outcome.settings?.programme.languages ?? []);
    for (const [drop, rows] of Map.groupBy(quality, (row) => row.drop)) {
      const sum = (outcome_: string) =>
        rows.filter((row) => row.outcome === outcome_).reduce((total, row) => total + (row.rows ?? 0), 0);
      expect([drop, sum('used') + sum('set_aside')]).toEqual([drop, sum('read')]);
    }
  }, 300_000);
});

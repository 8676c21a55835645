import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { describe, it, onTestFinished } from 'vitest';
import { settingsText } from '../pipeline/small-programme.ts';
import { expectAccounted } from './accounted.ts';
import { hasSharedData, readPublished, runProgramme } from './shared-data.ts';

/*
 * Every real file there is, put into the drops of a programme as a clerk would: what is taken balances, and what is not
 * has a problem that says why.
 */

const root = resolve(import.meta.dirname, '..', '..');
const shared = resolve(root, '..', 'shared', 'data');

/** The programme whose settings know the files of a set; the others are met without any. */
const programmes: Readonly<Record<string, string>> = {
  'carpentries-satisfaction': 'carpentries',
  'googleforms-rstudio': 'rstudio',
  'kobo-impact-hypegrammaR': 'kobo',
  'limesurvey-rse-international': 'rse',
  'qualtrics-impressive-climate': 'qualtrics',
  'surveygizmo-jupyter': 'jupyter',
  'surveymonkey-k8s-contribex': 'k8s',
  'zh-wjx-reportgen': 'wjx',
};

/** The largest set is run whole by a test of its own, which holds it against the same. */
const boston = 'boston-311-2015';

const sets = hasSharedData
  ? readdirSync(shared, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() && entry.name !== boston ? [entry.name] : [],
    )
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

describe.skipIf(!hasSharedData).each(sets)('every file of %s', (set) => {
  it('balances, or has a problem that says why it is not taken', async () => {
    const files = filesOf(set);
    const { outcome, tables } = await runSet(set, files);
    const languages = outcome.settings?.programme.languages ?? [];
    expectAccounted(
      [...files.keys()],
      outcome,
      outcome.published ? await readPublished(tables, 'quality', languages) : [],
    );
  });
});

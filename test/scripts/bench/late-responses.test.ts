import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, it, onTestFinished } from 'vitest';
import { addLateResponses, takeLateResponses } from '../../../scripts/bench/late-responses.ts';
import { generateProgramme } from '../../../scripts/demo/generate.ts';

it('adds a later drop of responses under ids of their own, and takes it away again', async () => {
  const data = await mkdtemp(join(tmpdir(), 'zhaocha-late-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  await generateProgramme(data, { findings: 0, responses: 50, departments: 6, seed: 1 });
  const drops = join(data, 'drops');
  const before = await readdir(drops);
  const rows = async (name: string) =>
    Papa.parse<string[]>(await readFile(join(drops, name), 'utf8'), { skipEmptyLines: true }).data;
  await addLateResponses(data, 5);
  const [header, ...late] = await rows('this-week.csv');
  const [given, ...first] = await rows('survey-2026.csv');
  expect(header).toEqual(given);
  expect(late).toEqual(first.slice(0, 5).map(([id, ...others]) => [`late-${id}`, ...others]));
  expect((await readdir(drops)).sort().at(-2)).toBe('this-week.csv');
  await takeLateResponses(data);
  expect(await readdir(drops)).toEqual(before);
});

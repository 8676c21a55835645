import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, it, onTestFinished } from 'vitest';
import { addLateRows, takeLateRows } from '../../../scripts/bench/late-rows.ts';
import { generateProgramme } from '../../../scripts/demo/generate.ts';

it.each([
  ['findings', '2025-findings.csv', { findings: 50, responses: 0 }],
  ['responses', 'survey-2026.csv', { findings: 0, responses: 50 }],
] as const)(
  'adds a later drop of %s under ids of their own, and takes it away again',
  async (kind, last, size) => {
    const data = await mkdtemp(join(tmpdir(), 'zhaocha-late-'));
    onTestFinished(() => rm(data, { recursive: true, force: true }));
    await generateProgramme(data, { ...size, departments: 6, seed: 1 });
    const drops = join(data, 'drops');
    const before = await readdir(drops);
    const rows = async (name: string) =>
      Papa.parse<string[]>(await readFile(join(drops, name), 'utf8'), { skipEmptyLines: true }).data;
    await addLateRows(data, kind, 5);
    const [header, ...late] = await rows('this-week.csv');
    const [given, ...first] = await rows(last);
    expect(header).toEqual(given);
    expect(late).toEqual(first.slice(0, 5).map(([id, ...others]) => [`late-${id}`, ...others]));
    expect((await readdir(drops)).sort().indexOf('this-week.csv')).toBeGreaterThan(before.indexOf(last));
    await takeLateRows(data);
    expect(await readdir(drops)).toEqual(before);
  },
);

import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { holdBack } from '../../../scripts/bench/hold-back.ts';
import { generateProgramme } from '../../../scripts/demo/generate.ts';

it('takes the last findings with their events, and the last responses, and brings them as later drops', async () => {
  const data = await mkdtemp(join(tmpdir(), 'zhaocha-late-'));
  try {
    await generateProgramme(data, { findings: 60, responses: 50, departments: 6, seed: 1 });
    const rows = (name: string, encoding: 'utf8' | 'utf16le' = 'utf8') =>
      Papa.parse<string[]>(readFileSync(join(data, 'drops', name), encoding).replace(/^\uFEFF/, ''), {
        skipEmptyLines: true,
      }).data.slice(1);
    const found = rows('2025-findings.csv');
    const events = rows('2025-events.csv', 'utf16le');
    const answered = rows('survey-2026.csv');
    const giveBack = await holdBack(data, 4, 5);
    expect(rows('2025-findings.csv')).toHaveLength(found.length - 4);
    expect(await readdir(join(data, 'drops'))).not.toContain('2026-late-findings.csv');
    await giveBack();
    const late = rows('2026-late-findings.csv').map(([id]) => id);
    expect(late).toHaveLength(4);
    expect([...rows('2025-findings.csv'), ...rows('2026-late-findings.csv')].sort()).toEqual(
      found.toSorted(),
    );
    expect([...rows('2025-events.csv'), ...rows('2026-late-events.csv')].sort()).toEqual(events.toSorted());
    expect(new Set(rows('2026-late-events.csv').map(([id]) => id))).toEqual(new Set(late));
    expect([...rows('survey-2026.csv'), ...rows('survey-2026-late.csv')]).toEqual(answered);
    expect(rows('survey-2026-late.csv')).toHaveLength(5);
    expect((await readFile(join(data, 'late', '2025-events.csv.before'))).length).toBeGreaterThan(0);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
});

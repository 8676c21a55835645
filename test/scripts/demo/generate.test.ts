import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demonstration, generateProgramme } from '../../../scripts/demo/generate.ts';

const data = resolve(import.meta.dirname, '..', '..', '..', 'data');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-demo-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('writes the demonstration as it ships, byte for byte', async () => {
  await generateProgramme(folder, demonstration);
  const files = globSync('{drops,lookup}/*', { cwd: data });
  expect(files.length).toBeGreaterThan(15);
  const differing = files.filter(
    (file) => !readFileSync(join(folder, file)).equals(readFileSync(join(data, file))),
  );
  expect(differing).toEqual([]);
});

it('writes no drop of what a programme has none of', async () => {
  const size = { ...demonstration, departments: 3 };
  await generateProgramme(join(folder, 'found'), { ...size, findings: 20, responses: 0 });
  await generateProgramme(join(folder, 'asked'), { ...size, findings: 0, responses: 20 });
  const dropsOf = (name: string) => globSync('*', { cwd: join(folder, name, 'drops') }).sort();
  expect(dropsOf('found')).toEqual([
    '2024-events.csv',
    '2024-findings.csv',
    '2025-corrections.csv',
    '2025-events.csv',
    '2025-findings.csv',
    'visits.csv',
  ]);
  expect(dropsOf('asked')).toEqual(['survey-2025.csv', 'survey-2026.csv', 'transactions.csv']);
});

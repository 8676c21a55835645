import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../../src/site/findings/findings.ts';
import { writeTables } from '../public-tables.ts';

const ids = Array.from({ length: 1200 }, (_, at) => `2025-${String(at + 1).padStart(4, '0')}`);
const findings = ids.map((finding_id, at) => ({ finding_id, title_zh: at % 2 ? '排队，\n太久' : '=1+1' }));

describe('findingsCsv', () => {
  let folder: string;
  let csvOf: (...chosen: string[]) => Promise<string>;
  beforeAll(async () => {
    vi.resetModules();
    folder = writeTables({ findings });
    vi.stubEnv('ZHAOCHA_TABLES', folder);
    const { findingsCsv } = await import('../../../src/site/findings/finding-lines.ts');
    csvOf = (...chosen) =>
      new Response(findingsCsv(chosen.map((finding_id) => ({ finding_id }) as Finding))).text();
  });

  it('holds the lines of the file itself, in its order, each once', async () => {
    const [header, one, , three] = readFileSync(join(folder, 'findings.csv'), 'utf8').split(/\r\n/);
    expect(await csvOf('2025-0003', '2025-0001', '2025-0003')).toBe(`${header}\r\n${one}\r\n${three}\r\n`);
  });

  it('is the file itself for all findings, however many', async () => {
    expect(await csvOf(...ids.toReversed())).toBe(readFileSync(join(folder, 'findings.csv'), 'utf8'));
  });

  it('is a header for none', async () => {
    expect(await csvOf()).toMatch(/^finding_id,[^\r]*\r\n$/);
  });
});

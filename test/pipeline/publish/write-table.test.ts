import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, it, onTestFinished } from 'vitest';
import { writeTable } from '../../../src/pipeline/publish/write-table.ts';
import { fc } from '../../seeded-checks.ts';

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '找', ',', '"', ' ', '\r', '\n', '\t', '\ufeff', ';') }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);

it('writes every row as Papa Parse does, whatever its cells hold', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-table-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const header = ['one', 'two, and', 'three'];
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      await writeTable(folder, 'findings', header, cells);
      const written = await readFile(join(folder, 'findings.csv'), 'utf8');
      expect(written).toBe(`${Papa.unparse([header, ...cells])}\r\n`);
    }),
    { numRuns: 60 },
  );
});

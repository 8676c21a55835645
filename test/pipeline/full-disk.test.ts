import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

it('says so when the disk is full at any moment of a release; site, drops and records stand, and the next release is made', ({
  skip,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-full-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const small = join(import.meta.dirname, '..', 'programmes', 'small');
  const program = join(import.meta.dirname, 'full-disk.ts');
  const script = `mount -t tmpfs -o size=250m tmpfs "${folder}" && cp -r "${small}" "${folder}/data" && echo mounted && "${process.execPath}" "${program}" "${folder}"`;
  const { stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' });
  skip(stdout?.includes('mounted') !== true, 'no small disk can be made here');
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  expect(last.startsWith('{'), stderr).toBe(true);
  const full = { words: expect.stringMatching(/^The disk is full .*The last site stands/), stands: true };
  expect(JSON.parse(last)).toEqual({
    told: { reading: full, counting: full, rendering: full },
    release: 2,
  });
});

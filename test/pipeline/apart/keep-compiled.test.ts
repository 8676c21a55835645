import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { environmentWith } from '../../../src/pipeline/apart/keep-compiled.ts';

it('what Node has kept of a program is not believed where it is spoilt, nor for a program that has changed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-compiled-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, 'program.mts');
  const env = environmentWith({ NODE_COMPILE_CACHE: join(folder, 'kept') });
  const say = (words: string) => {
    writeFileSync(program, `const words: string = '${words}';\nconsole.log(words);\n`);
    return spawnSync(process.execPath, [program], { env, encoding: 'utf8' }).stdout.trim();
  };
  const kept = () =>
    readdirSync(join(folder, 'kept'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  expect(say('one')).toBe('one');
  expect(kept().length).toBeGreaterThan(0);
  for (const file of kept())
    writeFileSync(
      file,
      readFileSync(file).map((byte, place) => (place < 40 ? byte : byte ^ 1)),
    );
  expect(say('one')).toBe('one');
  expect(say('two')).toBe('two');
  for (const file of kept()) writeFileSync(file, 'broken off');
  expect(say('two')).toBe('two');
});

it('whoever has said where it is kept, or that it is not, has said so', () => {
  expect(environmentWith()['NODE_COMPILE_CACHE']).toMatch(/[\\/]\.cache[\\/]compiled$/);
  expect(environmentWith({ NODE_COMPILE_CACHE: 'elsewhere' })['NODE_COMPILE_CACHE']).toBe('elsewhere');
});

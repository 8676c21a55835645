import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { linesIn } from '../../../src/pipeline/files/lines-in.ts';

function linesOf(bytes: Buffer, encoding: 'utf8' | 'latin1'): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-lines-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'table.csv');
  writeFileSync(path, bytes);
  return [...linesIn(path, encoding)].flat();
}

it.each([
  ['of one line without a break', ['a,b']],
  ['of two kinds of break', ['a\r\n', 'b\n', 'c']],
  ['with breaks and quotes in a cell', ['a,"b\r\n\r\n""c"",\nd",e\r\n', '"",f\r\n', 'g']],
  // Longer than what is read at once, in letters of three bytes and with breaks all over.
  ['larger than a piece', [`"${'很\r\n'.repeat(100_000)}",1\r\n`, ...Array<string>(50_000).fill('好,2\r\n')]],
])('gives the lines of a file %s, whole and with their breaks', (_, lines) => {
  expect(linesOf(Buffer.from(lines.join('')), 'utf8')).toEqual(lines);
  const bytes = lines.map((line) => Buffer.from(line).toString('latin1'));
  expect(linesOf(Buffer.from(lines.join('')), 'latin1')).toEqual(bytes);
});

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addLines, settle } from '../../src/pipeline/accept.ts';
import type { Settlement } from '../../src/model/problem.ts';
import { smallSettings } from './small-settings.ts';

const settings = smallSettings();
const open = ['aaaaaa11', 'aaaaaa22', 'bbbbbb33'].map((hash): Settlement => ({
  file: 'redactions',
  cells: [hash, 'redacted', `改写 ${hash}`],
}));

describe('settle', () => {
  it.each([
    ['departments,市医保局,hrss', [['departments', '市医保局', 'hrss']]],
    ['departments,"市,局",tax', [['departments', '市,局', 'tax']]],
    ['bbbbbb', [['bbbbbb33', 'redacted', '改写 bbbbbb33']]],
    ['bbbbbb33,kept', [['bbbbbb33', 'kept', '']]],
    ['aaaaaa11,redacted,等了很久, 很久', [['aaaaaa11', 'redacted', '等了很久, 很久']]],
    ['aaaaaa11, redacted, Ms X, of the office ', [['aaaaaa11', 'redacted', 'Ms X, of the office']]],
    [' departments, 市局 , tax ', [['departments', '市局', 'tax']]],
    ['redactions', open.map(({ cells }) => cells)],
  ])('understands %s', (wish, cells) => {
    expect(settle(wish, open, settings)).toEqual({
      lines: cells.map((one) => expect.objectContaining({ cells: one })),
    });
  });

  it.each([
    'aaaaaa',
    'cccccc',
    'bbbbbb33,deleted',
    'departments,市医保局,nobody',
    'departments,,tax',
    'offices,x,tax',
    '',
  ])('refuses %j, and says why', (wish) => {
    expect(settle(wish, open, settings)).toHaveProperty('refused.en');
  });
});

describe('addLines', () => {
  async function added(before: string | Buffer | null, ...cells: string[][]) {
    const folder = await mkdtemp(join(tmpdir(), 'zhaocha-accept-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, 'lookup', 'spellings.csv');
    if (before !== null) {
      await mkdir(join(folder, 'lookup'));
      await writeFile(path, before);
    }
    const obstacle = await addLines(
      folder,
      cells.map((one) => ({ file: 'spellings' as const, cells: one })),
    );
    return obstacle ?? (await readFile(path, 'utf8'));
  }
  const line = ['departments', '市局', 'police'];

  it('begins a list that is not there', async () => {
    expect(await added(null, line)).toBe('list,spelling,id\ndepartments,市局,police\n');
  });

  it('adds to a list in the order of its columns, with its delimiter and its line ends', async () => {
    expect(await added('\ufeffid;list;spelling\r\ntax;departments;税局', line)).toBe(
      '\ufeffid;list;spelling\r\ntax;departments;税局\r\npolice;departments;市局\r\n',
    );
  });

  it('quotes what must be quoted, and adds the same line once', async () => {
    const odd = ['departments', '市,“局”"', 'police'];
    expect(await added('list,spelling,id\n', odd, odd)).toBe(
      'list,spelling,id\ndepartments,"市,“局”""",police\n',
    );
  });

  it('leaves a list alone that is not UTF-8', async () => {
    expect(await added(Buffer.from([0xb2, 0xbf, 0xc3, 0xc5]), line)).toHaveProperty('en');
  });
});

import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/pipeline/read/decode.ts';
import { ReadFailure } from '../../../src/pipeline/read/failure.ts';
import { encoders } from './encode.ts';

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function textOf(bytes: Buffer, encoding: string, size = 1 << 20): Promise<string> {
  let text = '';
  for await (const part of decode(chunksOf(bytes, size), encoding, 'a.csv')) text += part;
  return text;
}

const text = '编号,说明\r\n1,“等了 40 分钟”🙂é\r\n';

describe('decode', () => {
  it.each([
    ['utf-8', 'UTF-8'],
    ['utf-8', 'UTF-8 with BOM'],
    ['utf-16le', 'UTF-16LE'],
    ['utf-16le', 'UTF-16LE with BOM'],
    ['utf-16be', 'UTF-16BE'],
    ['utf-16be', 'UTF-16BE with BOM'],
    ['gb18030', 'GB18030'],
  ] as const)('reads %s (%s), wherever the chunks break', async (encoding, writer) => {
    const bytes = encoders[writer](text);
    for (const size of [1, 2, 3, 4, 5, 1 << 20]) expect(await textOf(bytes, encoding, size)).toBe(text);
  });

  it.each([
    {
      description: 'a byte that no UTF-8 character has',
      input: Buffer.from([97, 44, 0xff, 98]),
      encoding: 'utf-8',
      after: 0,
    },
    { description: 'UTF-8 that breaks off', input: Buffer.from([0xe4, 0xb8]), encoding: 'utf-8', after: 2 },
    {
      description: 'half a pair in UTF-16',
      input: Buffer.from([0x61, 0, 0, 0xd8, 0x62, 0]),
      encoding: 'utf-16le',
      after: 0,
    },
    {
      description: 'UTF-16 with an odd byte',
      input: Buffer.from([0x61, 0, 0x62]),
      encoding: 'utf-16le',
      after: 3,
    },
    {
      description: 'a lead byte of GB18030 without its second',
      input: Buffer.from([0x61, 0xb0]),
      encoding: 'gb18030',
      after: 2,
    },
  ])('stops at $description', async ({ input, encoding, after }) => {
    const failure: unknown = await textOf(input, encoding).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ReadFailure);
    expect((failure as ReadFailure).problem).toEqual({
      code: 'unreadable-bytes',
      file: 'a.csv',
      value: encoding.toUpperCase(),
      detail: { zh: `第 ${after} 字节之后`, en: `after byte ${after}` },
    });
  });

  it('gives what comes before the unreadable bytes and then stops', async () => {
    const parts: string[] = [];
    const bytes = chunksOf(Buffer.from([97, 98, 99, 0xff, 100, 101]), 3);
    await expect(async () => {
      for await (const part of decode(bytes, 'utf-8', 'a.csv')) parts.push(part);
    }).rejects.toThrow('a.csv: unreadable-bytes');
    expect(parts).toEqual(['abc']);
  });

  it('never writes a replacement character of its own', async () => {
    expect(await textOf(Buffer.from('a\ufffdb'), 'utf-8')).toBe('a\ufffdb');
  });
});

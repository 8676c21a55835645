import { describe, expect, it } from 'vitest';
import type { RowBatch } from '../../../src/model/sheet.ts';
import { mayBeMojibake, noticeMojibake } from '../../../src/pipeline/read/mojibake.ts';

/** UTF-8 read as Windows-1252 and saved as UTF-8 once more. */
const twice = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text));

async function noticed(rows: readonly (readonly string[])[]): Promise<unknown[]> {
  const given = (async function* (): AsyncGenerator<RowBatch> {
    yield { first: 1, rows: [['a', 'b']] };
    yield { first: 2, rows: rows.map((row) => [...row]) };
  })();
  const all: unknown[] = [];
  const passed: string[][] = [];
  for await (const batch of noticeMojibake(given, 'a.csv')) {
    all.push(...(batch.noticed ?? []));
    passed.push(...batch.rows);
  }
  expect(passed).toEqual([['a', 'b'], ...rows]);
  return all;
}

describe('text that was encoded twice', () => {
  it.each(['it’s', 'Español', 'Zürich', '等候太久，窗口没有人', '“好”', '锟斤拷锟斤拷'])(
    'is found: %s',
    async (text) => {
      const spoilt = text.startsWith('锟') ? text : twice(text);
      expect(mayBeMojibake(Buffer.from(spoilt))).toBe(true);
      expect(
        await noticed([
          ['x', spoilt],
          [spoilt, ''],
        ]),
      ).toEqual([{ code: 'encoded-twice', file: 'a.csv', row: 2, value: spoilt, detail: '2' }]);
    },
  );

  it.each(['it’s', 'Español NÃO São Â', 'Zürich à la âme', '等候太久，窗口没有人', 'naïve ¼', 'Ångström €5'])(
    'is not seen in %s',
    async (text) => {
      expect(await noticed([[text, '']])).toEqual([]);
    },
  );
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openOldWorkbook } from '../../src/pipeline/read/workbook/old-workbook.ts';
import { readSheets } from '../pipeline/read/read-sheets.ts';
import { checkFigure, hasSharedData, realFile } from './shared-data.ts';

async function tableOf(name: string): Promise<string[][]> {
  const sheets = await readSheets(realFile(name), 'drop');
  if ('code' in sheets || sheets.length !== 1) throw new Error(`${name} is not one sheet`);
  return (sheets[0]?.rows ?? []).map(([, ...cells]) => cells);
}

const wjx = (form: number) => `zh-wjx-reportgen/[问卷星数据]800_800_${form}.xls`;

describe.skipIf(!hasSharedData)('问卷星 (wjx) exports as old .xls', () => {
  it('have 800 rows under the header in both forms', async () => {
    const [text, coded] = [await tableOf(wjx(0)), await tableOf(wjx(2))];
    expect([text.length, text[0]?.length, coded.length, coded[0]?.length]).toEqual([801, 14, 801, 36]);
    expect(text.map(([id]) => id)).toEqual(coded.map(([id]) => id));
    expect(text[0]?.[8]).toBe('3、性别 ');
  });

  it('agree in every option of every multi-select question, in every row', async () => {
    const [text, coded] = [await tableOf(wjx(0)), await tableOf(wjx(2))];
    let compared = 0;
    for (const [column, name] of (coded[0] ?? []).entries()) {
      const [, question, option = ''] = /^第(\d+)题\((.+)\)$/.exec(name.trim()) ?? [];
      if (question === undefined) continue;
      const source = (text[0] ?? []).findIndex((title) => title.startsWith(`${question}、`));
      for (let row = 1; row < text.length; row += 1) {
        const chosen = (text[row]?.[source] ?? '')
          .split('┋')
          .some((one) => one.split('〖')[0]?.startsWith(option));
        expect([name, row, coded[row]?.[column] === '1']).toEqual([name, row, chosen]);
        compared += 1;
      }
    }
    expect(compared).toBe(24 * 800);
  });

  it('count in every option as was established for them', async () => {
    const { base, expected } = await checkFigure<Record<string, Record<string, number>>>('wjx-two-forms');
    const [header = [], ...rows] = await tableOf(wjx(0));
    expect(rows).toHaveLength(base);
    for (const [question, counts] of Object.entries(expected)) {
      const column = header.findIndex((title) => title.startsWith(question.replace(/^\d+$/, '$&、')));
      const chosen = rows.flatMap((cells) =>
        (cells[column] ?? '').split('┋').map((one) => one.split('【')[0]),
      );
      const counted = Object.keys(counts).map((option) => [
        option,
        chosen.filter((one) => one === option).length,
      ]);
      expect(Object.fromEntries(counted)).toEqual(counts);
    }
  });
});

describe.skipIf(!hasSharedData)('a Google Forms export as workbook', () => {
  it('reads like its CSV, cell by cell; a date is a date in the one and American text in the other', async () => {
    const name = 'googleforms-rstudio/2019/data/2019 Spanish R Community Survey Responses';
    const [text, book] = [await tableOf(`${name}.csv`), await tableOf(`${name}.xlsx`)];
    expect([book.length, book[0]?.length]).toEqual([339, 52]);
    const american = (cell: string) => {
      const match = /^(\d+)\/(\d+)\/(\d{4}) (\d+):(\d+):(\d+)$/.exec(cell);
      if (match === null) return cell;
      const [month, day, year, hour, minute, second] = match.slice(1).map((part) => part.padStart(2, '0'));
      return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
    };
    const plain = (table: string[][]) => table.map((row) => row.map((cell) => american(cell.trim())));
    expect(plain(book)).toEqual(plain(text));
  });
});

describe.skipIf(!hasSharedData)('an old workbook with one wrong byte', () => {
  it('on which the library goes round for ever is given up and refused', async () => {
    const bytes = readFileSync(realFile('messytables-horror/horror/simple.xls'));
    bytes[14_834] = 0x7f;
    await expect(openOldWorkbook(bytes, 'xls', 'a.xls', 2_000)).rejects.toMatchObject({
      problem: { code: 'damaged-file', file: 'a.xls', detail: { en: 'it cannot be read to its end' } },
    });
  });
});

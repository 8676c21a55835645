import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../../../src/pipeline/read/failure.ts';
import { guessDelimiter, splitRows } from '../../../src/pipeline/read/rows.ts';

async function* chunksOf(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

/** The rows of a text with their numbers. */
async function rowsOf(text: string, delimiter = ',', size = 1 << 20) {
  const rows: [number, ...string[]][] = [];
  for await (const batch of splitRows(chunksOf(text, size), delimiter, 'a.csv'))
    for (const [position, cells] of batch.rows.entries()) rows.push([batch.first + position, ...cells]);
  return rows;
}

describe('guessDelimiter', () => {
  it.each([
    { description: 'comma', input: 'a,b,c\n1,2,3\n', expected: ',' },
    { description: 'semicolon', input: 'a;b;c\n1,5;2;3\n', expected: ';' },
    { description: 'tab', input: 'a\tb\tc\n1\t2\t3\n', expected: '\t' },
    { description: 'pipe', input: 'a|b|c\n1|2|3\n', expected: '|' },
    { description: 'semicolons with commas in every text', input: 'a;b\nx,y;z,w\np,q;r,s\n', expected: ';' },
    {
      description: 'tabs with commas in the questions of the header',
      input: 'Was it quick, easy and kind?\tAge\nyes\t40\nno\t50\n',
      expected: '\t',
    },
    {
      description: 'commas with a semicolon list in a cell',
      input: 'id,answers\n1,a;b;c;d\n2,a;c\n3,b\n',
      expected: ',',
    },
    { description: 'commas with quoted line breaks', input: 'id,note\n1,"a\nb;c\nd"\n2,e\n', expected: ',' },
    { description: 'one column', input: 'response_id\nR1\nR2\n', expected: ',' },
    { description: 'a header only', input: 'a;b;c', expected: ';' },
    { description: 'blank lines on top', input: '\n\na;b\n1;2\n', expected: ';' },
    { description: 'nothing', input: '', expected: ',' },
  ])('$description', ({ input, expected }) => {
    expect(guessDelimiter(input)).toBe(expected);
  });
});

describe('splitRows', () => {
  it.each([
    {
      description: 'LF',
      input: 'a,b\n1,2\n',
      expected: [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    },
    {
      description: 'CRLF',
      input: 'a,b\r\n1,2\r\n',
      expected: [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    },
    {
      description: 'CR alone, as old Macs wrote',
      input: 'a,b\r1,2\r',
      expected: [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    },
    {
      description: 'CRLF, and LF at the end of the last line, which somebody added',
      input: 'a,b\r\n1,2\r\n3,"4"\n',
      expected: [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    },
    {
      description: 'LF, and CRLF at the end of the last line',
      input: 'a,b\n1,2\n3,"4"\r\n',
      expected: [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    },
    {
      description: 'no line break at the end',
      input: 'a,b\n1,2',
      expected: [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    },
    {
      description: 'blank lines keep their row numbers',
      input: 'a,b\n\n\n1,2\n',
      expected: [
        [1, 'a', 'b'],
        [2, ''],
        [3, ''],
        [4, '1', '2'],
      ],
    },
    {
      description: 'a quoted line break is one row',
      input: 'a,b\r\n1,"x\r\ny"\r\n2,z\r\n',
      expected: [
        [1, 'a', 'b'],
        [2, '1', 'x\r\ny'],
        [3, '2', 'z'],
      ],
    },
    {
      description: 'quoted quotes and separators',
      input: 'a,b\n"say ""hi""","1,2"\n',
      expected: [
        [1, 'a', 'b'],
        [2, 'say "hi"', '1,2'],
      ],
    },
    {
      description: 'a quote within a text that is not quoted',
      input: 'a,b\n5" pipe,x\n',
      expected: [
        [1, 'a', 'b'],
        [2, '5" pipe', 'x'],
      ],
    },
    {
      description: 'empty cells',
      input: 'a,b\n,\n"",""\n',
      expected: [
        [1, 'a', 'b'],
        [2, '', ''],
        [3, '', ''],
      ],
    },
    {
      description: 'blanks are kept',
      input: 'a,b\n 1 ,　2\n',
      expected: [
        [1, 'a', 'b'],
        [2, ' 1 ', '　2'],
      ],
    },
    { description: 'nothing', input: '', expected: [] },
  ])('$description', async ({ input, expected }) => {
    expect(await rowsOf(input)).toEqual(expected);
  });

  it('gives the same rows wherever the text is cut into chunks', async () => {
    const texts = [
      '"a","b"\r\n"1","x ""y"" z" \r\n"2","p\r\nq"\r\n"3" ,"r"\r\n',
      '"a","b"\n"1","x ""y"" z"\n"2","p\nq"\n\n"3","r"\n',
      'a,b\r\n1,2\r\n3,4\r\n',
    ];
    for (const text of texts) {
      const whole = await rowsOf(text);
      const firstLine = text.indexOf('\n') + 1;
      for (let cut = firstLine; cut < text.length; cut += 1) {
        const cutText = async function* () {
          yield text.slice(0, cut);
          yield text.slice(cut);
        };
        const rows: [number, ...string[]][] = [];
        for await (const batch of splitRows(cutText(), ',', 'a.csv'))
          for (const [position, cells] of batch.rows.entries()) rows.push([batch.first + position, ...cells]);
        expect(rows, JSON.stringify([text.slice(0, cut), text.slice(cut)])).toEqual(whole);
      }
    }
  });

  it.each([
    { description: 'a quote that is never closed', input: 'a,b\n1,2\n3,"4\n5,6\n', row: 3 },
    { description: 'words after a closing quote', input: 'a,b\n1,"2"x\n', row: 2 },
  ])('names the row of $description', async ({ input, row }) => {
    const failure: unknown = await rowsOf(input).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ReadFailure);
    expect((failure as ReadFailure).problem).toEqual({ code: 'broken-quotes', file: 'a.csv', row });
  });

  it('takes a cell of six megabytes', async () => {
    const long = '很长'.repeat(1_000_000);
    const rows = await rowsOf(`a,b\n1,"${long}"\n2,x\n`);
    expect(rows[1]?.[2] === long).toBe(true);
    expect(rows[2]).toEqual([3, '2', 'x']);
  });

  it('takes a long row that comes in many pieces as it takes it whole, and the rows behind it', async () => {
    const long = 'x,"" y\n'.repeat(300_000);
    const text = `a,b\n1,"${long}"\n2,x\n"3",y`;
    const pieces = await rowsOf(text, ',', 65_537);
    expect(pieces.length).toBe(4);
    expect(JSON.stringify(pieces) === JSON.stringify(await rowsOf(text, ',', text.length))).toBe(true);
  });

  it('gives up on a row that swallows the file, before memory does', async () => {
    const failure: unknown = await rowsOf(`a,b\n1,"${'x,y\n'.repeat(4_500_000)}`).catch(
      (error: unknown) => error,
    );
    expect((failure as ReadFailure).problem).toMatchObject({ code: 'broken-quotes', row: 2 });
  });

  it.each([
    ['\r\n', '\n'],
    ['\n', '\r'],
    ['\r', '\n'],
  ])(
    'says that lines end in several ways where a row swallows the file for that: %j, then %j',
    async (first, then) => {
      const text = `a,b${first}1,2${first}${`x,y${then}`.repeat(1_200_000)}`;
      const failure: unknown = await rowsOf(text, ',', 65_536).catch((error: unknown) => error);
      expect((failure as ReadFailure).problem).toMatchObject({
        code: 'mixed-line-ends',
        file: 'a.csv',
        row: 3,
      });
    },
  );

  it('says that a quote is open where the lines of such a row end as all others do', async () => {
    for (const text of [`a,"b\r\n${'x,y\r\n'.repeat(900_000)}`, `a,b\r\n1,"${'x,y\r\n'.repeat(900_000)}`]) {
      const failure: unknown = await rowsOf(text, ',', 65_536).catch((error: unknown) => error);
      expect((failure as ReadFailure).problem.code).toBe('broken-quotes');
    }
  });

  it('takes text only as fast as its rows are taken, however long each takes', async () => {
    const line = `${'x'.repeat(99)}\n`;
    let given = 0;
    const text = async function* () {
      for (; given < 200; given += 1) yield line.repeat(500);
    };
    let taken = 0;
    for await (const { rows } of splitRows(text(), ',', 'a.csv')) {
      taken += rows.length;
      await setImmediate();
      expect(given - taken / 500).toBeLessThan(5);
    }
    expect(taken).toBe(200 * 500);
  });

  it('stops taking text when the caller has had enough', async () => {
    let taken = 0;
    const endless = async function* () {
      for (;;) {
        taken += 1;
        yield 'a,b\n'.repeat(1000);
      }
    };
    for await (const batch of splitRows(endless(), ',', 'a.csv')) if (batch.first > 5000) break;
    expect(taken).toBeLessThan(20);
  });

  it('passes on what goes wrong in the source of the text', async () => {
    const broken = async function* () {
      yield 'a,b\n1,2\n';
      throw new Error('the disk is gone');
    };
    const taking = async () => {
      for await (const batch of splitRows(broken(), ',', 'a.csv'))
        expect(batch.rows.length).toBeGreaterThan(0);
    };
    await expect(taking).rejects.toThrow('the disk is gone');
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readTable } from '../../src/pipeline/read-table.ts';
import { encoders } from './read/encode.ts';

/** Reads a list that holds these bytes. */
async function readList(content: string | Buffer) {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'halls.csv');
  writeFileSync(path, content);
  return await readTable(path, 'lookup/halls.csv');
}

it('gives the header, and each row with the number by which a spreadsheet shows it', async () => {
  expect(await readList('id,name_zh\ncentre,市政务中心\nnorth,北区大厅\n')).toEqual({
    table: {
      file: 'lookup/halls.csv',
      header: ['id', 'name_zh'],
      rows: [
        { row: 2, cells: ['centre', '市政务中心'] },
        { row: 3, cells: ['north', '北区大厅'] },
      ],
    },
    problems: [],
  });
});

it('passes blank rows over, above the header, too, and counts them all the same', async () => {
  const { table } = await readList('\n id , name_zh\n,\ncentre,市政务中心\n');
  expect(table?.header).toEqual(['id', 'name_zh']);
  expect(table?.rows).toEqual([{ row: 4, cells: ['centre', '市政务中心'] }]);
});

it('reads a list as Excel in Chinese saves it: one decode path for lists and drops', async () => {
  const list = `id,name_zh\n${'centre,市政务服务中心大厅\n'.repeat(9)}`;
  const { table } = await readList(encoders.GB18030(list));
  expect(table?.rows[0]?.cells).toEqual(['centre', '市政务服务中心大厅']);
});

it('gives a file that cannot be read as a problem, and one without any row as a table without any', async () => {
  const { table, problems } = await readList(Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]));
  expect(table).toBeNull();
  expect(problems.map(({ code, file }) => [code, file])).toEqual([['unknown-format', 'lookup/halls.csv']]);
  expect((await readList('id\n')).table).toMatchObject({ header: ['id'], rows: [] });
});

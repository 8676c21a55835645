import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/model/table.ts';
import { writeCells, type OutgoingRow } from '../../../src/pipeline/publish/cells.ts';
import { refusedRows } from './refused-rows.ts';

const words = { zh: '字', en: 'word' };
const table: Table = {
  name: 'things',
  row: words,
  key: ['thing_id'],
  columns: [
    { name: 'thing_id', type: 'id', required: true, meaning: words },
    { name: 'title', type: 'text', perLanguage: true, meaning: words },
    { name: 'status', type: 'code', codes: [{ code: 'open', zh: '开', en: 'open' }], meaning: words },
    { name: 'found_on', type: 'date', meaning: words },
    { name: 'found_time', type: 'time', meaning: words },
    { name: 'count', type: 'integer', meaning: words },
    { name: 'share', type: 'number', meaning: words },
    { name: 'late', type: 'boolean', meaning: words },
  ],
};

const cells = (row: OutgoingRow) => [...writeCells(table, [row], ['zh', 'en']).cells][0];

describe('writeCells', () => {
  it('puts the cells in the order of the declaration, blank where there is nothing', () => {
    const row = {
      share: 0.25,
      late: false,
      title_en: 'Noise',
      thing_id: 'T1',
      count: 0,
      status: 'open',
      found_on: '2025-01-31',
      found_time: '09:05:00',
    };
    const { header, cells: written } = writeCells(
      table,
      [row, { thing_id: 'T2', title_zh: null }],
      ['zh', 'en'],
    );
    expect({ header, cells: [...written] }).toEqual({
      header: [
        'thing_id',
        'title_zh',
        'title_en',
        'status',
        'found_on',
        'found_time',
        'count',
        'share',
        'late',
      ],
      cells: [
        ['T1', '', 'Noise', 'open', '2025-01-31', '09:05:00', 0, 0.25, 'false'],
        ['T2', '', '', '', '', '', '', '', ''],
      ],
    });
  });

  it('makes texts safe for spreadsheets, and leaves numbers alone', () => {
    expect(cells({ thing_id: 'T1', title_zh: '=1+2', title_en: '-3 degrees', share: -3 })).toEqual([
      'T1',
      "'=1+2",
      "'-3 degrees",
      '',
      '',
      '',
      '',
      -3,
      '',
    ]);
  });

  it.each<{ description: string; row: OutgoingRow; message: string }>([
    ...refusedRows,
    {
      description: 'a column that is not declared',
      row: { thing_id: 'T', name: 'x' },
      message: 'things.csv has no column name: declare it in published.ts',
    },
    {
      description: 'a language that the programme does not have',
      row: { thing_id: 'T', title_fr: 'x' },
      message: 'things.csv has no column title_fr: declare it in published.ts',
    },
    {
      description: 'a date in another form',
      row: { thing_id: 'T', found_on: '2025/1/31' },
      message: 'things.csv cannot hold "2025/1/31" in found_on: it is not a date',
    },
    {
      description: 'a date that the calendar does not have',
      row: { thing_id: 'T', found_on: '2025-02-29' },
      message: 'things.csv cannot hold "2025-02-29" in found_on: it is not a date',
    },
    {
      description: 'half a thing',
      row: { thing_id: 'T', count: 0.5 },
      message: 'things.csv cannot hold 0.5 in count: it is not a whole number',
    },
    {
      description: 'not a number',
      row: { thing_id: 'T', share: Number.NaN },
      message: 'things.csv cannot hold null in share: it is not a finite number',
    },
    {
      description: 'a number without end',
      row: { thing_id: 'T', share: Number.POSITIVE_INFINITY },
      message: 'things.csv cannot hold null in share: it is not a finite number',
    },
    {
      description: 'a number as text',
      row: { thing_id: 'T', count: '5' },
      message: 'things.csv cannot hold "5" in count: it is not a finite number',
    },
    {
      description: 'a text as number',
      row: { thing_id: 'T', title_zh: 5 },
      message: 'things.csv cannot hold 5 in title_zh: it is not a text',
    },
    {
      description: 'a word for true',
      row: { thing_id: 'T', late: 'yes' },
      message: 'things.csv cannot hold "yes" in late: it is not true or false',
    },
  ])('refuses $description', ({ row, message }) => {
    expect(() => cells(row)).toThrow(message);
  });
});

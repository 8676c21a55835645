import { describe, expect, it } from 'vitest';
import type { CheckedDrop } from '../../../src/model/batch.ts';
import { qualityRows } from '../../../src/pipeline/publish/quality.ts';

const drop: CheckedDrop = {
  file: 'a.csv',
  sha256: 'abc',
  layout: 'own',
  encoding: 'utf-8',
  proof: 'valid',
  kinds: ['findings'],
  columns: {},
  stated: [],
  account: { read: 10, used: 6, setAside: { 'repeated-row': 3, 'blank-row': 1 } },
  problems: [],
  more: [],
  rowsWith: { 'formula-in-cell': 2, 'after-cutoff': 1 },
  spellings: [],
  redactions: [],
  personal: [],
};

const short = (drops: readonly CheckedDrop[], tolerated: readonly string[]) =>
  qualityRows(drops, tolerated, 10).map(({ outcome, reason, rows }) => [outcome, reason, rows]);

describe('qualityRows', () => {
  it('balances what was read with what was used and set aside, by reason', () => {
    expect(short([drop], [])).toEqual([
      ['read', '', 10],
      ['used', '', 6],
      ['set_aside', 'blank-row', 1],
      ['set_aside', 'repeated-row', 3],
    ]);
  });

  it('counts the rows, not the cells, that hold what the office tolerates', () => {
    expect(short([drop], ['formula-in-cell', 'markup-in-cell'])).toContainEqual([
      'noted',
      'formula-in-cell',
      2,
    ]);
  });

  it('counts nothing of a drop with the answers of a few people', () => {
    const survey = { ...drop, kinds: ['responses'] as const };
    expect(short([survey], []).map(([, , rows]) => rows)).toEqual([null, null, null, null]);
    const many = { ...survey, account: { read: 14, used: 10, setAside: { 'repeated-row': 4 } } };
    const none = { ...survey, account: { read: 4, used: 0, setAside: { 'repeated-row': 4 } } };
    expect(short([many, none], []).map(([, , rows]) => rows)).toEqual([14, 10, 4, 4, 0, 4]);
  });

  it('stops the build when a row is lost', () => {
    const lost = { ...drop, account: { ...drop.account, used: 5 } };
    expect(() => qualityRows([drop, lost], [], 10)).toThrow(
      'a.csv: 10 rows read, but 5 used and 4 set aside',
    );
  });

  it('names the file, its hash, layout and encoding in every row', () => {
    for (const row of qualityRows([drop], [], 10))
      expect(row).toMatchObject({ drop: 'a.csv', sha256: 'abc', layout: 'own', encoding: 'utf-8' });
  });
});

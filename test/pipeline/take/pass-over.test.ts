import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../src/model/sheet.ts';
import { recognise } from '../../../src/pipeline/recognise/recognise.ts';
import { passOver } from '../../../src/pipeline/take/pass-over.ts';
import { smallSettings } from '../small-settings.ts';

function taken(...heads: readonly (readonly (readonly string[])[])[]) {
  const sheets = heads.map((head, place) => {
    const sheet: Sheet = {
      file: `a.xlsx › ${place}`,
      sha256: '',
      bytes: 1,
      encoding: 'xlsx',
      proof: 'workbook',
      delimiter: '',
      head,
      noticed: [],
      rows: async function* () {},
    };
    return { sheet, recognition: recognise(sheet, smallSettings()) };
  });
  return passOver(sheets).map(({ recognition: { recognised, problems } }) =>
    recognised === null ? problems.map(({ code, value }) => [code, value]) : recognised.kind,
  );
}

const visits = [['visit_id', 'on', 'hall']];

describe('passOver', () => {
  it('names a cover beside a sheet that was recognised, and does not stop for it', () => {
    expect(taken([['体验官走访记录'], ['', '2025年']], visits)).toEqual([
      [['sheet-passed-over', '体验官走访记录, 2025年']],
      'visits',
    ]);
  });

  it('passes over a list of names beside a sheet that was recognised', () => {
    expect(taken([['id', 'name_zh']], visits)).toEqual([[['sheet-passed-over', 'id, name_zh']], 'visits']);
  });

  it('stops for a sheet that has columns of the other one: it is data, and something is wrong with it', () => {
    expect(taken(visits, [['visit', 'on', 'hall']])).toEqual([
      'visits',
      [['unknown-layout', 'visit, on, hall']],
    ]);
  });

  it('stops where no sheet was recognised', () => {
    expect(taken([['封面']], [['x', 'y']])).toEqual([
      [['unknown-layout', '封面']],
      [['unknown-layout', 'x, y']],
    ]);
  });
});

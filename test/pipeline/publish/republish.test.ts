import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nothingEarlier } from '../../../src/model/release.ts';
import { failureWords } from '../../../src/pipeline/failure-words.ts';
import { lackingIn, republish } from '../../../src/pipeline/publish/republish.ts';
import { OfAnOlderVersion } from '../../../src/pipeline/refused-release.ts';

/* The tables of an earlier release, written again in the columns of today. */

type Texts = Readonly<Record<string, string>>;

const filesOf = (texts: Texts) =>
  Object.fromEntries(
    Object.entries(texts).map(([table, text]) => [`${table}.csv`, new TextEncoder().encode(text)]),
  );

/** What is written for some tables of a release in one language. */
async function republished(texts: Texts): Promise<(table: string) => string> {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-again-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await republish(folder, filesOf(texts), nothingEarlier, ['zh']);
  return (table) => readFileSync(join(folder, 'latest', `${table}.csv`), 'utf8');
}

describe('republish', () => {
  it('writes a table byte for byte that has the columns of today', async () => {
    const programme = 'field,value\r\nlanguages,"zh"\r\n';
    expect((await republished({ programme }))('programme')).toBe(programme);
  });

  it('writes a table without rows for one that the release did not have', async () => {
    const text = await republished({});
    expect(text('last_told')).toMatch(/^subject_kind,subject_id,period,[^\r]+\r\n$/);
  });

  it('leaves a column blank that the release did not have, and leaves out one that there is no more', async () => {
    const text = await republished({
      rules: 'given_up,rule,value,unit_zh,reason_zh\r\nold,small,5,件,"\'=why, so"\r\n',
    });
    expect(text('rules')).toBe('rule,value,name_zh,unit_zh,reason_zh\r\nsmall,5,,件,"\'=why, so"\r\n');
  });
});

describe('lackingIn', () => {
  it('names what must never be blank and a release did not have; a table without rows lacks nothing', () => {
    const files = filesOf({ figures: 'subject_kind\r\ndepartment\r\n', quality: 'drop\r\n' });
    expect(lackingIn(files, ['zh'])).toEqual(
      ['subject_id', 'period', 'measure', 'status'].map((column) => ({ table: 'figures', column })),
    );
  });

  it('is told with the version that made the release, and what to do', () => {
    const lacking = [{ table: 'figures', column: 'status' }];
    const generator = { version: '0.1.0', commit: 'abc' };
    expect(failureWords(new OfAnOlderVersion(lacking, generator))).toEqual({
      whose: 'data',
      words: {
        zh: '退不回去：前一期是本程序 0.1.0 (abc) 版生成的，那时还没有 figures.csv 的 status 列，现在的网页少不了它。请用那一版的程序退回，或改好数据，再发布新的一期。网站和各期记录都没有动。',
        en: 'There is no way back: the release before was made by version 0.1.0 (abc) of this program, which did not have the column status of figures.csv yet, and the pages of today need it. Go back with that version, or mend the data and release anew. Site and records stand.',
      },
    });
  });
});

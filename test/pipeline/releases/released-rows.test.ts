import { expect, it } from 'vitest';
import { releasedRowsWith, type EarlierRelease } from '../../../src/pipeline/releases/read-releases.ts';

/* Of the figures of an earlier release a build wants one in ten: the others are not taken apart. */

const releaseOf = (text: string | undefined) =>
  ({
    files: () => Promise.resolve(text === undefined ? {} : { 'figures.csv': new TextEncoder().encode(text) }),
  }) as unknown as EarlierRelease;
const rows = (text: string | undefined) =>
  releasedRowsWith(releaseOf(text), 'figures', (cellOf) => cellOf('question_id') !== '');

it('gives the rows of which a cell is wanted, by the columns of their day', async () => {
  expect(await rows('question_id,measure,value\r\n,found,3\r\noverall,answered,40\r\n')).toEqual([
    { question_id: 'overall', measure: 'answered', value: '40' },
  ]);
});

it('gives the same where a cell is quoted and holds the end of a line', async () => {
  expect(await rows('measure,question_id,note\r\nfound,,"a\r\nb"\r\nanswered,overall,"c,\r\nd"\r\n')).toEqual(
    [{ measure: 'answered', question_id: 'overall', note: 'c,\r\nd' }],
  );
});

it('gives none where the release had no such table', async () => {
  expect(await rows(undefined)).toEqual([]);
});

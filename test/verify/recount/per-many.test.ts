import { expect, it } from 'vitest';
import type { Row } from '../../../src/verify/read-table.ts';
import { figureKey, type Ground } from '../../../src/verify/recount/ground.ts';
import { recountPerMany } from '../../../src/verify/recount/per-many.ts';

/* A rate per thousand is counted again from the rate itself, on the base on which its interval rests. */

const question = { subject_kind: 'programme', subject_id: 'all', period: 'all', question_id: 'overall' };

function recountOf(rate: Row) {
  const rateRow: Row = { ...question, measure: 'negative_rate', count: '12', base: '4000', ...rate };
  const ground = { figures: new Map([[figureKey(rateRow), rateRow]]) } as unknown as Ground;
  return recountPerMany(ground, { ...question, measure: 'negative_per_1000' });
}

it('is that of the answers where the halls hardly differ', () => {
  expect(recountOf({ deff: '1.2', effective_base: '3333' })).toEqual(recountOf({}));
});

it('is wider where the interval of the rate was widened', () => {
  const [plain, widened] = [recountOf({}), recountOf({ deff: '4', effective_base: '1000' })];
  expect(widened).toMatchObject({ count: 12, base: 4000, value: 3 });
  expect(widened?.low).toBeLessThan(plain?.low ?? 0);
  expect(widened?.high).toBeGreaterThan(plain?.high ?? 0);
});

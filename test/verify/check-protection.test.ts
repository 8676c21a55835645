import { describe, expect, it } from 'vitest';
import { checkProtection } from '../../src/verify/check-protection.ts';
import type { PublicTables, Row } from '../../src/verify/read-table.ts';

/* No number is of fewer people than the programme's own rule allows, be it one that is repeated of an earlier release. */

const found = (tables: Readonly<Partial<Record<'figures' | 'answers' | 'last_told', readonly Row[]>>>) =>
  checkProtection({
    figures: [],
    answers: [],
    last_told: [],
    rules: [{ rule: 'smallest_published_base', value: '10' }],
    ...tables,
  } as unknown as PublicTables).map(({ expected, found: is }) => `${expected}: ${is}`);

describe('checkProtection', () => {
  const few = 'a base of 0, or of 10 and more: 9';

  it('finds a rate, a share of an answer, and either where it is repeated, of too few people', () => {
    expect(found({ figures: [{ measure: 'positive_rate', base: '9', status: 'shown' }] })).toEqual([few]);
    expect(found({ answers: [{ answer_id: 'yes', base: '9', status: 'shown' }] })).toEqual([few]);
    expect(found({ last_told: [{ measure: 'positive_rate', answer_id: '', base: '9' }] })).toEqual([few]);
    expect(found({ last_told: [{ measure: '', answer_id: 'yes', base: '9' }] })).toEqual([few]);
  });

  it('finds nothing where there are enough people, or none, or where findings are counted', () => {
    const told = ['10', '0'].map((base): Row => ({ measure: '', answer_id: 'yes', base }));
    expect(found({ last_told: told, figures: [{ measure: 'on_time_rate', base: '2' }] })).toEqual([]);
  });

  it('finds a number in a row that is withheld', () => {
    expect(found({ answers: [{ answer_id: 'yes', count: '12', status: 'withheld' }] })).toEqual([
      'nothing: it is withheld: 12',
    ]);
  });
});

import type { Difference } from './difference.ts';
import { cell, numberIn, type PublicTables, type Row } from './read-table.ts';

/** Measures that count people, whom a small number could give away. */
const ofPeople = new Set([
  'answered',
  'responses',
  'positive_rate',
  'negative_rate',
  'top_two_rate',
  'favourable_rate',
  'unfavourable_rate',
  'mean_score',
  'net_promoter_score',
  'active_share',
]);

/** Of these the people are the count. */
const counts = new Set(['answered', 'responses']);

const numbers = ['count', 'value', 'share', 'low', 'high'] as const;

/** What is withheld has no number, and no shown number, nor one that is repeated of an earlier release, is of fewer people than the programme's own rule allows. */
export function checkProtection({ figures, answers, last_told, rules }: PublicTables): Difference[] {
  const smallest = Number(
    cell(
      rules.find((row) => cell(row, 'rule') === 'smallest_published_base'),
      'value',
    ),
  );
  const leaks = (table: string, row: Row, base: number | null): Difference[] => {
    const where = `${table} ${Object.values(row).slice(0, 5).join('|')}`;
    const given = numbers.find((column) => cell(row, column) !== '');
    if (cell(row, 'status') === 'withheld' && given !== undefined)
      return [
        {
          check: 'protection',
          where: `${where}, ${given}`,
          expected: 'nothing: it is withheld',
          found: cell(row, given),
        },
      ];
    return base !== null && base > 0 && base < smallest
      ? [
          {
            check: 'protection',
            where,
            expected: `a base of 0, or of ${smallest} and more`,
            found: String(base),
          },
        ]
      : [];
  };
  const ofFigure = (table: string) => (row: Row) => {
    const measure = cell(row, 'measure');
    if (!ofPeople.has(measure) && cell(row, 'answer_id') === '') return [];
    return leaks(table, row, numberIn(row, counts.has(measure) ? 'count' : 'base'));
  };
  return [
    ...answers.flatMap((row) => leaks('answers.csv', row, numberIn(row, 'base'))),
    ...figures.flatMap(ofFigure('figures.csv')),
    ...last_told.flatMap(ofFigure('last_told.csv')),
  ];
}

import type { City } from './city.ts';
import type { Random } from './random.ts';
import type { Hand } from './spellings.ts';

const seasons = [1, 0.7, 1.15, 1.05, 1, 1.05, 1.1, 1.1, 1.2, 0.85, 1.05, 1];
const perResponse = 26;

/** Invents how many cases each department handled in each month of the second cohort. */
export function* transactionsOf(random: Random, city: City, hand: Hand): Generator<string[]> {
  for (const { id, responses, until } of city.departments) {
    if (until !== undefined) continue;
    for (let count = 0; count < 12; count += 1) {
      const month = ((count + 9) % 12) + 1;
      const year = count < 3 ? 2025 : 2026;
      const cases = (responses + 2) * perResponse * (seasons[month - 1] ?? 1) * (0.9 + 0.2 * random.next());
      yield [hand('departments', id), `${year}-${String(month).padStart(2, '0')}`, String(Math.round(cases))];
    }
  }
}

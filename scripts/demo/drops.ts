import { join } from 'node:path';
import type { City } from './city.ts';
import { type Chance, randomFrom } from './random.ts';
import { openRegisters } from './registers.ts';
import { responseHeader, responsesOf } from './responses.ts';
import { officeHand, type Hand } from './spellings.ts';
import { type Dialect, plain, writeTable } from './table-file.ts';
import { transactionsOf } from './transactions.ts';
import { volumesOf } from './volumes.ts';

const transactionsDialect: Dialect = { encoding: 'utf-8', delimiter: '|', lineEnd: '\n' };
const firstWaveShare = 0.54;

/** Writes every drop of a programme into a folder; one without findings or without responses has no drops of them. */
export async function writeDrops(
  folder: string,
  city: City,
  { seed, findings: problems, responses }: { seed: number; findings: number; responses: number },
): Promise<void> {
  const at = (name: string): string => join(folder, name);
  const chance: Chance = (name) => randomFrom(seed, name);
  const handOf = (name: string, ids: number): Hand => officeHand(chance(`hand of ${name}`), city, { ids });

  if (problems > 0) {
    const registers = await openRegisters(at, chance, handOf);
    for (const volume of volumesOf(seed, city, problems)) await registers.add(volume, city);
    await registers.close();
  }

  if (responses === 0) return;
  const first = Math.round(responses * firstWaveShare);
  for (const wave of [
    { year: '2025', days: 365, responses: first, coded: false },
    { year: '2026', days: 273, responses: responses - first, coded: true },
  ] as const) {
    const name = `survey-${wave.year}`;
    const rows = responsesOf(chance(name), city, handOf(name, wave.coded ? 0.85 : 0.05), wave);
    await writeTable(at(`${name}.csv`), plain, responseHeader, rows);
  }
  const handled = transactionsOf(chance('transactions'), city, handOf('transactions', 0.2));
  await writeTable(
    at('transactions.csv'),
    transactionsDialect,
    ['department', 'month', 'transactions'],
    handled,
  );
}

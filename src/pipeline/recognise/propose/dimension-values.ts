import { plainText } from '../../../model/plain-text.ts';
import { channels } from '../../../model/record.ts';
import type { Settings } from '../../../model/settings.ts';
import type { Observed } from './observe.ts';

/** The share of a column's cells that must be names of a list for the column to hold that list. */
const enough = 0.6;

function namesOf(settings: Settings, list: 'departments' | 'halls' | 'services'): Set<string> {
  const names = settings.lookups[list].flatMap(({ id, cells }) => [
    id,
    ...Object.entries(cells).flatMap(([column, value]) =>
      /^(name|short)_/.test(column) && value !== '' ? [value] : [],
    ),
  ]);
  const learnt = settings.spellings.filter((one) => one.list === list).map(({ spelling }) => spelling);
  return new Set([...names, ...learnt].map(plainText));
}

/** Finds the field whose names stand in a column: department, hall, service or channel; null if most cells are none. */
export function dimensionFinder(settings: Settings): (observed: Observed) => string | null {
  const known: readonly (readonly [string, ReadonlySet<string>])[] = [
    ['department', namesOf(settings, 'departments')],
    ['hall', namesOf(settings, 'halls')],
    ['service', namesOf(settings, 'services')],
    ['channel', new Set(channels.flatMap(({ code, zh, en }) => [code, zh, en]).map(plainText))],
  ];
  return ({ counts, filled }) => {
    const share = (names: ReadonlySet<string>) =>
      [...counts].reduce((sum, [cell, count]) => sum + (names.has(plainText(cell)) ? count : 0), 0) /
      Math.max(filled, 1);
    const found = known.find(([, names]) => names.size > 0 && share(names) >= enough);
    return found?.[0] ?? null;
  };
}

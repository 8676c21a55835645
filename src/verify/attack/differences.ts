import { allTime } from '../../model/published.ts';
import { isSurelyFew, isSurelyTelling } from './judge.ts';
import { layersOf, type Layer } from './layer.ts';
import type { Leak } from './leak.ts';
import { numberAt, type State } from './state.ts';
import { people } from './told.ts';

const exactly = (value: number) => ({ low: value, high: value });

/** By how much the numbers of one unit differ between two states, by column, where both tell them. */
function changesOf(layer: Layer, unit: string, before: State, now: State): ReadonlyMap<string, number> {
  return new Map(
    layer.columns.flatMap((column) => {
      const [was, is] = [before, now].map((state) => numberAt(state, layer.name, unit, column));
      return was == null || is == null ? [] : [[column, is - was] as const];
    }),
  );
}

/** Which changes of a unit show a few people: those who came, or whoever a correction moved. */
function fewIn(layer: Layer, unit: string, changes: ReadonlyMap<string, number>, { rules }: State): string[] {
  const isClosed = !unit.endsWith(`|${allTime}`);
  const isCorrected = isClosed || [...changes.values()].some((by) => by < 0);
  const { smallest_published_base: smallest } = rules;
  if (isCorrected)
    return [...changes].flatMap(([column, by]) => (by !== 0 && Math.abs(by) < smallest ? [column] : []));
  const added = changes.get(people);
  if (added === undefined) return [];
  return [
    ...(isSurelyFew(exactly(added), 'perhaps nobody', rules) ? [people] : []),
    ...layer.kinds.flatMap(({ column, telling }) => {
      const by = changes.get(column);
      return by !== undefined && isSurelyTelling(exactly(added), { ...exactly(by), telling }, rules)
        ? [column]
        : [];
    }),
  ];
}

/** Subtracts every release from the next, number by number: no difference may show a few people. */
export function differences(states: readonly State[]): Leak[] {
  return states.slice(1).flatMap((now, place) => {
    const before = states[place];
    if (before === undefined) return [];
    return layersOf(now.asked).flatMap((layer) =>
      [...(now.numbers.get(layer.name)?.keys() ?? [])].flatMap((unit) => {
        const changes = changesOf(layer, unit, before, now);
        return fewIn(layer, unit, changes, now).map((column): Leak => ({
          code: 'between-releases',
          where: `${layer.name || 'responses'} ${unit}${column === people ? '' : ` ${column}`}, release ${before.release} → ${now.release ?? 'now'}`,
          found: String(changes.get(column)),
        }));
      }),
    );
  });
}

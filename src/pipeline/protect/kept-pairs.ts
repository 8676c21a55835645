import { newBlock, type EarlierSurvey, type KeptPairs } from '../../model/earlier-survey.ts';
import type { FamilyProof } from './proof.ts';
import { seam, type SurveyCells } from './survey-cells.ts';
import type { Change, TablePair } from './system.ts';

/** What of the proof of a family is kept for later releases: the pairs of tables, and what their atoms are. */
export function pairsToKeep({ linked, certificates }: FamilyProof): KeptPairs {
  return {
    family: linked.name,
    layer: linked.layer.name,
    leaves: linked.dimensions.map(({ leaves }) => leaves),
    columns: linked.columns,
    pairs: certificates.map(({ low, high }) => ({ low, high })),
  };
}

/** The leaf of today that a leaf of then is: what was new then came with that release. */
function leafNow(leaf: string, isTime: boolean, release: number): string {
  if (!isTime) return leaf;
  const [period = '', block = ''] = leaf.split(seam);
  return `${period}${seam}${block === newBlock ? release : block}`;
}

/** For an atom of then the atom of today; undefined where what it counted is no longer there. */
function atomNow({ linked, time }: SurveyCells, { leaves, columns }: KeptPairs, release: number) {
  const places = linked.dimensions.map(({ leaves: now }) => new Map(now.map((leaf, place) => [leaf, place])));
  return (atom: number): number | undefined => {
    let rest = Math.floor(atom / columns.length);
    const column = linked.columns.indexOf(columns[atom % columns.length] ?? '');
    let cell = 0;
    let step = 1;
    for (let dimension = leaves.length - 1; dimension >= 0; dimension -= 1) {
      const then = leaves[dimension] ?? [];
      const leaf = leafNow(then[rest % then.length] ?? '', dimension === time, release);
      rest = Math.floor(rest / then.length);
      const place = places[dimension]?.get(leaf);
      if (place === undefined || column < 0) return undefined;
      cell += place * step;
      step *= linked.dimensions[dimension]?.leaves.length ?? 1;
    }
    return cell * linked.columns.length + column;
  };
}

/** The pairs of tables that earlier releases kept of a layer, in the atoms of today; the latest release first. */
export function keptPairs(cells: SurveyCells, earlier: readonly EarlierSurvey[]): TablePair[] {
  const { linked } = cells;
  return earlier.toReversed().flatMap(({ release, kept = [] }) =>
    kept
      .filter(
        ({ family, layer, leaves }) =>
          family === linked.name && layer === linked.layer.name && leaves.length === linked.dimensions.length,
      )
      .flatMap((one) => {
        const now = atomNow(cells, one, release);
        const changesNow = (changes: readonly Change[]) =>
          changes.flatMap(([atom, by]): Change[] => {
            const at = now(atom);
            return at === undefined ? [] : [[at, by]];
          });
        return one.pairs
          .map(({ low, high }) => ({
            low: changesNow(low),
            high: changesNow(high),
            whole: low.length + high.length,
          }))
          .filter(({ low, high, whole }) => low.length + high.length === whole);
      }),
  );
}

import type { FamilyProof } from './proof.ts';
import type { SurveyCells } from './survey-cells.ts';

/** Reads the cells of a family out of its proof. */
export function readProof({ linked, tables, blocks, time, sides }: FamilyProof): SurveyCells {
  const counts = new Int32Array(linked.atoms);
  for (const [atom, count] of linked.counts) counts[atom] = count;
  const dimensions = linked.dimensions.map(({ leaves, levels }) => ({
    leaves,
    levels: levels.map((level) => ({ ...level, unnamed: new Set(level.unnamed) })),
  }));
  return { linked: { ...linked, dimensions, counts }, tables, blocks, time, sides };
}

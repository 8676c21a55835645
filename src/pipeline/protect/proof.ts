import type { SurveyTable } from '../../model/survey-table.ts';
import type { Level, Linked } from './linked.ts';
import type { SurveyCells } from './survey-cells.ts';
import type { Certificate } from './system.ts';

/** A level, as it is written down. */
type WrittenLevel = Omit<Level, 'unnamed'> & { readonly unnamed: readonly string[] };

/**
 * Everything that is needed to prove a family safe, as it is written down: the true counts and, for every doubt, two
 * tables that agree with all that is published. Private: it never goes into the site.
 */
export interface FamilyProof {
  readonly linked: Omit<Linked, 'counts' | 'dimensions'> & {
    readonly dimensions: readonly {
      readonly leaves: readonly string[];
      readonly levels: readonly WrittenLevel[];
    }[];
    readonly atoms: number;
    /** The counts that are not nought, by atom. */
    readonly counts: readonly (readonly [atom: number, count: number])[];
  };
  readonly tables: readonly SurveyTable[];
  readonly blocks: readonly string[];
  readonly time: number;
  readonly sides: readonly (readonly number[])[];
  readonly certificates: readonly Certificate[];
}

/** Writes down the proof of a family. */
export function proofOf(
  { linked, ...cells }: SurveyCells,
  certificates: readonly Certificate[],
): FamilyProof {
  const counts = [...linked.counts].flatMap((count, atom) => (count === 0 ? [] : [[atom, count] as const]));
  const dimensions = linked.dimensions.map(({ leaves, levels }) => ({
    leaves,
    levels: levels.map((level) => ({ ...level, unnamed: [...level.unnamed] })),
  }));
  return { ...cells, linked: { ...linked, dimensions, atoms: linked.counts.length, counts }, certificates };
}

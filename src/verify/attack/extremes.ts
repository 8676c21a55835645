import loadHighs from 'highs';
import type { Knowledge } from './knowledge.ts';

/** A table that agrees with everything a reader knows, and how large the sum is that was looked for. */
export interface Table {
  readonly values: Float64Array;
  readonly sum: number;
}

/** Looks for the tables in which sums of unknowns are the largest. */
export interface Search {
  /** The largest sum of unknowns, each times its weight; null where no table agrees with what is known, or none was found in time. */
  readonly largest: (weights: ReadonlyMap<number, number>, numbers: 'any' | 'whole') => Table | null;
  readonly close: () => void;
}

/** Opens a search among the tables that agree with what a reader knows. */
export type Extremes = (knowledge: Knowledge) => Search;

let loading: ReturnType<typeof loadHighs> | undefined;

/** A table in whole numbers is sought among so many branches; a limit in seconds would not give the same every time. */
const mostNodes = 500;

/** Nobody counts more people; where there is no end, there is no largest table. */
const everybody = 1e7;

function matrixOf({ relations, lows }: Knowledge) {
  const starts = new Int32Array(relations.length + 1);
  relations.forEach(({ unknowns }, place) => {
    starts[place + 1] = (starts[place] ?? 0) + unknowns.length;
  });
  return {
    format: 'csr',
    starts,
    indices: Int32Array.from(relations.flatMap(({ unknowns }) => unknowns)),
    values: Float64Array.from(relations.flatMap(({ factors }) => factors)),
    numRows: relations.length,
    numCols: lows.length,
  } as const;
}

/** Opens HiGHS for the attacker. Each search keeps its tables, so that the next sum is found from where the last one was. */
export async function openExtremes(): Promise<Extremes> {
  loading ??= loadHighs();
  const highs = await loading;
  const { modelStatus, variableType, objectiveSense } = highs.constants;
  return (knowledge) => {
    const { lows, highs: uppers, relations } = knowledge;
    const size = lows.length;
    const all = { kind: 'range', from: 0, to: size - 1 } as const;
    const model = highs.createModel({
      numCols: size,
      numRows: relations.length,
      sense: objectiveSense.maximize,
      colCost: new Float64Array(size),
      colLower: lows,
      colUpper: uppers.map((high) => Math.min(high, everybody)),
      rowLower: relations.map(({ low }) => low),
      rowUpper: relations.map(({ high }) => high),
      matrix: matrixOf(knowledge),
    });
    model.options.set({ output_flag: false, random_seed: 1, mip_max_nodes: mostNodes });
    return {
      largest: (weights, numbers) => {
        const costs = new Float64Array(size);
        for (const [unknown, weight] of weights) costs[unknown] = weight;
        model.changeColsCost(all, costs);
        const whole = numbers === 'whole';
        if (whole)
          model.changeColsIntegrality(
            all,
            Array.from(lows, () => variableType.integer),
          );
        const { modelStatus: status } = model.run();
        const isFound = status === modelStatus.optimal;
        const values = isFound ? Float64Array.from(model.getSolution().colValue) : null;
        if (whole) model.clearIntegrality();
        if (values === null) return null;
        let sum = 0;
        for (const [unknown, weight] of weights) sum += weight * (values[unknown] ?? 0);
        return { values, sum };
      },
      close: () => model.dispose(),
    };
  };
}

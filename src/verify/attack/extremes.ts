import loadHighs from 'highs';
import type { Knowledge } from './knowledge.ts';

/** Whole tables that agree with everything a reader knows: the one where a sum of unknowns is the largest. Null where there is none. */
export type Extremes = (
  knowledge: Knowledge,
  weights: ReadonlyMap<number, number>,
  numbers: 'any' | 'whole',
) => { readonly values: Float64Array; readonly sum: number } | null;

let loading: ReturnType<typeof loadHighs> | undefined;

/** A table in whole numbers is sought among so many branches; a limit in seconds would not give the same every time. */
const mostNodes = 500;

/** Opens HiGHS for the attacker. */
export async function openExtremes(): Promise<Extremes> {
  loading ??= loadHighs();
  const highs = await loading;
  const { modelStatus, variableType, objectiveSense } = highs.constants;
  return ({ lows, highs: uppers, relations }, weights, numbers) => {
    const starts = new Int32Array(relations.length + 1);
    relations.forEach(({ unknowns }, place) => {
      starts[place + 1] = (starts[place] ?? 0) + unknowns.length;
    });
    const costs = new Float64Array(lows.length);
    for (const [unknown, weight] of weights) costs[unknown] = weight;
    const model = highs.createModel({
      numCols: lows.length,
      numRows: relations.length,
      sense: objectiveSense.maximize,
      colCost: costs,
      colLower: lows,
      colUpper: uppers,
      rowLower: relations.map(({ low }) => low),
      rowUpper: relations.map(({ high }) => high),
      matrix: {
        format: 'csr',
        starts,
        indices: Int32Array.from(relations.flatMap(({ unknowns }) => unknowns)),
        values: Float64Array.from(relations.flatMap(({ factors }) => factors)),
        numRows: relations.length,
        numCols: lows.length,
      },
      ...(numbers === 'whole'
        ? { integrality: Array.from({ length: lows.length }, () => variableType.integer) }
        : {}),
    });
    try {
      model.options.set({ output_flag: false, random_seed: 1, mip_max_nodes: mostNodes });
      const { modelStatus: status } = model.run();
      if (status !== modelStatus.optimal) return null;
      const values = Float64Array.from(model.getSolution().colValue);
      let sum = 0;
      for (const [unknown, weight] of weights) sum += weight * (values[unknown] ?? 0);
      return { values, sum };
    } finally {
      model.dispose();
    }
  };
}

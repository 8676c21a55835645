import loadHighs from 'highs';

/** A row of a linear programme: what the sum of its columns, each times its factor, may be. */
export interface Row {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** A linear programme: the cheapest values of its columns that keep every row. */
export interface LinearProgramme {
  readonly costs: readonly number[];
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  readonly rows: readonly Row[];
  /** The columns that are whole numbers, where whole numbers are asked for; the others follow from them. */
  readonly counts: readonly number[];
}

/**
 * Solves a linear programme, in whole numbers if so asked: then the first good answer is taken, for the cheapest would
 * take many times as long. Null where nothing keeps every row, or nothing was found within the limits.
 */
export type Solve = (programme: LinearProgramme, numbers: 'any' | 'whole') => Float64Array | null;

function matrixOf(rows: readonly Row[], numCols: number) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, place) => {
    starts[place + 1] = (starts[place] ?? 0) + row.columns.length;
  });
  const size = starts[rows.length] ?? 0;
  const indices = new Int32Array(size);
  const values = new Float64Array(size);
  rows.forEach((row, place) => {
    indices.set(row.columns, starts[place]);
    values.set(row.factors, starts[place]);
  });
  return { format: 'csr', starts, indices, values, numRows: rows.length, numCols } as const;
}

// Limits of one solve. They count steps, for a limit in seconds would not give the same every time.
const mostNodes = 200;
const mostIterations = 5000;

let loading: ReturnType<typeof loadHighs> | undefined;

/** Opens HiGHS. It runs on one thread without a clock, so that the same programme has the same answer everywhere. */
export async function openSolver(): Promise<Solve> {
  loading ??= loadHighs();
  const highs = await loading;
  const { callbackType, modelStatus, variableType } = highs.constants;
  return ({ costs, lows, highs: uppers, rows, counts }, numbers) => {
    const numCols = costs.length;
    const isWhole = new Set(numbers === 'whole' ? counts : []);
    const model = highs.createModel({
      numCols,
      numRows: rows.length,
      colCost: costs,
      colLower: lows,
      colUpper: uppers,
      rowLower: rows.map(({ low }) => low),
      rowUpper: rows.map(({ high }) => high),
      matrix: matrixOf(rows, numCols),
      ...(isWhole.size > 0
        ? {
            integrality: costs.map((_, at) =>
              isWhole.has(at) ? variableType.integer : variableType.continuous,
            ),
          }
        : {}),
    });
    try {
      model.options.set({
        output_flag: false,
        random_seed: 1,
        simplex_iteration_limit: mostIterations,
        mip_max_nodes: mostNodes,
        mip_max_improving_sols: 1,
      });
      const { modelStatus: status } = model.run({
        [callbackType.mipInterrupt](event) {
          if (Number(event.data.mip_total_lp_iterations ?? 0) > mostIterations) event.interrupt();
        },
      });
      const isFound =
        status === modelStatus.optimal || (isWhole.size > 0 && status === modelStatus.solutionLimit);
      return isFound ? model.getSolution().colValue : null;
    } finally {
      model.dispose();
    }
  };
}

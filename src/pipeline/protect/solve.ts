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
}

/** Solves a linear programme, in whole numbers if so asked; null where nothing keeps every row. */
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

/** So many nodes of the search for whole numbers are enough; a limit in seconds would not give the same every time. */
const mostNodes = 2000;

let loading: ReturnType<typeof loadHighs> | undefined;

/** Opens HiGHS. It runs on one thread without a clock, so that the same programme has the same answer everywhere. */
export async function openSolver(): Promise<Solve> {
  loading ??= loadHighs();
  const highs = await loading;
  const { modelStatus, variableType } = highs.constants;
  return ({ costs, lows, highs: uppers, rows }, numbers) => {
    const numCols = costs.length;
    const model = highs.createModel({
      numCols,
      numRows: rows.length,
      colCost: costs,
      colLower: lows,
      colUpper: uppers,
      rowLower: rows.map(({ low }) => low),
      rowUpper: rows.map(({ high }) => high),
      matrix: matrixOf(rows, numCols),
      ...(numbers === 'whole'
        ? { integrality: Array.from({ length: numCols }, () => variableType.integer) }
        : {}),
    });
    try {
      model.options.set({ output_flag: false, mip_max_nodes: mostNodes, random_seed: 1 });
      const { modelStatus: status } = model.run();
      return status === modelStatus.optimal ? model.getSolution().colValue : null;
    } finally {
      model.dispose();
    }
  };
}

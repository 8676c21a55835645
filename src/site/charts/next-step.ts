/** Where the keyboard reader stands: which row, which series. */
export interface Step {
  readonly row: number;
  readonly series: number;
}

/**
 * Moves the keyboard reader by one key: left and right through the rows, up and down through the series, Home and End to the first
 * and last row. Stays at the ends. Null for a key that moves nothing.
 *
 * @example
 * nextStep(null, 'ArrowRight', 12, 3); // => { row: 0, series: 0 }
 * nextStep({ row: 11, series: 0 }, 'ArrowRight', 12, 3); // => { row: 11, series: 0 }
 * nextStep({ row: 3, series: 0 }, 'ArrowDown', 12, 3); // => { row: 3, series: 1 }
 */
export function nextStep(step: Step | null, key: string, rows: number, series: number): Step | null {
  const moves: Readonly<Record<string, readonly [across: number, down: number]>> = {
    ArrowRight: [1, 0],
    ArrowLeft: [-1, 0],
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
    Home: [-Infinity, 0],
    End: [Infinity, 0],
  };
  const move = moves[key];
  if (!move || rows === 0 || series === 0) return null;
  if (!step) return { row: key === 'ArrowLeft' || key === 'End' ? rows - 1 : 0, series: 0 };
  const held = (value: number, last: number) => Math.min(last, Math.max(0, value));
  return { row: held(step.row + move[0], rows - 1), series: held(step.series + move[1], series - 1) };
}

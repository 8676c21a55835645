/** Least width of a small drawing beside others, and the height that each has, its name included, in pixels. */
const leastWidth = 150;
const panelHeight = 116;

/** How small drawings lie beside each other: in how many columns, and how high they are together. */
export interface Panels {
  readonly columns: number;
  readonly height: number;
}

/**
 * Lays small drawings out in as many columns as a width has room for, two at least, since they are to be compared.
 *
 * @example
 * panelsIn(358, 24); // => { columns: 2, height: 1392 }
 * panelsIn(960, 24); // => { columns: 6, height: 464 }
 */
export function panelsIn(width: number, panels: number): Panels {
  const columns = Math.max(2, Math.floor(width / leastWidth));
  return { columns, height: Math.ceil(panels / columns) * panelHeight };
}

/*
 * Where marks are drawn. These are places on paper, never numbers for a reader: those come from the tables.
 */

/**
 * A place or length within a drawing, for an SVG attribute: to a thousandth, which is less than a pixel of any drawing.
 *
 * @example
 * percent(1, 3); // => '33.3%'
 */
export function percent(part: number, whole: number): string {
  return whole > 0 ? `${Math.round((1000 * part) / whole) / 10}%` : '0%';
}

/**
 * A line through numbers that are `step` apart, up to `most` at the top of `height`, for an SVG path; where there is none it breaks. Each
 * point is told from the one before, in whole pixels: a page has hundreds.
 *
 * @example
 * drawnLine([4, 2, null, 0, 1], { step: 5, height: 8, most: 4 }); // => 'M0 0l5 4M15 8l5-2'
 */
export function drawnLine(
  values: readonly (number | null)[],
  { step, height, most }: { readonly step: number; readonly height: number; readonly most: number },
): string {
  const heights = values.map((value) =>
    value === null ? null : Math.round(height - (value / most) * height),
  );
  return heights
    .map((y, place) => {
      const before = heights[place - 1] ?? null;
      if (y === null) return '';
      if (before === null) return `M${place * step} ${y}`;
      return `l${step}${y < before ? '' : ' '}${y - before}`;
    })
    .join('');
}

/** A piece of a bar, from its left end. */
interface Piece {
  readonly name: string;
  readonly x: string;
  readonly width: string;
  /** Where it ends. */
  readonly end: string;
}

/** Lays the parts of a whole end to end along a bar that is `scale` long. Parts of nothing are not drawn. */
export function pieces(parts: readonly (readonly [name: string, size: number])[], scale: number): Piece[] {
  let start = 0;
  const laid: Piece[] = [];
  for (const [name, size] of parts) {
    if (size <= 0) continue;
    const x = percent(start, scale);
    start += size;
    laid.push({ name, x, width: percent(size, scale), end: percent(start, scale) });
  }
  return laid;
}

const millisecondsPerDay = 86_400_000;

/** The place of an ISO date on a line of days. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
}

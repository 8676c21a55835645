import type { FillLook } from './look.ts';
import type { Palette } from './palette.ts';

/** Two colours of a hatch: its stripes, and the ground that they lie on. */
export interface Hatch {
  readonly stripes: string;
  readonly ground: string;
}

/** Side of the square that a hatch repeats, width of its stripes, and their ends: they meet those of the next tile. All in pixels. */
export const hatchTile = { side: 6, stripe: 2.4 } as const;
export const hatchLines = [-hatchTile.side, 0, hatchTile.side].map((shift) => ({
  from: { x: shift - hatchTile.side, y: hatchTile.side * 2 },
  to: { x: shift + hatchTile.side * 2, y: -hatchTile.side },
}));

/** What each pattern was made of: a canvas's pattern does not tell. */
const hatches = new WeakMap<CanvasPattern, Hatch>();

/** The hatch that a pattern shows; undefined for a pattern that was not made here. */
export function hatchOf(pattern: CanvasPattern): Hatch | undefined {
  return hatches.get(pattern);
}

function tileOf({ stripes, ground }: Hatch): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const { side, stripe } = hatchTile;
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.fillStyle = ground;
  context.fillRect(0, 0, side, side);
  context.strokeStyle = stripes;
  context.lineWidth = stripe;
  for (const { from, to } of hatchLines) {
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
  return canvas;
}

/** The paint of a bar: a colour, or a hatch where the state must not rest on colour alone. */
export function fillOf(look: FillLook, { colours }: Palette): string | CanvasPattern {
  if (look.kind === 'solid') return colours[look.colour];
  if (look.kind === 'hollow') return colours[look.ground];
  const hatch = { stripes: colours[look.colour], ground: colours[look.ground] };
  const pattern = document.createElement('canvas').getContext('2d')?.createPattern(tileOf(hatch), 'repeat');
  if (!pattern) return hatch.stripes;
  hatches.set(pattern, hatch);
  return pattern;
}

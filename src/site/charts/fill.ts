import type { FillLook } from './look.ts';
import type { Palette } from './palette.ts';

/** Side of the square that a hatch repeats, and width of its stripe, in pixels. */
const tile = 6;
const stripe = 2.4;

/** A tile whose diagonal stripes meet those of the next tile. */
function hatchTile(colour: string, ground: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = tile;
  canvas.height = tile;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.fillStyle = ground;
  context.fillRect(0, 0, tile, tile);
  context.strokeStyle = colour;
  context.lineWidth = stripe;
  for (const shift of [-tile, 0, tile]) {
    context.beginPath();
    context.moveTo(shift - tile, tile * 2);
    context.lineTo(shift + tile * 2, -tile);
    context.stroke();
  }
  return canvas;
}

/** The paint of a bar: a colour, or a hatch where the state must not rest on colour alone. */
export function fillOf(look: FillLook, { colours }: Palette): string | CanvasPattern {
  if (look.kind === 'solid') return colours[look.colour];
  if (look.kind === 'hollow') return colours[look.ground];
  const pattern = document
    .createElement('canvas')
    .getContext('2d')
    ?.createPattern(hatchTile(colours[look.colour], colours[look.ground]), 'repeat');
  return pattern ?? colours[look.colour];
}

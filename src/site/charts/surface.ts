import { vectorCanvas, vectorElement } from './vector-canvas.ts';
import { writeEachWay } from './write-each-way.ts';

/** What a picture is painted on, in pixels of the page. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  /** How many dots of the file one pixel has. */
  readonly sharpness: number;
  /** Takes over at a place what is drawn on a canvas of its own; what `draw` gives back then tidies up. */
  readonly place: (box: Box, draw: (canvas: HTMLCanvasElement) => () => void) => void;
  /** The finished picture as a file, with its title and its words for a reader who does not see it. */
  readonly toFile: (title: string, words: string) => Promise<Blob>;
}

/** A place in a picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The forms that a picture is saved in, by the ending of the file. */
export type Form = 'png' | 'svg';

function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context) writeEachWay(context);
  return canvas;
}

/** Dots, two to a pixel. */
function png(width: number, height: number): Surface {
  const sharpness = 2;
  const canvas = canvasOf(width * sharpness, Math.ceil(height * sharpness));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('A picture needs a canvas');
  context.scale(sharpness, sharpness);
  return {
    context,
    sharpness,
    place: ({ x, y, width, height }, draw) => {
      const part = canvasOf(width, height);
      const tidy = draw(part);
      context.drawImage(part, x, y, width, height);
      tidy();
    },
    toFile: () =>
      new Promise((resolve, reject) => {
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large'))));
      }),
  };
}

/** Lines and letters, sharp at any size, to be edited further. */
function svg(width: number, height: number): Surface {
  const { context, drawn } = vectorCanvas(width, height);
  return {
    context,
    sharpness: 1,
    place: ({ x, y, width, height }, draw) => {
      const part = vectorCanvas(width, height);
      const tidy = draw(part.canvas);
      const group = vectorElement('g', { transform: `translate(${x} ${y})` });
      group.append(...part.drawn.childNodes);
      drawn.append(group);
      tidy();
    },
    toFile: async (title, words) => {
      const root = vectorElement('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img' });
      root.append(vectorElement('title', {}, title), vectorElement('desc', {}, words), drawn);
      return new Blob([new XMLSerializer().serializeToString(root)], { type: 'image/svg+xml' });
    },
  };
}

/** Opens a surface for each form, of a width and height. */
export const surfaces: Readonly<Record<Form, (width: number, height: number) => Surface>> = { png, svg };

import { hatchLines, hatchOf, hatchTile } from './fill.ts';
import { xmlCharacters } from '../markup/xml.ts';
import { isFromTheRight } from './write-each-way.ts';

/** A canvas, and the SVG of what was painted on it. */
export interface VectorCanvas {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly drawn: SVGGElement;
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element of SVG with its attributes. */
export function vectorElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  text = '',
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = xmlCharacters(text);
  return element;
}

/** Clips and hatches are named within the whole document, in which several canvases may end up. */
let names = 0;
const freshName = (): string => `n${++names}`;

const rounded = (number: number): number => Math.round(number * 100) / 100;

/** A colour as a canvas gives it back, `#rrggbb` or `rgba(…)`, as the attributes that every drawing program reads. */
function colourOf(part: 'fill' | 'stroke', colour: string): Attributes {
  const [, opaque, opacity] = /^rgba\((.+), ([\d.]+)\)$/.exec(colour) ?? [];
  if (opaque === undefined || opacity === undefined) return { [part]: colour };
  return { [part]: `rgb(${opaque})`, [`${part}-opacity`]: opacity };
}

/** A hatch as a pattern of SVG, under a name. */
function hatchElement(pattern: CanvasPattern, id: string): SVGPatternElement | null {
  const hatch = hatchOf(pattern);
  if (!hatch) return null;
  const { side, stripe } = hatchTile;
  const element = vectorElement('pattern', { id, width: side, height: side, patternUnits: 'userSpaceOnUse' });
  const d = hatchLines.map(({ from, to }) => `M${from.x} ${from.y}L${to.x} ${to.y}`).join('');
  element.append(
    vectorElement('rect', { width: side, height: side, fill: hatch.ground }),
    vectorElement('path', { d, stroke: hatch.stripes, 'stroke-width': stripe }),
  );
  return element;
}

const anchors: Readonly<Record<CanvasTextAlign, string>> = {
  start: 'start',
  left: 'start',
  center: 'middle',
  end: 'end',
  right: 'end',
};

/** A text from right to left begins where others end. */
const anchorsFromTheRight = { ...anchors, start: 'end', left: 'end', end: 'start', right: 'start' };

/** In which direction a text is written, and which end of it stands at its place. */
function anchoring(text: string, align: CanvasTextAlign): Attributes {
  if (!isFromTheRight(text)) return { 'text-anchor': anchors[align] };
  return { direction: 'rtl', 'text-anchor': anchorsFromTheRight[align] };
}

/** How far the letters' foot lies below the place that a canvas was given for them. */
function footBelow(context: CanvasRenderingContext2D, text: string): number {
  const ascent = () => context.measureText(text).fontBoundingBoxAscent;
  const { textBaseline } = context;
  const given = ascent();
  context.textBaseline = 'alphabetic';
  const foot = ascent();
  context.textBaseline = textBaseline;
  return foot - given;
}

/** Letters as a canvas holds them, `bold 13px family`, one attribute each: not every program reads them in one. */
function lettersOf(font: string): Attributes {
  const [, weight = '', size = '', family = ''] = /^(?:(\S+) )?([\d.]+)px (.+)$/.exec(font) ?? [];
  const isBold = weight === 'bold' || Number(weight) >= 600;
  return { 'font-family': family, 'font-size': size, ...(isBold ? { 'font-weight': 'bold' } : {}) };
}

/** The path that a canvas is told, in SVG's words; `at` says where a point lies when all shifts and turns are done. */
function pathWriter(at: (x: number, y: number) => string) {
  let d = '';
  const to = (letter: string, ...points: number[]) => {
    const pairs = Array.from({ length: points.length / 2 }, (_, pair) =>
      at(points[pair * 2] ?? 0, points[pair * 2 + 1] ?? 0),
    );
    d += letter + pairs.join(' ');
  };
  const arc = (x: number, y: number, radius: number, from: number, until: number, counter = false) => {
    const turn = Math.PI * 2;
    const asked = until - from;
    const whole = Math.abs(asked) >= turn - 1e-9;
    const sweep = whole ? turn : (((counter ? -asked : asked) % turn) + turn) % turn;
    // Halves, since an arc of SVG cannot close a circle.
    for (const share of [0, 0.5, 1]) {
      const angle = from + sweep * share * (counter ? -1 : 1);
      const end = at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      const size = `${rounded(radius)} ${rounded(radius)}`;
      d += share === 0 ? `${d === '' ? 'M' : 'L'}${end}` : `A${size} 0 0 ${counter ? 0 : 1} ${end}`;
    }
  };
  return {
    written: () => d,
    told: {
      beginPath: () => {
        d = '';
      },
      closePath: () => {
        d += 'Z';
      },
      moveTo: (x: number, y: number) => to('M', x, y),
      lineTo: (x: number, y: number) => to(d === '' ? 'M' : 'L', x, y),
      quadraticCurveTo: (...points: number[]) => to('Q', ...points),
      bezierCurveTo: (...points: number[]) => to('C', ...points),
      rect: (x: number, y: number, width: number, height: number) => {
        to('M', x, y);
        to('L', x + width, y, x + width, y + height, x, y + height);
        d += 'Z';
      },
      arc,
    },
  };
}

/**
 * A canvas that writes down as SVG what is painted on it. Its context stays a canvas's own, which keeps the colours, letters,
 * shifts and turns and measures text; only what would paint is told to SVG instead, as paths and as text that stays text.
 */
export function vectorCanvas(width: number, height: number): VectorCanvas {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('A drawing needs a canvas');
  const drawn = vectorElement('g', {});
  // Within the last group all is cut by the clips that hold now; `kept` is how many groups there were at each save.
  const groups: SVGGElement[] = [drawn];
  const kept: number[] = [];
  const own = { save: context.save.bind(context), restore: context.restore.bind(context) };
  const put = (element: SVGElement) => groups.at(-1)?.append(element);
  const place = (x: number, y: number) => context.getTransform().transformPoint({ x, y });
  const at = (x: number, y: number) => {
    const point = place(x, y);
    return `${rounded(point.x)} ${rounded(point.y)}`;
  };
  const { written, told } = pathWriter(at);

  const paintOf = (part: 'fill' | 'stroke'): Attributes => {
    const style = part === 'fill' ? context.fillStyle : context.strokeStyle;
    if (typeof style === 'string') return colourOf(part, style);
    const id = freshName();
    const hatch = style instanceof CanvasPattern ? hatchElement(style, id) : null;
    if (!hatch) throw new Error('A drawing can be filled with colours and hatches only');
    put(hatch);
    return { [part]: `url(#${id})` };
  };
  const strokeOf = (): Attributes => {
    const dash = context.getLineDash();
    return {
      ...paintOf('stroke'),
      'stroke-width': rounded(context.lineWidth),
      'stroke-linejoin': context.lineJoin,
      'stroke-linecap': context.lineCap,
      ...(dash.length > 0 ? { 'stroke-dasharray': dash.join(' ') } : {}),
    };
  };
  const paint = (attributes: Attributes) => {
    if (written() !== '') put(vectorElement('path', { d: written(), ...attributes }));
  };
  const boxed = (box: [number, number, number, number], attributes: () => Attributes) => {
    told.beginPath();
    told.rect(...box);
    paint(attributes());
  };
  const filled = () => paintOf('fill');
  const outlined = () => ({ fill: 'none', ...strokeOf() });
  const write = (text: string, x: number, y: number, attributes: Attributes) => {
    const point = place(x, y + footBelow(context, text));
    const { a, b } = context.getTransform();
    const turn = rounded((Math.atan2(b, a) * 180) / Math.PI);
    const [left, top] = [rounded(point.x), rounded(point.y)];
    const where = { x: left, y: top, ...anchoring(text, context.textAlign) };
    const turned: Attributes = turn === 0 ? {} : { transform: `rotate(${turn} ${left} ${top})` };
    put(vectorElement('text', { ...where, ...turned, ...lettersOf(context.font), ...attributes }, text));
  };

  Object.assign(context, {
    ...told,
    save: () => {
      own.save();
      kept.push(groups.length);
    },
    restore: () => {
      own.restore();
      groups.length = kept.pop() ?? 1;
    },
    clip: () => {
      const id = freshName();
      const clip = vectorElement('clipPath', { id });
      clip.append(vectorElement('path', { d: written() }));
      const group = vectorElement('g', { 'clip-path': `url(#${id})` });
      put(clip);
      put(group);
      groups.push(group);
    },
    clearRect: () => groups.at(-1)?.replaceChildren(),
    fill: () => paint(filled()),
    stroke: () => paint(outlined()),
    fillRect: (...box: [number, number, number, number]) => boxed(box, filled),
    strokeRect: (...box: [number, number, number, number]) => boxed(box, outlined),
    fillText: (text: string, x: number, y: number) => write(text, x, y, filled()),
    strokeText: (text: string, x: number, y: number) => write(text, x, y, outlined()),
  });
  return { canvas, context, drawn };
}

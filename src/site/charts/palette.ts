const tokens = [
  'paper',
  'ink',
  'ink2',
  'rule',
  'rule2',
  'ok',
  'aw',
  'awt',
  'ov',
  'pr',
  'no',
  'tr',
  'band',
  'bar',
  'g1',
  'g2',
  'g3',
  'g5',
] as const;

/** The name of a colour of the design, without its dashes. */
export type Token = (typeof tokens)[number];

/** The colours and letters of the page as they hold now, in this theme. */
export interface Palette {
  readonly colours: Readonly<Record<Token, string>>;
  readonly family: string;
  /** Size of labels in the drawing, in pixels: the smallest size of the design. */
  readonly size: number;
}

/** The share of the root's letter size that labels in a drawing take: the token --t0. */
const labelSize = 0.8125;

/** Reads the palette from the computed custom properties of an element. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const colours = Object.fromEntries(
    tokens.map((token) => [token, style.getPropertyValue(`--${token}`).trim()]),
  ) as Record<Token, string>;
  return { colours, family: style.fontFamily, size: Math.round(root * labelSize) };
}

/** Reads the palette as paper shows it, whatever the theme: a picture that is passed on is read on white. */
export function lightPaletteOf(element: Element): Palette {
  const { dataset } = document.documentElement;
  const theme = dataset.theme;
  dataset.theme = 'light';
  const palette = paletteOf(element);
  if (theme === undefined) delete dataset.theme;
  else dataset.theme = theme;
  return palette;
}

/** The letters of the drawing as a canvas takes them. */
export function fontOf({ family, size }: Palette, weight: 'normal' | 'bold'): string {
  return `${weight} ${size}px ${family}`;
}

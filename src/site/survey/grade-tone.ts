import { sideAt, type Sides } from '../../model/sides.ts';

/** How a piece of a bar is drawn: 1 to 3 are good, the best the darkest; 4 is hatched and 5 black; 0 is a middle. */
export type GradeTone = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * How the answer at a place is drawn, of so many, best first.
 *
 * @example
 * [0, 1, 2, 3, 4].map((place) => gradeTone(place, 5, { favourable: 3, unfavourable: 2 })); // => [1, 2, 3, 4, 5]
 * [0, 1, 2, 3, 4].map((place) => gradeTone(place, 5, { favourable: 2, unfavourable: 2 })); // => [1, 2, 0, 4, 5]
 * [0, 1, 2].map((place) => gradeTone(place, 3, { favourable: 1, unfavourable: 1 })); // => [1, 0, 5]
 */
export function gradeTone(place: number, answers: number, sides: Sides): GradeTone {
  switch (sideAt(place, answers, sides)) {
    case 'favourable':
      return place === 0 ? 1 : place === 1 ? 2 : 3;
    case 'unfavourable':
      return place === answers - 1 ? 5 : 4;
    default:
      return 0;
  }
}

/** The class and the filling of a piece. */
export function toneFill(tone: GradeTone): { readonly name: string; readonly fill: string | undefined } {
  return { name: tone === 0 ? 'f-tr' : `f-g${tone}`, fill: tone === 4 ? 'url(#hg)' : undefined };
}

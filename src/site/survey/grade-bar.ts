import type { Sides } from '../../model/sides.ts';
import type { Answer } from './answers.ts';
import { percent } from '../drawing.ts';
import { formatCount } from '../words/format.ts';
import { gradeTone, toneFill } from './grade-tone.ts';
import { answerKey } from './survey.ts';
import { xmlText } from '../markup/xml.ts';

/** A piece narrower than this has no room for its count; the table beside it has it. */
const roomForCount = 0.09;

/**
 * The answers to one question as a bar, as markup, best first; a count stands in each piece that has room, unless it is `bare`: then the
 * row has every count beside the bar. Every page of a service has a dozen of them: they are put together here, without components.
 */
export function gradeBar(answers: readonly Answer[], sides: Sides, { bare = false } = {}): string {
  const base = answers[0]?.base ?? 0;
  let end = 0;
  const pieces = answers.map((answer, place) => {
    const { count, share } = answer;
    const tone = gradeTone(place, answers.length, sides);
    const x = percent(end, base);
    end += count ?? 0;
    const { name, fill } = toneFill(tone);
    const piece = `<rect class="${name}"${fill === undefined ? '' : ` fill="${fill}"`} width="${percent(end, base)}" height="24"></rect>`;
    if (bare || count === null || (share ?? 0) < roomForCount || place >= sides.favourable)
      return { piece, label: '' };
    const cell = xmlText(`answers:${answerKey(answer)}:count`);
    const label = `<text class="x${tone}" data-cell="${cell}" x="${x}" dx="6" y="16.5">${formatCount(count)}</text>`;
    return { piece, label };
  });
  // Each piece is drawn from the left end over the longer one after it: one length for each, where a place and a width were two.
  const drawn = pieces.map(({ piece }) => piece).toReversed();
  const labels = pieces.map(({ label }) => label);
  return `<svg class="bar" width="100%" height="24" aria-hidden="true">${[...drawn, ...labels].join('')}</svg>`;
}

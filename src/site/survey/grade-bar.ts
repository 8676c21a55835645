import type { Answer } from './answers.ts';
import { percent } from '../drawing.ts';
import { formatCount } from '../words/format.ts';
import { answerKey } from './survey.ts';
import { xmlText } from '../markup/xml.ts';

/** A piece narrower than this has no room for its count; the table beside it has it. */
const roomForCount = 0.09;

/**
 * The five grades of one question as a bar, as markup, in their fixed order; a count stands in each piece that has room. Every page of
 * a service has a dozen of them: they are put together here, without components.
 */
export function gradeBar(answers: readonly Answer[]): string {
  const base = answers[0]?.base ?? 0;
  let start = 0;
  const pieces = answers.map((answer, place) => {
    const { count, share } = answer;
    const grade = place + 1;
    const x = percent(start, base);
    start += count ?? 0;
    const fill = grade === 4 ? ' fill="url(#hg)"' : '';
    const piece = `<rect class="f-g${grade}"${fill} x="${x}" width="${percent(count ?? 0, base)}" height="24"></rect>`;
    if (count === null || (share ?? 0) < roomForCount || place >= 3) return piece;
    const cell = xmlText(`answers:${answerKey(answer)}:count`);
    return `${piece}<text class="x${grade}" data-cell="${cell}" x="${x}" dx="6" y="16.5">${formatCount(count)}</text>`;
  });
  return `<svg class="bar" width="100%" height="24" aria-hidden="true">${pieces.join('')}</svg>`;
}

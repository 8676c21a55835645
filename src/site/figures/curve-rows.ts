import { horizons, longestHorizon } from '../../model/horizon.ts';
import type { PublishedRow } from '../../model/published.ts';
import { cellMarkup } from '../markup/cell-markup.ts';
import { text } from '../i18n/text.ts';
import { xmlText } from '../markup/xml.ts';

/* The rows of the table of a curve, as markup. A department has dozens of them: they are put together here, without components. */

/** A step of a curve. */
export type CurveStep = PublishedRow<'curves'> & { readonly day: number };

/** A day on which a curve takes a step, with where both curves stand then, and how many problems were still watched. */
export interface CurveRow {
  readonly first: CurveStep;
  readonly confirmed: CurveStep | undefined;
  readonly claimed: CurveStep | undefined;
  readonly watched: CurveStep | undefined;
}

/** Up to this day a page shows every step of a curve. */
const daily = horizons[1];

/** Of how many days a page shows the last step: of each one, then of each week, then of two. One of the weeks ends with the last day that is asked for. */
function stretchOf(day: number): string {
  if (day <= daily) return `day ${day}`;
  return day <= longestHorizon
    ? `week ${Math.ceil((day - longestHorizon) / 7)}`
    : `fortnight ${Math.ceil((day - longestHorizon) / 14)}`;
}

/**
 * The rows of a curve as a page shows them: every step of the first month, then the last of each week, and past the last day that is
 * asked for of each fortnight. After years something happened on nearly every day of two hundred, and nobody reads two hundred rows.
 *
 * @example
 * const on = (day) => ({ first: { day } });
 * const shown = thinnedSteps([29, 30, 40, 46, 54, 60, 61, 74, 75].map(on));
 * shown.map(({ first }) => first.day); // => [29, 30, 46, 60, 74, 75]
 */
export function thinnedSteps<Row extends { readonly first: { readonly day: number } }>(
  rows: readonly Row[],
): Row[] {
  return rows.filter(({ first }, place) => {
    const next = rows[place + 1];
    return next === undefined || stretchOf(next.first.day) !== stretchOf(first.day);
  });
}

/** A number of a step, as markup; nothing where there is none. */
export function stepCell(
  step: CurveStep | undefined,
  column: 'day' | 'share' | 'low' | 'high' | 'at_risk',
): string {
  if (step === undefined) return '';
  const row = [step.subject_kind, step.subject_id, step.measure, step.day].join('|');
  const isEnd = column === 'low' || column === 'high';
  return cellMarkup({
    table: 'curves',
    row,
    column,
    value: step[column],
    ...(isEnd || column === 'share' ? { base: null } : {}),
    ...(isEnd ? { part: column } : {}),
  });
}

function bandOf(step: CurveStep | undefined, language: string): string {
  if (step === undefined || step.low === null || step.high === null) return '';
  const { share } = text(language);
  return [
    `<span class="sm nu"> <span class="vh">${xmlText(share.range)}</span>${stepCell(step, 'low')}`,
    `<span aria-hidden="true">–</span><span class="vh">${xmlText(share.to)}</span>${stepCell(step, 'high')}</span>`,
  ].join('');
}

/** A row of the table: the day, the share that is confirmed fixed with its band, the share that is said to be, and how many are watched. */
export function curveRow({ first, confirmed, claimed, watched }: CurveRow, language: string): string {
  return [
    `<tr><th scope="row" class="r">${stepCell(first, 'day')}</th>`,
    `<td class="r">${stepCell(confirmed, 'share')}${bandOf(confirmed, language)}</td>`,
    `<td class="r">${stepCell(claimed, 'share')}</td>`,
    `<td class="r">${stepCell(watched, 'at_risk')}</td></tr>`,
  ].join('');
}

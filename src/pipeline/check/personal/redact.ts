import { wordsIn } from '../../../model/words.ts';
import { personalKinds } from './kinds.ts';
import type { Place } from './place.ts';

function rewrite(text: string, places: readonly Place[], put: (place: Place) => string): string {
  let at = 0;
  const parts = places.flatMap((place) => {
    const before = text.slice(at, place.start);
    at = place.end;
    return [before, put(place)];
  });
  return [...parts, text.slice(at)].join('');
}

/**
 * A text with the kind of each place in brackets instead of what stood there: the proposal that a person accepts or
 * corrects.
 *
 * @example
 * redact('请打13800138000。', [{ kind: 'phone', start: 2, end: 13 }], 'zh'); // => '请打［电话号码］。'
 * redact('call 617-635-4500', [{ kind: 'phone', start: 5, end: 17 }], 'en'); // => 'call [telephone]'
 */
export function redact(text: string, places: readonly Place[], language: string): string {
  return rewrite(text, places, ({ kind }) => {
    const word = wordsIn(personalKinds[kind], language);
    return language.startsWith('zh') ? `［${word}］` : `[${word}]`;
  });
}

/** Enough to find a place by, too little to know what stands there. */
function veil(text: string): string {
  const signs = [...text];
  const shown = signs.length > 6 ? 3 : 1;
  return `${signs.slice(0, shown).join('')}${'*'.repeat(Math.min(signs.length - shown, 4))}`;
}

/**
 * A text whose places can be found by eye but not read: a report may be mailed.
 *
 * @example
 * veilPlaces('请打13800138000。', [{ kind: 'phone', start: 2, end: 13 }]); // => '请打【138****】。'
 */
export function veilPlaces(text: string, places: readonly Place[]): string {
  return rewrite(text, places, ({ start, end }) => `【${veil(text.slice(start, end))}】`);
}

/** How many characters are shown on each side of a place. */
const around = 12;

/** A stretch of text between places, its middle left out where it is long. */
function stretch(text: string, hasBefore: boolean, hasAfter: boolean): string {
  const kept = (hasBefore ? around : 0) + (hasAfter ? around : 0);
  if (text.length <= kept) return text;
  const head = hasBefore ? text.slice(0, around) : '';
  const tail = hasAfter ? text.slice(text.length - around) : '';
  return `${head}…${tail}`;
}

/**
 * The places of a text, veiled, with a few characters around each.
 *
 * @example
 * excerpt('请打13800138000。', [{ kind: 'phone', start: 2, end: 13 }]); // => '请打【138****】。'
 */
export function excerpt(text: string, places: readonly Place[]): string {
  const parts = places.map(({ start, end }, position) => {
    const before = places[position - 1]?.end;
    return `${stretch(text.slice(before ?? 0, start), before !== undefined, true)}【${veil(text.slice(start, end))}】`;
  });
  return parts.join('') + stretch(text.slice(places.at(-1)?.end ?? 0), true, false);
}

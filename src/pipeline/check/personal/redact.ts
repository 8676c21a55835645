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

/** The surroundings of each place, veiled, one after the other. */
export function excerpts(text: string, places: readonly Place[]): string[] {
  return places.map((place) => {
    const from = Math.max(0, place.start - around);
    const to = Math.min(text.length, place.end + around);
    const near = places
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ kind, start, end }) => ({ kind, start: start - from, end: end - from }));
    const inside = veilPlaces(text.slice(from, to), near);
    return `${from > 0 ? '…' : ''}${inside}${to < text.length ? '…' : ''}`;
  });
}

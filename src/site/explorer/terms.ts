/*
 * Into which pieces a text is cut so that it can be found. Chinese has no spaces: every two characters that stand side
 * by side are a piece, so that a word is found wherever a dictionary would have cut. The same rules hold for the index
 * and for what a reader types.
 */

const run = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
const han = /\p{Script=Han}/u;

/** Marks a piece that is made of initials, so that it is no word. */
export const initialsMark = '·';

/** How many initials make a piece. `number-pieces.ts` is written for three. */
const initialsLength = 3;

/** A text as it is compared: width, case and accents make no difference. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether a run is one of Chinese characters. */
export const isChinese = (oneRun: string): boolean => han.test(oneRun);

/**
 * The runs of a text, as it is compared: of Chinese characters, or of letters and digits.
 *
 * @example
 * runsOf('社保卡，Café'); // => ['社保卡', 'cafe']
 */
export function runsOf(text: string): string[] {
  return plain(text).match(run) ?? [];
}

function sliding(characters: readonly string[], length: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at + length <= characters.length; at += 1) {
    let piece = '';
    for (let next = at; next < at + length; next += 1) piece += characters[next] ?? '';
    pieces.push(piece);
  }
  return pieces;
}

/**
 * The pieces of a text: pairs of Chinese characters, a lone one, words, numbers. An index has more (`number-pieces.ts`): the single
 * characters of titles, and initials.
 *
 * @example
 * termsOf('社保卡补换 App'); // => ['社保', '保卡', '卡补', '补换', 'app']
 */
export function termsOf(text: string): string[] {
  return runsOf(text).flatMap((one) => {
    if (!isChinese(one)) return [one];
    const characters = [...one];
    return characters.length === 1 ? characters : sliding(characters, 2);
  });
}

/** A piece that is looked for: as it stands, or as the beginning of a word. */
export interface Wanted {
  readonly term: string;
  readonly as: 'whole' | 'beginning';
}

/** What a finding must have: one of several ways to have it. */
export type Demand = readonly (readonly Wanted[])[];

function initialsDemand(letters: string): Wanted[] {
  if (letters.length < initialsLength) return [{ term: initialsMark + letters, as: 'beginning' }];
  return sliding([...letters], initialsLength).map((term) => ({ term: initialsMark + term, as: 'whole' }));
}

function demandOf(one: string): Demand {
  if (isChinese(one)) return [termsOf(one).map((term) => ({ term, as: 'whole' }))];
  const word: Wanted[] = [{ term: one, as: one.length > 1 ? 'beginning' : 'whole' }];
  return /^[a-z]{2,}$/.test(one) ? [word, initialsDemand(one)] : [word];
}

/**
 * What a finding must have to answer what a reader typed: every run of it, letters either as a word that begins so or
 * as initials of pinyin.
 *
 * @example
 * demandsOf('排队').map(([way]) => way.map(({ term }) => term)); // => [['排队']]
 * demandsOf('sbk').map((ways) => ways.map((way) => way.map(({ term }) => term))); // => [[['sbk'], ['·sbk']]]
 */
export function demandsOf(typed: string): Demand[] {
  return runsOf(typed).map(demandOf);
}

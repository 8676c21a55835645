import { keeping } from '../keeping.ts';
import { initialsMark, isChinese, runsOf } from './terms.ts';

/** A run of a text: a word, or the numbers of Chinese characters. */
type Run = string | readonly number[];

/** The pieces of many texts by number, from 0, in the order in which they first came. */
export interface Pieces {
  /** Cuts a text into runs. Of these come the numbers of its pieces: one that stands in it twice is there twice. */
  readonly cut: (text: string) => Run[];
  /** Pairs of Chinese characters, lone ones, words, numbers. */
  readonly termsOf: (runs: readonly Run[]) => number[];
  /** Single Chinese characters, by which a title is found when only one is typed. */
  readonly charactersOf: (runs: readonly Run[]) => number[];
  /** Every three initials of pinyin that stand side by side: `·sbk` for 社保卡. */
  readonly initialTermsOf: (runs: readonly Run[]) => number[];
  /** What has been numbered: each piece at the place of its number. */
  readonly names: readonly string[];
}

/** Characters after this one take two places in a text. */
const lastOfOnePlace = 0xffff;

/** The characters of a text by their numbers. An iterator over them takes several times as long. */
function codesOf(text: string): number[] {
  const codes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    codes.push(code);
    if (code > lastOfOnePlace) at += 1;
  }
  return codes;
}

const isWord = (run: Run) => typeof run === 'string';

/**
 * Numbers the pieces of texts, cut by the rules of `terms.ts`. Without `initialOf` there are none of initials.
 *
 * A large register has ten million of them, few of which are new: each is looked up by its characters, one after the other, as making
 * a text of it to look it up takes longer.
 *
 * @example
 * const { cut, termsOf, names } = numberPieces();
 * [termsOf(cut('社保卡 App 社保')), names]; // => [[0, 1, 2, 0], ['社保', '保卡', 'app']]
 */
export function numberPieces(initialOf?: (character: string) => string): Pieces {
  const names: string[] = [];
  const numberOf = keeping((piece: string) => names.push(piece) - 1);
  const single = keeping((code: number) => numberOf(String.fromCodePoint(code)));
  const pairFrom = keeping((one: number) =>
    keeping((other: number) => numberOf(String.fromCodePoint(one, other))),
  );
  const initial = keeping((code: number) => initialOf?.(String.fromCodePoint(code)) ?? '');
  const threeFrom = keeping((one: string) =>
    keeping((two: string) =>
      keeping((three: string) => numberOf(initialsMark + `${one}${two}${three}`.toLowerCase())),
    ),
  );
  return {
    names,
    cut: (text) => runsOf(text).map((run) => (isChinese(run) ? codesOf(run) : run)),
    termsOf: (runs) => {
      const found: number[] = [];
      for (const run of runs) {
        if (isWord(run)) found.push(numberOf(run));
        else if (run.length === 1) found.push(single(run[0] ?? 0));
        else for (let at = 1; at < run.length; at += 1) found.push(pairFrom(run[at - 1] ?? 0)(run[at] ?? 0));
      }
      return found;
    },
    charactersOf: (runs) => runs.flatMap((run) => (isWord(run) ? [] : run.map(single))),
    initialTermsOf: (runs) => {
      if (initialOf === undefined) return [];
      const found: number[] = [];
      for (const run of runs) {
        const letters = isWord(run) ? [] : run.map(initial);
        for (let at = 2; at < letters.length; at += 1)
          found.push(threeFrom(letters[at - 2] ?? '')(letters[at - 1] ?? '')(letters[at] ?? ''));
      }
      return found;
    },
  };
}

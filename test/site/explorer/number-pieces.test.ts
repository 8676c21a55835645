import { describe, expect, it } from 'vitest';
import { numberPieces } from '../../../src/site/explorer/number-pieces.ts';
import { demandsOf, runsOf, termsOf } from '../../../src/site/explorer/terms.ts';
import { fc } from '../../seeded-checks.ts';

/** Texts as they come: Chinese, with wide signs, rare characters of two places, accents, words and numbers. */
const texts = fc.array(
  fc.oneof(
    fc.constantFrom('社保卡', '补换', '，', '（', '𠮷', '𡃁', 'ＡＰＰ', 'Café', '12', ' ', 'が', '한', '・'),
    fc.string({ maxLength: 3, unit: 'grapheme' }),
  ),
  { maxLength: 12 },
);

const initials: Readonly<Record<string, string>> = { 社: 'S', 保: 'B', 卡: 'K', 补: 'B', 换: 'H' };
const initialOf = (character: string) => initials[character] ?? '#';

describe('numberPieces', () => {
  it('numbers the pieces that a reader’s words are cut into', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 4 }), (several) => {
        const { cut, termsOf: numbersOf, names } = numberPieces();
        for (const text of several.map((parts) => parts.join('')))
          expect(numbersOf(cut(text)).map((number) => names[number])).toEqual(termsOf(text));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  it('numbers every single Chinese character, and every three initials that stand side by side', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const { cut, charactersOf, initialTermsOf, names } = numberPieces(initialOf);
        const runs = cut(parts.join(''));
        const chinese = runsOf(parts.join('')).filter((run) => /\p{Script=Han}/u.test(run));
        expect(charactersOf(runs).map((number) => names[number])).toEqual(chinese.flatMap((run) => [...run]));
        expect(initialTermsOf(runs).map((number) => names[number])).toEqual(
          chinese.flatMap((run) => {
            const letters = [...run].map((character) => initialOf(character).toLowerCase());
            return letters.slice(2).map((_, at) => `·${letters.slice(at, at + 3).join('')}`);
          }),
        );
      }),
    );
  });

  it('has the initials that a reader types', () => {
    const { cut, initialTermsOf, names } = numberPieces(initialOf);
    initialTermsOf(cut('社保卡补换'));
    const [[, wanted] = []] = demandsOf('sbkbh');
    expect(wanted?.map(({ term }) => term)).toEqual(names);
  });

  it('has no initials where nobody knows them', () => {
    const { cut, initialTermsOf, names } = numberPieces();
    expect(initialTermsOf(cut('社保卡'))).toEqual([]);
    expect(names).toEqual([]);
  });
});

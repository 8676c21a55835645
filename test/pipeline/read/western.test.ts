import { describe, expect, it } from 'vitest';
import { westernFit } from '../../../src/pipeline/read/western.ts';

describe('westernFit', () => {
  it.each([
    { description: 'letters of a word', text: 'Café Müller', counted: 2, fits: 2 },
    { description: 'a word in capitals', text: 'ÉCOLE MÜNCHEN', counted: 2, fits: 2 },
    { description: 'a word of one letter', text: 'à Ó y', counted: 2, fits: 2 },
    { description: 'a capital amid small letters', text: 'opini—n cafŽ CafÈ', counted: 2, fits: 0 },
    { description: 'a word mostly of such letters', text: 'Ïðèâåò', counted: 6, fits: 0 },
    { description: 'quotation marks and dashes in their place', text: '“yes” – «no» …', counted: 6, fits: 6 },
    { description: 'the same out of their place', text: 'a“b c”d', counted: 2, fits: 0 },
    { description: 'English contractions', text: 'don’t we’ve it’s', counted: 3, fits: 3 },
    { description: 'degrees and currencies beside a number', text: '20°, €5, 5 m²', counted: 3, fits: 3 },
    { description: 'a currency sign in a word', text: 'a€b', counted: 1, fits: 0 },
    { description: 'what proves nothing', text: 'a\u00a0b o’clock word—word', counted: 0, fits: 0 },
    { description: 'ASCII', text: 'plain', counted: 0, fits: 0 },
  ])('$description', ({ text, counted, fits }) => {
    expect(westernFit(text)).toEqual({ counted, fits });
  });
});

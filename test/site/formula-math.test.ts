import { describe, expect, it } from 'vitest';
import { measures } from '../../src/model/measure.ts';
import { formulaMath } from '../../src/site/formula-math.ts';

describe('formulaMath', () => {
  it('writes a fraction as MathML, with its words in the language of the page', () => {
    expect(formulaMath('"confirmed" / "found"', 'zh')).toBe(
      '<math><mfrac><mtext>确认</mtext><mtext>发现</mtext></mfrac></math>',
    );
    expect(formulaMath('"confirmed"', 'en')).toBe('<math><mtext>confirmed</mtext></math>');
  });

  it('keeps a word that it does not know', () => {
    expect(formulaMath('"other" x', 'zh')).toContain('<mtext>other</mtext>');
  });

  it('keeps markup in a word as text', () => {
    expect(formulaMath('"<b>"', 'en')).toBe('<math><mtext>&lt;b></mtext></math>');
  });

  it('writes signs as signs', () => {
    expect(formulaMath('min {t : S(t) <= 0.5}', 'en')).toContain('<mo>≤</mo>');
    expect(formulaMath('bar x +- t s / sqrt n', 'en')).toContain('<msqrt><mi>n</mi></msqrt>');
  });

  it('sums above and below the stroke of a fraction, never one term alone', () => {
    for (const { measure, formula } of measures) {
      for (const [part] of formulaMath(formula, 'en').matchAll(/<mfrac>.*?<\/mfrac>/g)) {
        expect(part, measure).not.toMatch(/<mo[^>]*>∑<\/mo><\/mfrac>/);
      }
    }
    const weighted = measures.find(({ measure }) => measure === 'positive_rate_weighted');
    expect(formulaMath(weighted?.formula ?? '', 'en')).toMatch(/^<math><mfrac>.*<\/mfrac><\/math>$/);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables } from './public-tables.ts';

/* The names of measures come from the tables, so the tables are written first and the module is loaded after. */

let formulaMath: (typeof import('../../src/site/formula-math.ts'))['formulaMath'];

beforeAll(async () => {
  const measures = [
    { measure: 'confirmed', name_zh: '确认已整改', name_en: 'Confirmed fixed' },
    { measure: 'found', name_zh: '发现', name_en: 'Found <all>' },
  ];
  process.env['ZHAOCHA_TABLES'] = writeTables({ measures });
  ({ formulaMath } = await import('../../src/site/formula-math.ts'));
});

describe('formulaMath', () => {
  it('writes a fraction as MathML, with the names of the measures in the language of the page', () => {
    expect(formulaMath('"confirmed" / "found"', 'zh')).toBe(
      '<math><mfrac><mtext>确认已整改</mtext><mtext>发现</mtext></mfrac></math>',
    );
    expect(formulaMath('"confirmed"', 'en')).toBe('<math><mtext>Confirmed fixed</mtext></math>');
  });

  it('writes other words in the language of the page too', () => {
    expect(formulaMath('"median" x', 'zh')).toContain('<mtext>中位数</mtext>');
    expect(formulaMath('"median" x', 'en')).toContain('<mtext>median</mtext>');
  });

  it('keeps markup in a name as text', () => {
    expect(formulaMath('"found"', 'en')).toBe('<math><mtext>Found &lt;all></mtext></math>');
  });

  it('writes signs as signs', () => {
    expect(formulaMath('min {t : S(t) <= 0.5}', 'en')).toContain('<mo>≤</mo>');
    expect(formulaMath('bar x +- t s / sqrt n', 'en')).toContain('<msqrt><mi>n</mi></msqrt>');
  });
});

import { describe, expect, it } from 'vitest';
import { xmlText } from '../../../src/site/markup/xml.ts';
import { scriptJson } from '../../../src/site/markup/script-json.ts';
import { fc } from '../../seeded-checks.ts';

describe('xmlText', () => {
  it('leaves nothing that XML reads as markup, and nothing that it cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(xmlText(text)).not.toMatch(/[<>"]|&(?!(lt|gt|amp|quot);)/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant.
        expect(xmlText(text)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
    );
  });

  it('leaves out half a character', () => {
    expect(xmlText('\ud800x\udc00')).toBe('x');
    expect(xmlText('𠮷')).toBe('𠮷');
  });
});

describe('scriptJson', () => {
  it('says the same data in a text that cannot end a script', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const text = scriptJson(data);
        expect(text).not.toMatch(/[<>&]/);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });
});

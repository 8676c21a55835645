import { describe, expect, it } from 'vitest';
import { filled } from '../../../src/site/markup/filled.ts';

describe('filled', () => {
  it('puts markup where the names stand, whatever is in it, and shows the rest as text', () => {
    expect(filled('{b} < {a}', { a: '<i>$&</i>', b: '{a}' })).toBe('{a} &lt; <i>$&</i>');
  });

  it('refuses a name that nothing is given for', () => {
    expect(() => filled('due {date}', { day: '1' })).toThrow('filled needs “date” for: due {date}');
  });
});

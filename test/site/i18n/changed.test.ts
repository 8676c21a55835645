import { describe, expect, it } from 'vitest';
import { changed } from '../../../src/site/i18n/changed.ts';

const inCapitals = (message: string) => message.toUpperCase();

describe('a part of a dictionary that is changed', () => {
  it('has every message in it changed, in lists and groups and those that depend on a number', () => {
    const part = { one: 'yes', some: ['a', { b: 'b' }], count: (count: number) => `${count} rows` };
    const { one, some, count } = changed(part, inCapitals);
    expect([one, some, count(3)]).toEqual(['YES', ['A', { b: 'B' }], '3 ROWS']);
  });

  it('leaves what a message is given: a department of officers keeps its name', () => {
    const named = changed((name: string, found: string) => `${name}: ${found} found by ${name}`, inCapitals);
    expect(named('Police officers', 'twelve')).toBe('Police officers: twelve FOUND BY Police officers');
  });

  it('leaves it also where a dictionary is changed twice', () => {
    const once = changed((name: string) => `of ${name}`, inCapitals);
    expect(changed(once, (message) => `${message}!`)('Tax')).toBe('OF Tax!');
  });
});

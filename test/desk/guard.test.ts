import { describe, expect, it } from 'vitest';
import { cookieIn, isSecret, newSecret, refusalAt, strangerAt, type Door } from '../../src/desk/guard.ts';

const door: Door = {
  authority: '127.0.0.1:4700',
  cookie: { name: 'desk-4700', value: 'right' },
  framed: false,
};
const host = '127.0.0.1:4700';
const cookie = 'desk-4700=right';
const origin = 'http://127.0.0.1:4700';

describe('refusalAt', () => {
  it.each([
    { description: 'a page that is opened', method: 'GET', headers: { host, cookie }, refused: null },
    {
      description: 'a form that is sent',
      method: 'POST',
      headers: { host, cookie, origin, 'sec-fetch-site': 'same-origin' },
      refused: null,
    },
    {
      description: 'a name that leads here',
      method: 'GET',
      headers: { host: 'evil.example:4700', cookie },
      refused: 'host',
    },
    {
      description: 'localhost by name',
      method: 'GET',
      headers: { host: 'localhost:4700', cookie },
      refused: 'host',
    },
    {
      description: 'another port',
      method: 'GET',
      headers: { host: '127.0.0.1:80', cookie },
      refused: 'host',
    },
    { description: 'no host at all', method: 'GET', headers: { cookie }, refused: 'host' },
    {
      description: 'a form of another page',
      method: 'POST',
      headers: { host, cookie, origin: 'https://evil.example' },
      refused: 'origin',
    },
    {
      description: 'a form of a page without origin',
      method: 'POST',
      headers: { host, cookie, origin: 'null' },
      refused: 'origin',
    },
    {
      description: 'a form that hides where it is',
      method: 'POST',
      headers: { host, cookie },
      refused: 'origin',
    },
    {
      description: 'a form of a page on another port of this machine',
      method: 'POST',
      headers: { host, cookie, origin: 'http://127.0.0.1:5000', 'sec-fetch-site': 'same-site' },
      refused: 'origin',
    },
    {
      description: 'a link on another page',
      method: 'GET',
      headers: { host, cookie, 'sec-fetch-site': 'cross-site' },
      refused: 'origin',
    },
    {
      description: 'a frame on another port of this machine',
      method: 'GET',
      headers: { host, cookie, 'sec-fetch-site': 'same-site' },
      refused: 'origin',
    },
    { description: 'no cookie', method: 'GET', headers: { host }, refused: 'session' },
    {
      description: 'a wrong cookie',
      method: 'GET',
      headers: { host, cookie: 'desk-4700=wrong' },
      refused: 'session',
    },
    {
      description: 'the cookie of another desk',
      method: 'GET',
      headers: { host, cookie: 'desk-4701=right' },
      refused: 'session',
    },
  ])('$description: $refused', ({ method, headers, refused }) => {
    expect(refusalAt(door, { method, headers })).toBe(refused);
  });

  it('lets a page of the desk frame a site that nothing can be changed through, and no form reach it', () => {
    const framed = { ...door, framed: true };
    const headers = { host, cookie, 'sec-fetch-site': 'same-site' };
    expect(refusalAt(framed, { method: 'GET', headers })).toBe(null);
    expect(
      refusalAt(framed, { method: 'POST', headers: { ...headers, origin: 'http://127.0.0.1:5000' } }),
    ).toBe('origin');
  });

  it('asks those who come with an opening link for no cookie, but where they come from', () => {
    expect(strangerAt(door, { method: 'GET', headers: { host } })).toBe(null);
    expect(strangerAt(door, { method: 'GET', headers: { host, 'sec-fetch-site': 'cross-site' } })).toBe(
      'origin',
    );
  });
});

describe('secrets', () => {
  it('are long, and never the same', () => {
    const many = new Set(Array.from({ length: 100 }, newSecret));
    expect(many.size).toBe(100);
    for (const one of many) expect(one).toMatch(/^[\w-]{43}$/);
  });

  it('are compared whole', () => {
    expect(isSecret('abc', 'abc')).toBe(true);
    for (const wrong of ['', 'ab', 'abcd', 'ABC']) expect(isSecret(wrong, 'abc')).toBe(false);
  });

  it('are read from a cookie by its whole name', () => {
    expect(cookieIn('my-desk=no; desk=yes; x=y', 'desk')).toBe('yes');
    expect(cookieIn('desks=no', 'desk')).toBe('');
  });
});

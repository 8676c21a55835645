import { describe, expect, it } from 'vitest';
import { contentTypes } from '../../src/model/hosted.ts';
import { hostHeaders, nginxHeaders } from '../../src/site/headers.ts';

/*
 * The configuration for nginx as nginx reads it: of the blocks with an expression the first that fits, else the server's
 * own headers. It was tried on nginx 1.22 with the demonstration site; here no nginx is needed.
 */

const base = '/city/';
const conf = nginxHeaders(base, ['', 'en/']);

interface Block {
  readonly match: RegExp;
  readonly inside: string;
}

const blocks: Block[] = [...conf.matchAll(/^location ~ "(.+)" \{([^}]*)\}/gm)].map(
  ([, match = '', inside = '']) => ({
    match: new RegExp(match),
    inside,
  }),
);

const serverLevel = conf.replaceAll(/^location .*\{[^}]*\}/gm, '').replaceAll(/^#.*/gm, '');

const headersIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/add_header (\S+) "([^"]*)" always;/g)].map(([, name, value]) => [name, value]),
  );

const headersOf = (path: string) =>
  headersIn(blocks.find(({ match }) => match.test(base + path))?.inside ?? serverLevel);

describe('the headers for nginx', () => {
  it.each([
    ['a page', 'departments/hrss/', 'no-cache', undefined],
    ['a table', 'data/latest/findings.csv', 'no-cache', '*'],
    ['a table of a release', 'data/releases/3/findings.csv', 'public, max-age=31536000, immutable', '*'],
    ['a script', '_astro/charts.DBX.js', 'public, max-age=31536000, immutable', undefined],
    [
      'a piece of the register',
      'en/explorer/2ff3/rows/3.json',
      'public, max-age=31536000, immutable',
      undefined,
    ],
    ['a hall with the name of such a folder', 'halls/explorer/', 'no-cache', undefined],
    ['the record of a finding', 'findings/2025-001/finding.json', 'no-cache', '*'],
    ['where the search begins', 'pagefind/pagefind-entry.json', 'no-cache', undefined],
  ])('say how long a copy of %s may be kept and who may read it', (_, path, cache, origin) => {
    const headers = headersOf(path);
    expect(headers['Cache-Control']).toBe(cache);
    expect(headers['Access-Control-Allow-Origin']).toBe(origin);
  });

  it('have the policy and its companions wherever a file may be', () => {
    const everywhere = Object.keys(headersIn(serverLevel)).filter((name) => name !== 'Cache-Control');
    expect(everywhere).toContain('Content-Security-Policy');
    const answering = blocks.filter(({ inside }) => !inside.includes('return 404'));
    expect(answering).toHaveLength(3);
    for (const { inside } of answering)
      expect(Object.keys(headersIn(inside))).toEqual(expect.arrayContaining(everywhere));
  });

  it('give nothing whose name begins with a dot, but what is well known', () => {
    const hidden = blocks.find(({ inside }) => inside.includes('return 404'));
    expect(hidden?.match.test('/city/.git/config')).toBe(true);
    expect(hidden?.match.test('/city/.well-known/security.txt')).toBe(false);
  });

  it('close every block that they open', () => {
    const plain = conf.replaceAll(/^#.*$/gm, '').replaceAll(/"[^"]*"/g, '');
    expect(plain.split('{')).toHaveLength(plain.split('}').length);
    for (const line of plain.split('\n').map((each) => each.trim())) expect(line).toMatch(/^$|[;{}]$/);
  });

  it('send each language to its own page for what is not there', () => {
    expect(conf).toContain('error_page 404 /city/404.html;');
    expect(conf).toContain('location /city/en/ { error_page 404 /city/en/404/; }');
  });

  it('know the kinds of files', () => {
    for (const [ending, type] of Object.entries(contentTypes)) expect(conf).toContain(`  ${type} ${ending};`);
  });
});

it('the headers for other hosts keep what never changes for ever', () => {
  const rules = hostHeaders('/', ['', 'en/']);
  for (const path of ['/_astro/*', '/en/explorer/*', '/data/releases/*'])
    expect(rules).toContain(`${path}\n  Cache-Control: public, max-age=31536000, immutable`);
});

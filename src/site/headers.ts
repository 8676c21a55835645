/*
 * What a host should say with the files of the site. The policy lets nothing run, load or send that is not a file of
 * this very host; no script stands in a page. WebAssembly may run, and comes from here as well: the search of the site is
 * made of it, and 'wasm-unsafe-eval' allows nothing else. Frames around the site are allowed on purpose: figures may be embedded,
 * and there is nothing here that a click could change.
 */

/** The content security policy of every page. */
export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

type Headers = readonly (readonly [name: string, value: string])[];

const everywhere: Headers = [
  ['Content-Security-Policy', policy],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
];

/** Files whose names change with what is in them. */
const forEver: Headers = [['Cache-Control', 'public, max-age=31536000, immutable']];

/** Tables that programs on other hosts may read. */
const open: Headers = [['Access-Control-Allow-Origin', '*']];

const named = ['_astro', 'explorer'];

/** A folder wherever the site has it: for the main language and below the folder of each other one. */
const lines = (headers: Headers, write: (name: string, value: string) => string) =>
  headers.map(([name, value]) => write(name, value)).join('\n');

/** The headers as Netlify and Cloudflare Pages read them, for a site that lies at `base`. */
export function hostHeaders(base: string, folders: readonly string[]): string {
  const rule = (path: string, headers: Headers) =>
    `${base}${path}\n${lines(headers, (name, value) => `  ${name}: ${value}`)}\n`;
  return [
    rule('*', everywhere),
    rule('data/*', open),
    rule('findings/:finding/finding.json', open),
    ...folders.flatMap((folder) => named.map((name) => rule(`${folder}${name}/*`, forEver))),
  ].join('\n');
}

/** The headers as nginx reads them, to be included in a `server` block. A block with headers of its own drops the outer ones, so each has them all. */
export function nginxHeaders(base: string): string {
  const say = (headers: Headers, indent: string) =>
    lines(headers, (name, value) => `${indent}add_header ${name} "${value}" always;`);
  return `# include this file inside the server block that serves the site
gzip_static on;
${say(everywhere, '')}
location ~ "^${base}(.*/)?(${named.join('|')})/" {
${say([...everywhere, ...forEver], '  ')}
}
location ~ "^${base}(data/|findings/[^/]+/finding\\.json$)" {
${say([...everywhere, ...open], '  ')}
}
`;
}

import { cacheControl, contentTypes, foreverFolders, foreverPattern } from '../model/hosted.ts';

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

const forever: Headers = [['Cache-Control', cacheControl.forever]];
const changing: Headers = [['Cache-Control', cacheControl.changing]];

/** Tables that programs on other hosts may read. */
const open: Headers = [['Access-Control-Allow-Origin', '*']];

const lines = (headers: Headers, write: (name: string, value: string) => string) =>
  headers.map(([name, value]) => write(name, value)).join('\n');

/**
 * The headers as Netlify and Cloudflare Pages read them, for a site that lies at `base`. They ask for changed files by
 * themselves, and would join a second `Cache-Control` to the first.
 */
export function hostHeaders(base: string, folders: readonly string[]): string {
  const rule = (path: string, headers: Headers) =>
    `${base}${path}\n${lines(headers, (name, value) => `  ${name}: ${value}`)}\n`;
  return [
    rule('*', everywhere),
    rule('data/*', open),
    rule('findings/:finding/finding.json', open),
    ...folders.flatMap((folder) => foreverFolders.map((name) => rule(`${folder}${name}/*`, forever))),
  ].join('\n');
}

const spoken = Object.entries(contentTypes)
  .map(([ending, type]) => `  ${type} ${ending};`)
  .join('\n');

const texts = [...new Set(Object.values(contentTypes))]
  .filter((type) => /^text\/|json$|xml$|javascript$|yaml$/.test(type) && type !== 'text/html')
  .join(' ');

/**
 * What nginx needs, to be included in a `server` block that says where the site lies: kinds of files, packed copies,
 * how long copies may be kept, and the headers. A block with headers of its own drops the outer ones, so each has them
 * all. Languages each have a page for what is not there.
 */
export function nginxHeaders(base: string, folders: readonly string[]): string {
  const say = (headers: Headers, indent = '  ') =>
    lines(headers, (name, value) => `${indent}add_header ${name} "${value}" always;`);
  const location = (match: string, headers: Headers) =>
    `location ${match} {\n${say([...everywhere, ...headers])}\n}`;
  const notFound = folders
    .filter((folder) => folder !== '')
    .map((folder) => `location ${base}${folder} { error_page 404 ${base}${folder}404/; }`);
  return `# nginx, 1.13 or newer. Copy this file to the server and include it in a block such as
#
#   server {
#     listen 443 ssl;
#     server_name example.org;
#     ssl_certificate     /etc/nginx/example.org.crt;
#     ssl_certificate_key /etc/nginx/example.org.key;
#     root /srv/zhaocha;
#     include /etc/nginx/zhaocha.conf;
#   }
#
# Packed copies come from npm run compress. With the brotli module: brotli_static on;

index index.html;
absolute_redirect off;
server_tokens off;
default_type application/octet-stream;
types {
${spoken}
}
charset utf-8;
charset_types ${texts};
gzip_static on;
gzip on;
gzip_vary on;
gzip_min_length 1024;
gzip_types ${texts};

error_page 404 ${base}404.html;
${notFound.join('\n')}

${say([...everywhere, ...changing], '')}
location ~ "/\\.(?!well-known/)" { return 404; }
${location(`~ "^${base}data/releases/"`, [...open, ...forever])}
${location(`~ "^${base}${foreverPattern}"`, forever)}
${location(`~ "^${base}(data/|findings/[^/]+/finding\\.json$)"`, [...open, ...changing])}
`;
}

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

type Headers = Readonly<Record<string, string>>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webmanifest': 'application/manifest+json',
  '.zip': 'application/zip',
};

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** The path of an address as it was asked for; null where it is no address at all. */
function pathOf(address: string): string | null {
  try {
    return decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '/');
  } catch {
    return null;
  }
}

/** The file that an address means, which never lies outside the folder; a folder means the index in it. */
function fileFor(folder: string, path: string): string | null {
  const file = resolve(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  return path.startsWith('/') && !path.includes('\0') && file.startsWith(folder + sep) ? file : null;
}

async function send(response: ServerResponse, code: number, file: string, headers: Headers): Promise<void> {
  response.writeHead(code, {
    ...headers,
    'content-type': types[extname(file)] ?? 'application/octet-stream',
  });
  if (headers['content-encoding'] === 'gzip') await pipeline(createReadStream(file), createGzip(), response);
  else await pipeline(createReadStream(file), response);
}

/** Answers a request with the file of a folder that it asks for, as a plain static host does, with some headers on every file (and packed where they say so). */
export async function serveFolder(
  folder: string,
  headers: Headers,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const root = resolve(folder);
  const path = pathOf(request.url ?? '/');
  const file = path === null ? null : fileFor(root, path);
  if (path === null || file === null) {
    response.writeHead(400).end();
  } else if (await isFile(file)) {
    await send(response, 200, file, headers);
  } else if (!path.endsWith('/') && (await isFile(join(file, 'index.html')))) {
    response.writeHead(301, { location: encodeURI(`${path}/`) }).end();
  } else if (await isFile(join(root, '404.html'))) {
    await send(response, 404, join(root, '404.html'), headers);
  } else {
    response.writeHead(404).end();
  }
}

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, version } from '../../scripts/console.ts';
import { serveDesk, type ServedDesk } from '../../src/desk/serve.ts';

/** A desk that is open for a test, on a folder of its own. */
export interface OpenedDesk extends ServedDesk {
  readonly folder: string;
  readonly data: string;
  readonly out: string;
  /** Waits until nothing is being done. */
  readonly idle: () => Promise<void>;
}

/** The moment at which everything on a desk of a test is done. */
export const moment = new Date(2026, 4, 1, 12, 0, 0);

/** Opens a desk on a copy of a programme folder. */
export async function openedDesk(programme: string): Promise<OpenedDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-desk-'));
  const [data, out] = [join(folder, 'data'), join(folder, 'site')];
  await cp(programme, data, { recursive: true });
  const served = await serveDesk({
    root,
    data,
    out,
    version,
    cache: join(folder, 'cache'),
    now: () => moment,
  });
  const { work } = served.desk;
  return {
    ...served,
    folder,
    data,
    out,
    idle: async () => {
      if (work.running() === null) return;
      await new Promise<void>((ended) => {
        const leave = work.watch((running) => {
          if (running !== null) return;
          leave();
          ended();
        });
      });
    },
    close: async () => {
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What came back of a request. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * Asks as no browser would: with any header, and as much of a body as is wanted. Gives the answer as soon as it is there,
 * however much was still to be sent.
 */
export function ask(
  origin: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    body = [],
    isWhole = true,
  }: {
    readonly method?: string;
    readonly headers?: OutgoingHttpHeaders;
    readonly body?: readonly (string | Buffer)[];
    readonly isWhole?: boolean;
  } = {},
): Promise<Answered> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(pieces).toString('utf8'),
        });
        asking.destroy();
      });
    });
    asking.on('error', reject);
    asking.flushHeaders();
    for (const piece of body) asking.write(piece);
    if (isWhole) asking.end();
  });
}

/** Enters by an opening link, as a browser does; gives the cookie that it sets. */
export async function enter({ origin, link }: ServedDesk): Promise<string> {
  const { headers } = await ask(origin, new URL(link()).pathname);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** A form with one file, as a browser sends it. */
export function fileForm(name: string, content: string): { type: string; body: string } {
  const boundary = '----desk';
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n--${boundary}--\r\n`,
  };
}

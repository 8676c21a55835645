import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { policy } from '../site/headers.ts';
import { clearArrivals } from './drop-files.ts';
import { openDesk, type Desk, type DeskOptions } from './desk.ts';
import { cookieIn, isSecret, newSecret, refusalAt, strangerAt, type Door, type Refusal } from './guard.ts';
import { check } from './actions/check.ts';
import { begin } from './perform.ts';
import { answer, type Places } from './answer.ts';
import { serveFolder } from './serve-folder.ts';

/** A desk that is open. */
export interface ServedDesk {
  readonly desk: Desk;
  /** Where it stands, without a slash at the end. */
  readonly origin: string;
  /** A link that opens it in a browser; each works once. */
  readonly link: () => string;
  readonly close: () => Promise<void>;
}

/** Only this machine can reach it. */
const host = '127.0.0.1';

const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

const refusals: Readonly<Record<Refusal, string>> = {
  host: '这个地址不是工作台的。\nThis is not the address of the desk.\n',
  origin: '别的网页不能使用工作台；什么也没有做。\nNo other page may use the desk; nothing was done.\n',
  session:
    '请用终端里的链接打开工作台；在终端按回车，会给一个新的。\nOpen the desk by the link in the terminal; press Enter there for a new one.\n',
};

function refuse(response: ServerResponse, why: Refusal): void {
  response.writeHead(403, { ...headers, 'content-type': 'text/plain; charset=utf-8' }).end(refusals[why]);
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(port, host, ready);
  });
  return `${host}:${(server.address() as AddressInfo).port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

/** A server for a site that pages of the desk show in a frame: nothing can be changed through it. */
function siteServer(folder: string, doorOf: () => Door, desk: () => string): Server {
  return createServer((request, response) => {
    const refusal = refusalAt(doorOf(), request);
    if (refusal !== null) {
      refuse(response, refusal);
      return;
    }
    const own = { ...headers, 'content-security-policy': `${policy}; frame-ancestors http://${desk()}` };
    serveFolder(folder, own, request, response).catch(() => response.destroy());
  });
}

/**
 * Opens a desk on this machine: the desk itself, and the live site and the preview each on a port of its own, since their
 * pages have absolute addresses. All of them answer only to the cookie that an opening link has set.
 */
export async function serveDesk(options: DeskOptions, port = 0): Promise<ServedDesk> {
  const desk = openDesk(options);
  await clearArrivals(options.data);
  const session = newSecret();
  const links = new Set<string>();
  const at = { desk: '', live: '', made: '' };
  const cookie = { name: 'desk', value: session };
  const doorOf = (authority: string, framed: boolean): Door => ({ authority, cookie, framed });

  const enter = (key: string, request: IncomingMessage, response: ServerResponse): void => {
    const known = [...links].find((link) => isSecret(key, link));
    if (known === undefined && !isSecret(cookieIn(request.headers.cookie, cookie.name), session)) {
      refuse(response, 'session');
      return;
    }
    links.delete(known ?? '');
    const set = `${cookie.name}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    response.writeHead(303, { ...headers, location: '/', 'set-cookie': set }).end();
  };

  const places = (): Places => ({ live: `http://${at.live}`, made: `http://${at.made}` });
  const listener: RequestListener = (request, response) => {
    const door = doorOf(at.desk, false);
    const key = /^\/open\/([\w-]+)$/.exec(request.url ?? '')?.[1];
    const refusal = key === undefined ? refusalAt(door, request) : strangerAt(door, request);
    if (refusal !== null) refuse(response, refusal);
    else if (key !== undefined) enter(key, request, response);
    else
      answer(desk, places(), headers, request, response).catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
  };
  const servers = {
    desk: createServer(listener),
    live: siteServer(
      options.out,
      () => doorOf(at.live, true),
      () => at.desk,
    ),
    made: siteServer(
      desk.previewSite,
      () => doorOf(at.made, true),
      () => at.desk,
    ),
  };
  at.desk = await listen(servers.desk, port);
  at.live = await listen(servers.live, 0);
  at.made = await listen(servers.made, 0);
  cookie.name = `desk-${at.desk.split(':')[1]}`;
  await begin(desk, check, { fields: async () => new URLSearchParams(), files: async () => [] });
  const origin = `http://${at.desk}`;
  return {
    desk,
    origin,
    link: () => {
      const key = newSecret();
      links.add(key);
      return `${origin}/open/${key}`;
    },
    close: async () => {
      await Promise.all(Object.values(servers).map(closed));
    },
  };
}

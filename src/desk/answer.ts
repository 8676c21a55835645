import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { Action, Sent } from './action.ts';
import { check } from './actions/check.ts';
import { decide } from './actions/decide.ts';
import { placeWaiting } from './actions/place-waiting.ts';
import { preview } from './actions/preview.ts';
import { putBack } from './actions/put-back.ts';
import { release } from './actions/release.ts';
import { rollback } from './actions/rollback.ts';
import { setAsideDrop } from './actions/set-aside-drop.ts';
import { takeLayout } from './actions/take-layout.ts';
import { upload } from './actions/upload.ts';
import { deskStand, type Desk } from './desk.ts';
import { arrivalFolder } from './drop-files.ts';
import { cookieIn } from './guard.ts';
import { pageFor } from './page-for.ts';
import { begin } from './perform.ts';
import { isTooLarge, mostBytes, receiveFiles } from './receive-files.ts';
import { renderPage } from './render-page.ts';
import { viewOf, type View } from './view.ts';

/** Where the two sites are served that the desk shows side by side. */
export interface Places {
  readonly live: string;
  readonly made: string;
}

type Headers = Readonly<Record<string, string>>;

/** What the forms of the pages may ask for, by the last part of their address. */
const actions: Readonly<Record<string, Action>> = {
  check,
  decide,
  'place-waiting': placeWaiting,
  preview,
  'put-back': putBack,
  release,
  rollback,
  'set-aside': setAsideDrop,
  'take-layout': takeLayout,
  upload,
};

const languageCookie = 'desk-language';

/** Fields of a form, all of them together: the longest is the draft of a redaction. */
const mostFieldBytes = 4_000_000;

async function fieldsOf(request: IncomingMessage): Promise<URLSearchParams> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostFieldBytes)
      throw new Error('the fields of a form of the desk are longer than any can be');
    pieces.push(piece);
  }
  return new URLSearchParams(Buffer.concat(pieces).toString('utf8'));
}

/** Nothing but our own style, script and pictures; frames hold the two sites alone; nobody may put us into a frame. */
function policyFor({ live, made }: Places): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    `frame-src ${live} ${made}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** What the pages are dressed in: the tokens of the site, the sheet for staff, and what only the desk has. */
function style(root: string): string {
  const files = ['src/site/styles/tokens.css', 'src/site/styles/staff.css', 'src/desk/desk.css'];
  return files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
}

/** The files that every page of the desk names. */
function partOf(root: string, path: string): { readonly type: string; readonly text: string } | null {
  if (path === '/desk.css') return { type: 'text/css; charset=utf-8', text: style(root) };
  if (path === '/desk.js') {
    const source = readFileSync(join(root, 'src/desk/in-browser.ts'), 'utf8');
    return { type: 'text/javascript; charset=utf-8', text: stripTypeScriptTypes(source) };
  }
  if (path !== '/favicon.svg') return null;
  return { type: 'image/svg+xml', text: readFileSync(join(root, 'src/site/public/favicon.svg'), 'utf8') };
}

/** Tells every step of what is being done, and its end, to a page that waits. */
function sendProgress({ work }: Desk, view: View, headers: Headers, response: ServerResponse): void {
  response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
  const send = (running: ReturnType<typeof work.running>) => {
    if (running === null) response.end('event: end\ndata: \n\n');
    else response.write(`data: ${view.words(running.step).replaceAll(/\s+/g, ' ')}\n\n`);
  };
  if (work.running() === null) send(null);
  else response.on('close', work.watch(send));
}

/** An address of the desk itself, where a parameter names one. */
function ownAddress(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : '/';
}

async function perform(
  desk: Desk,
  address: URL,
  headers: Headers,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const view = await viewOf(desk, '/', cookieIn(request.headers.cookie, languageCookie));
  const { say } = view;
  const action = actions[address.pathname.slice('/do/'.length)];
  const tell = async (code: number, why: string, back: string) => {
    // What is still being sent is passed over, so that the browser comes to read the answer.
    request.resume();
    const html = await renderPage({ page: 'refused', props: { view: { ...view, path: back }, why, back } });
    response.writeHead(code, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(html);
  };
  if (action === undefined) return tell(404, say('没有这样的事。', 'There is no such thing to do.'), '/');
  if (isTooLarge(request))
    return tell(
      413,
      say(
        `文件太大：一次合计不超过 ${mostBytes / 1e9} GB。什么也没有收。更大的请直接复制到 data/drops/。`,
        `Too large: ${mostBytes / 1e9} GB in all at once. Nothing was taken. Copy larger files into data/drops/ yourself.`,
      ),
      '/',
    );
  const busy = say(
    '正在做别的事，也许是在另一个窗口里。这里什么也没有做；等它做完再来。',
    'Something else is being done, perhaps in another window. Nothing was done here; wait until it has ended.',
  );
  if (desk.work.running() !== null) return tell(409, busy, action.page);
  if (address.searchParams.get('stand') !== (await deskStand(desk)))
    return tell(
      409,
      say(
        '这一页打开之后，数据或进度变过，也许是在另一个窗口里。这里什么也没有做。',
        'Since this page was opened the data or the work have moved on, perhaps in another window. Nothing was done here.',
      ),
      action.page,
    );
  const sent: Sent = {
    fields: () => fieldsOf(request),
    files: async () => receiveFiles(request, await arrivalFolder(desk.options.data)),
  };
  if (!(await begin(desk, action, sent))) return tell(409, busy, action.page);
  request.resume();
  response.writeHead(303, { ...headers, location: action.page }).end();
}

/** Answers a request that has passed the guard. */
export async function answer(
  desk: Desk,
  places: Places,
  common: Headers,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = { ...common, 'content-security-policy': policyFor(places) };
  const address = new URL(request.url ?? '/', 'http://desk');
  const { pathname, searchParams } = address;
  if (request.method === 'POST') return perform(desk, address, headers, request, response);
  const chosen = cookieIn(request.headers.cookie, languageCookie);
  if (pathname === '/language/zh' || pathname === '/language/en') {
    const set = `${languageCookie}=${pathname.slice(-2)}; HttpOnly; SameSite=Strict; Path=/`;
    response
      .writeHead(303, { ...headers, location: ownAddress(searchParams.get('to')), 'set-cookie': set })
      .end();
    return;
  }
  const part = partOf(desk.options.root, pathname);
  if (part !== null) {
    response.writeHead(200, { ...headers, 'content-type': part.type }).end(part.text);
    return;
  }
  const view = await viewOf(desk, pathname + address.search, chosen);
  if (pathname === '/progress') return sendProgress(desk, view, headers, response);
  const page = await pageFor(desk, places, address, view);
  const { say } = view;
  const html = await renderPage(
    page ?? {
      page: 'refused',
      props: { view, why: say('没有这一页。', 'There is no such page.'), back: '/' },
    },
  );
  response
    .writeHead(page === null ? 404 : 200, { ...headers, 'content-type': 'text/html; charset=utf-8' })
    .end(html);
}

import { open } from 'node:fs/promises';
import { longestSilence, mostRedirects } from './limits.ts';
import { Refusal } from './refusal.ts';

/** What fetching keeps to. */
export interface FetchLimits {
  /** Bytes that a file may still have. */
  readonly bytes: number;
  readonly silence?: number;
}

/** The refusal of a file that a host does not have. */
export class NoSuchFile extends Refusal {}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`;

const silent = (address: string, milliseconds: number) =>
  new Refusal({
    zh: `${address} 超过 ${Math.ceil(milliseconds / 1000)} 秒没有回应`,
    en: `${address} did not answer for ${Math.ceil(milliseconds / 1000)} seconds`,
  });

/** Gives up on an address that says nothing for so long; each sign of life begins the time anew. */
function patience(milliseconds: number) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), milliseconds);
  return {
    signal: stop.signal,
    heard: () => timer.refresh(),
    end: () => clearTimeout(timer),
  };
}

const reasons: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOTFOUND: ['没有这个主机', 'there is no such host'],
  EAI_AGAIN: ['查不到主机', 'the host cannot be looked up'],
  ECONNREFUSED: ['主机拒绝连接', 'the host refused the connection'],
  ECONNRESET: ['连接中断', 'the connection broke off'],
  UND_ERR_SOCKET: ['连接中断', 'the connection broke off'],
  UND_ERR_CONNECT_TIMEOUT: ['连接超时', 'connecting took too long'],
};

/** Whether a host says that there is no such file, and not that it is in trouble. */
const isGone = (status: number) => status === 404 || status === 410;

/** Why an address cannot be reached, as far as the network says. */
function unreachable(address: string, error: unknown): Refusal {
  const { code = '', message = '' } = (error as { cause?: { code?: string; message?: string } }).cause ?? {};
  const [zh, en] = reasons[code] ?? [code || message, code || message];
  return new Refusal({ zh: `连不上 ${address}：${zh}`, en: `${address} cannot be reached: ${en}` });
}

/** Whether a redirection stays with who was asked: on the same host, or from plain to encrypted there, never back. */
function isSamePublisher(from: URL, to: URL): boolean {
  if (to.protocol === from.protocol) return to.host === from.host;
  return to.hostname === from.hostname && from.protocol === 'http:' && to.protocol === 'https:';
}

/** Asks for an address and follows it on its own host: another host is another publisher, whom nobody has named. */
async function respond(address: string, signal: AbortSignal): Promise<Response> {
  let at = new URL(address);
  for (let step = 0; step <= mostRedirects; step += 1) {
    const response = await fetch(at, { redirect: 'manual', signal });
    const to = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (to === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(to, at)) break;
    const next = new URL(to, at);
    if (!isSamePublisher(at, next))
      throw new Refusal({
        zh: `${address} 转到了另一个主机 ${next.origin}；若确实搬了，请改用新地址`,
        en: `${address} leads to another host, ${next.origin}; if it has moved, give the new address`,
      });
    at = next;
  }
  throw new Refusal({ zh: `${address} 转来转去没有尽头`, en: `${address} redirects without end` });
}

/** Gives the pieces of the file at an address. */
export async function* fetchPieces(
  address: string,
  { bytes: most, silence = longestSilence }: FetchLimits,
): AsyncGenerator<Uint8Array, void> {
  const waiting = patience(silence);
  const tooLarge = new Refusal({
    zh: `${address} 超过 ${megabytes(most)}，没有读完`,
    en: `${address} is larger than ${megabytes(most)} and was not read`,
  });
  try {
    const response = await respond(address, waiting.signal);
    if (!response.ok || response.body === null)
      throw new (isGone(response.status) ? NoSuchFile : Refusal)({
        zh: `${address} 拿不到（${response.status}）`,
        en: `${address} is not to be had (${response.status})`,
      });
    if (Number(response.headers.get('content-length') ?? 0) > most) throw tooLarge;
    let read = 0;
    for await (const piece of response.body) {
      waiting.heard();
      read += piece.length;
      if (read > most) throw tooLarge;
      yield piece;
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw waiting.signal.aborted ? silent(address, silence) : unreachable(address, error);
  } finally {
    waiting.end();
  }
}

/** The file at an address, held whole. */
export async function fetchWhole(address: string, limits: FetchLimits): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of fetchPieces(address, limits)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Writes the file at an address to the disk, piece by piece, and tells how many bytes it has. */
export async function fetchTo(address: string, path: string, limits: FetchLimits): Promise<number> {
  const file = await open(path, 'w');
  let bytes = 0;
  try {
    for await (const piece of fetchPieces(address, limits)) {
      await file.write(piece);
      bytes += piece.length;
    }
  } finally {
    await file.close();
  }
  return bytes;
}

import { mkdir, readdir, readFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/console.ts';
import { receiveFiles, TooLarge } from '../../src/desk/receive-files.ts';
import { ask, enter, fileForm, openedDesk, type OpenedDesk } from './opened-desk.ts';

/* What somebody may try on an open desk: everything is refused, or does no harm. */

let desk: OpenedDesk;
let cookie: string;
let origin: string;

beforeAll(async () => {
  desk = await openedDesk(join(root, 'test', 'golden', 'life-of-findings'));
  origin = desk.origin;
  cookie = await enter(desk);
  await desk.idle();
});
afterAll(() => desk.close());

/** Every file of the programme but what a check writes: none. */
async function everything(): Promise<string> {
  const names = (await readdir(desk.data, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(names.map((name) => readFile(name, 'latin1')));
  return names.map((name, place) => `${name}\n${texts[place]}`).join('\n');
}

/** The address of a form on a page that is open now. */
async function formOn(page: string, action: string): Promise<string> {
  const { text } = await ask(origin, page, { headers: { cookie } });
  const found = new RegExp(`action="(/do/${action}\\?stand=[^"]+)"`).exec(text)?.[1];
  if (found === undefined) throw new Error(`${page} has no form for ${action}`);
  return found;
}

const file = fileForm(
  'new.csv',
  'finding_id,kind,found_on,title_zh,department\nX1,problem,2026-03-01,题,税务局\n',
);

describe('a desk that is open', () => {
  it('answers to nobody without its cookie, nor with a wrong one', async () => {
    const pages = ['/', '/problems', '/release', '/progress', '/desk.js', '/do/release', '/nowhere'];
    for (const path of pages)
      for (const headers of [{}, { cookie: `${cookie}x` }, { cookie: cookie.replace(/=.*/, '=') }]) {
        const { status, text } = await ask(origin, path, { headers });
        expect([path, status]).toEqual([path, 403]);
        expect(text).not.toContain('金例市');
      }
  });

  it('gives its cookie once for each link, and one that no script reads and no other page sends', async () => {
    const { pathname } = new URL(desk.link());
    const first = await ask(origin, pathname);
    expect(first.status).toBe(303);
    expect(first.headers['set-cookie']?.[0]).toMatch(
      /^desk-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect((await ask(origin, pathname)).status).toBe(403);
    expect((await ask(origin, `/open/${'a'.repeat(43)}`)).status).toBe(403);
    expect((await ask(origin, pathname, { headers: { cookie } })).status).toBe(303);
  });

  it('answers to no other name: a name that leads to this machine is not ours', async () => {
    for (const host of [
      'evil.example',
      `evil.example:${new URL(origin).port}`,
      'localhost',
      `[::1]:${new URL(origin).port}`,
    ])
      expect((await ask(origin, '/', { headers: { cookie, host } })).status).toBe(403);
  });

  it('listens on this machine only', async () => {
    const own = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    const reached = await Promise.all(
      own.map(
        ({ address }) =>
          new Promise<boolean>((resolve) => {
            const socket = connect({ host: address, port: Number(new URL(origin).port), timeout: 500 });
            for (const [event, answer] of [
              ['connect', true],
              ['error', false],
              ['timeout', false],
            ] as const)
              socket.on(event, () => {
                socket.destroy();
                resolve(answer);
              });
          }),
      ),
    );
    expect(reached).not.toContain(true);
  });

  it('does nothing for a form of another page, cookie or not', async () => {
    const before = await everything();
    const form = await formOn('/', 'upload');
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://127.0.0.1:1' },
      { origin, 'sec-fetch-site': 'cross-site' },
      {},
    ]) {
      const sent = { cookie, 'content-type': file.type, ...headers };
      expect((await ask(origin, form, { method: 'POST', headers: sent, body: [file.body] })).status).toBe(
        403,
      );
    }
    expect(await everything()).toBe(before);
  });

  it('keeps both sites that it shows behind the same door, and lets no other page frame them', async () => {
    const { text, headers } = await ask(origin, '/preview', { headers: { cookie } });
    expect(text).toContain('<h1>');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("frame-ancestors 'none'");
    const sites = /frame-src (\S+) ([^\s;]+)/.exec(policy)?.slice(1) ?? [];
    expect(sites).toHaveLength(2);
    for (const site of sites) {
      expect((await ask(site, '/')).status).toBe(403);
      expect((await ask(site, '/', { headers: { cookie, host: 'evil.example' } })).status).toBe(403);
      expect((await ask(site, '/', { method: 'POST', headers: { cookie, origin } })).status).toBe(403);
      expect((await ask(site, '/', { headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status).toBe(
        403,
      );
      expect((await ask(site, '/../../etc/passwd', { headers: { cookie } })).status).toBe(400);
      expect((await ask(site, '/', { headers: { cookie } })).status).toBe(404);
    }
  });

  it.each(['../evil.csv', '..\\\\evil.csv', '/tmp/evil.csv', 'C:\\\\evil.csv', '.', 'a/../../evil.csv'])(
    'takes no file whose name is a path: %s',
    async (name) => {
      const before = await everything();
      const form = await formOn('/', 'upload');
      const { type, body } = fileForm(name, 'finding_id\n');
      const headers = { cookie, origin, 'content-type': type };
      expect((await ask(origin, form, { method: 'POST', headers, body: [body] })).status).toBe(303);
      await desk.idle();
      expect(desk.desk.work.said()?.as).toBe('refused');
      expect(await everything()).toBe(before);
    },
  );

  it('refuses 2 GB before a byte of them is read', async () => {
    const before = await everything();
    const form = await formOn('/', 'upload');
    const headers = { cookie, origin, 'content-type': file.type, 'content-length': 2_000_000_000 };
    const { status, text } = await ask(origin, form, { method: 'POST', headers, isWhole: false });
    expect(status).toBe(413);
    expect(text).toContain('文件太大');
    expect(desk.desk.work.running()).toBe(null);
    expect(await everything()).toBe(before);
  });

  it('counts what is sent without a length, and keeps nothing of what is too much', async () => {
    const sending = Object.assign(new PassThrough(), {
      headers: { 'content-type': file.type },
    }) as unknown as IncomingMessage & PassThrough;
    const folder = join(desk.folder, 'arriving');
    await mkdir(folder);
    const received = receiveFiles(sending, folder, 1000);
    const [head = ''] = file.body.split('X1');
    sending.write(head);
    // A form may have a megabyte around its files.
    for (let megabyte = 0; megabyte < 2; megabyte += 1) sending.write(Buffer.alloc(1_000_000, 'x'));
    await expect(received).rejects.toThrow(TooLarge);
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps nothing of a file whose sender hangs up', async () => {
    const before = await everything();
    const form = await formOn('/', 'upload');
    const { hostname, port } = new URL(origin);
    await new Promise<void>((resolve) => {
      const socket = connect({ host: hostname, port: Number(port) }, () => {
        socket.write(
          `POST ${form} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\nContent-Type: ${file.type}\r\nContent-Length: 100000\r\n\r\n${file.body.slice(0, 200)}`,
        );
        // Not before what was sent is being received.
        const leave = desk.desk.work.watch(() => {
          leave();
          socket.destroy();
        });
        socket.on('close', () => resolve());
      });
    });
    await expect.poll(() => desk.desk.work.running()).toBe(null);
    expect(await everything()).toBe(before);
  });

  it('does nothing for a page that is open in a second window once the first has done something', async () => {
    const [first, second] = [await formOn('/', 'set-aside'), await formOn('/', 'set-aside')];
    const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' };
    const send = (form: string, name: string) =>
      ask(origin, form, { method: 'POST', headers, body: [`name=${name}`] });
    expect((await send(first, '3-corrections.csv')).status).toBe(303);
    await desk.idle();
    const work = desk.desk.work.begin({ zh: '别的事', en: 'Something else' });
    const busy = await send(second, '2-events.csv');
    work?.end({ as: 'done', words: { zh: '做完了', en: 'Done' } });
    expect(busy.status).toBe(409);
    expect(busy.text).toContain('正在做别的事');
    const stale = await send(second, '2-events.csv');
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('什么也没有做');
    expect(await readdir(join(desk.data, 'drops'))).toEqual(['1-findings.csv', '2-events.csv']);
    const fresh = await ask(origin, '/', { headers: { cookie } });
    const id = /name="id" value="([^"]+)"/.exec(fresh.text)?.[1] ?? '';
    const back = await ask(origin, await formOn('/', 'put-back'), {
      method: 'POST',
      headers,
      body: [`id=${id}&name=3-corrections.csv`],
    });
    expect(back.status).toBe(303);
    await desk.idle();
    expect(await readdir(join(desk.data, 'drops'))).toEqual([
      '1-findings.csv',
      '2-events.csv',
      '3-corrections.csv',
    ]);
  });

  it('releases nothing that was not looked at, whatever a form says', async () => {
    const form = (await formOn('/problems', 'check')).replace('check', 'release');
    const headers = { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' };
    for (const body of ['by=x&seen=yes', 'by=&seen=yes', 'by=x']) {
      const current = (await formOn('/problems', 'check')).replace('check', 'release');
      expect((await ask(origin, current, { method: 'POST', headers, body: [body] })).status).toBe(303);
      await desk.idle();
      expect(desk.desk.work.said()?.as).toBe('refused');
    }
    expect((await ask(origin, form, { method: 'POST', headers, body: ['by=x'] })).status).toBe(409);
    expect(await readdir(desk.data)).not.toContain('releases');
  });

  it('leads nowhere else: neither by an address to go back to, nor by one that names a page', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example'])
      expect(
        (await ask(origin, `/language/en?to=${encodeURIComponent(to)}`, { headers: { cookie } })).headers
          .location,
      ).toBe('/');
    for (const path of [
      '/preview/page?address=/../../../etc/passwd',
      '/layout?file=../programme.yaml',
      '/..%2f..%2fetc',
    ])
      expect((await ask(origin, path, { headers: { cookie } })).status).toBe(404);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { showTrouble } from '../../scripts/dev/show-trouble.ts';

const root = resolve(import.meta.dirname, '../..');

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

const soon = { timeout: 100_000, interval: 100 };

let folder: string;
let drop: string;
let page: () => Promise<string>;
let server: ChildProcess;
let said = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-dev-'));
  await cp(join(root, 'test/programmes/small'), folder, { recursive: true });
  drop = join(folder, 'drops', 'findings.csv');
  server = spawn(
    process.execPath,
    ['scripts/start.mjs', 'dev', '--data', folder, '--port', String(await freePort())],
    {
      cwd: root,
      // Without what a test has in its environment: Astro would serve nothing.
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    },
  );
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (text: Buffer) => {
      said += text.toString();
    });
  // It says last of all that it watches, and where: another may have taken the port meanwhile.
  await vi.waitFor(() => expect(said).toContain('现场看的是网页'), soon);
  const [address] = /http:\/\/localhost:\d+/.exec(stripVTControlCharacters(said)) ?? [];
  page = async () => (await fetch(`${address}/findings/`)).text();
});

afterAll(async () => {
  const ended = once(server, 'exit');
  server.kill();
  await ended;
  await rm(folder, { recursive: true, force: true });
});

it('shows a changed drop, and keeps what it showed while a change must be mended', async () => {
  const text = await readFile(drop, 'utf8');
  const [, title = ''] = /,(\p{Script=Han}+),/u.exec(text) ?? [];
  await vi.waitFor(async () => expect(await page()).toContain(title), soon);

  // As many editors save: another file in the place of the one that was there.
  await writeFile(`${drop}.part`, text.replace(title, '改过的标题'));
  await rename(`${drop}.part`, drop);
  await vi.waitFor(async () => expect(await page()).toContain('改过的标题'), soon);

  await writeFile(drop, text.replace('problem', 'nonsense'));
  await vi.waitFor(() => expect(said).toContain('unknown-code'), soon);
  expect(await page()).toContain('改过的标题');

  // A day that is yet to come is told at once, though nothing stops for it.
  await writeFile(drop, `${text}2026-009,problem,2099-01-01,还没有发生的事,,,税务局,,,网上办理,较重\n`);
  await vi.waitFor(() => expect(said).toContain('“2099-01-01”晚于今天'), soon);

  await writeFile(drop, text);
  await vi.waitFor(async () => expect(await page()).toContain(title), soon);
  expect(await page()).not.toContain('改过的标题');
});

it('calls those who look something else as soon as the settings do', async () => {
  const settings = join(folder, 'programme.yaml');
  await vi.waitFor(async () => expect(await page()).toContain('体验官发现'), soon);
  const text = await readFile(settings, 'utf8');
  await writeFile(settings, `${text}\nofficers: { zh: 检查人员, en: inspector }\n`);
  await vi.waitFor(async () => expect(await page()).toContain('检查人员发现'), soon);
  await writeFile(settings, text);
  await vi.waitFor(async () => expect(await page()).toContain('体验官发现'), soon);
});

it('tells open pages, and those opened later, what is wrong, until nothing is', () => {
  const { plugin, show } = showTrouble();
  const sent: unknown[] = [];
  let connect = () => {};
  const ws = {
    send: (message: unknown) => sent.push(message),
    on: (_: string, listener: () => void) => {
      connect = listener;
    },
  };
  plugin.configureServer({ ws });
  connect();
  expect(sent).toEqual([]);
  show({ title: '必须改', message: '改好', report: '<b>row 9</b>' });
  connect();
  const error = { name: 'zhaocha', title: '必须改', message: '改好', stack: '<b>row 9</b>' };
  expect(sent).toEqual([
    { type: 'error', err: error },
    { type: 'error', err: error },
  ]);
  show(null);
  connect();
  expect(sent).toHaveLength(2);
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Served } from './serve.ts';

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-serve-'));
  await mkdir(join(folder, 'site', 'en'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'site', 'index.html'), 'home');
  await writeFile(join(folder, 'site', '404.html'), 'not here');
  await writeFile(join(folder, 'site', 'en', 'index.html'), 'english');
  await writeFile(join(folder, 'site', 'en', 'findings.csv'), 'a\r\n');
  served = await serve(join(folder, 'site'), { 'x-test': 'yes' });
});

afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

/** Asks for a path exactly as it is written: `fetch` would tidy it first. */
function ask(
  path: string,
): Promise<{ status: number; type: string; location: string; body: string; own: string }> {
  const { port } = new URL(served.origin);
  return new Promise((answered, failed) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      const { 'content-type': type = '', location = '', 'x-test': own } = response.headers;
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () =>
        answered({ status: response.statusCode ?? 0, type, location, body, own: String(own) }),
      );
    })
      .on('error', failed)
      .end();
  });
}

test('a folder is its index, with the headers asked for', async () => {
  expect(await ask('/')).toMatchObject({
    status: 200,
    type: 'text/html; charset=utf-8',
    body: 'home',
    own: 'yes',
  });
  expect(await ask('/en/?status=overdue')).toMatchObject({ status: 200, body: 'english' });
});

test('a folder without its slash is sent on', async () => {
  expect(await ask('/en')).toMatchObject({ status: 301, location: '/en/' });
});

test('a file has its type', async () => {
  expect(await ask('/en/findings.csv')).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' });
});

test('what is not there is the page that says so', async () => {
  expect(await ask('/nothing/')).toMatchObject({ status: 404, body: 'not here' });
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/en/..%2f..%2fsecret.txt',
  '/%00',
  '/%zz',
  '/..%5csecret.txt',
])('%s does not leave the folder', async (path) => {
  const { status, body } = await ask(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toContain('secret');
});

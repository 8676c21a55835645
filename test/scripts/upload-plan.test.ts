import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UploadedFile } from '../../scripts/publishing/plan-upload.ts';
import { writeZip } from '../../scripts/publishing/write-zip.ts';

const root = resolve(import.meta.dirname, '..', '..');

const contents: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html>',
  'index.html.br': 'packed',
  'en/departments/index.html': '<!doctype html><p>en',
  '_astro/style.C1.css': 'body{}',
  'en/explorer/2ff3/manifest.json': '{}',
  'data/latest/findings.csv': 'finding_id\r\n1\r\n',
  'data/latest/data.xlsx': 'workbook',
  'data/releases/1/findings.csv': 'finding_id\r\n',
  'feed.xml': '<feed/>',
};

let folder: string;
let site: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-upload-'));
  site = join(folder, 'site');
  for (const [path, text] of Object.entries(contents)) {
    await mkdir(dirname(join(site, path)), { recursive: true });
    await writeFile(join(site, path), text);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const plan = (...given: string[]) =>
  spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'scripts/upload-plan.ts'), '--site', site, ...given],
    { encoding: 'utf8' },
  );

it('puts every file into one step, what never changes first and the first page last, and all into an archive', async () => {
  const { status, stdout } = plan('--zip', '--lang', 'en');
  expect(status).toBe(0);
  const made = `${site}.upload`;
  expect(stdout).toContain(`rsync -tc --files-from='${join(made, '1-forever.txt')}' '${site}/'`);
  expect(stdout).toContain(`--filter='P _astro/**'`);
  const list = async (name: string) => (await readFile(join(made, name), 'utf8')).split('\n').slice(0, -1);
  expect(await list('1-forever.txt')).toEqual([
    '_astro/style.C1.css',
    'data/releases/1/findings.csv',
    'en/explorer/2ff3/manifest.json',
  ]);
  expect(await list('2-files.txt')).toEqual(['data/latest/data.xlsx', 'data/latest/findings.csv']);
  expect(await list('3-pages.txt')).toEqual([
    'en/departments/index.html',
    'feed.xml',
    'index.html',
    'index.html.br',
  ]);
  const table = Papa.parse<Record<keyof UploadedFile, string>>(
    (await readFile(join(made, 'files.csv'), 'utf8')).trim(),
    { header: true },
  ).data;
  expect(table.map(({ path }) => path).sort()).toEqual(Object.keys(contents).sort());
  expect(table.find(({ path }) => path === 'data/latest/findings.csv')).toEqual({
    step: 'files',
    path: 'data/latest/findings.csv',
    bytes: '15',
    sha256: createHash('sha256').update('finding_id\r\n1\r\n').digest('hex'),
    content_type: 'text/csv; charset=utf-8',
    content_encoding: '',
    cache_control: 'no-cache',
  });
  expect(table.find(({ path }) => path === 'index.html.br')).toMatchObject({
    content_type: 'text/html; charset=utf-8',
    content_encoding: 'br',
  });
  const archive = unzipSync(await readFile(join(made, 'site.zip')));
  expect(
    Object.fromEntries(Object.entries(archive).map(([path, bytes]) => [path, Buffer.from(bytes).toString()])),
  ).toEqual(contents);
});

it('leaves nothing of an older plan', async () => {
  plan();
  expect((await readdir(`${site}.upload`)).sort()).toEqual([
    '1-forever.txt',
    '2-files.txt',
    '3-pages.txt',
    'files.csv',
  ]);
});

it('says where there is no site', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'scripts/upload-plan.ts'),
      '--site',
      folder,
      '--lang',
      'en',
    ],
    { encoding: 'utf8' },
  );
  expect(status).toBe(2);
  expect(stderr).toContain('holds no built site');
});

it('writes an archive that has the same bytes every time, and keeps the rights of a program', async () => {
  const big = join(folder, 'big.bin');
  await writeFile(big, Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * at) % 251)));
  const files = [
    { name: 'a/big.bin', path: big },
    { name: 'a/big.png', path: big },
    { name: 'a/run', path: join(site, 'index.html'), isProgram: true },
  ];
  const [one, two] = [join(folder, 'one.zip'), join(folder, 'two.zip')];
  await writeZip(one, files);
  await writeZip(two, files);
  const bytes = await readFile(one);
  expect(bytes.equals(await readFile(two))).toBe(true);
  const unpacked = unzipSync(bytes);
  expect(Buffer.from(unpacked['a/big.bin'] ?? []).equals(await readFile(big))).toBe(true);
  expect(Buffer.from(unpacked['a/big.png'] ?? []).equals(await readFile(big))).toBe(true);
  // The entry of the directory at the end: the upper half of its outer attributes are the rights.
  const entry = bytes.lastIndexOf(Buffer.from('a/run')) - 46;
  expect(bytes.readUInt32LE(entry)).toBe(0x02014b50);
  expect(bytes.readUInt16LE(entry + 40)).toBe(0o100755);
});

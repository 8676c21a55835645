import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { filesBelow } from '../browser/site-files.ts';
import { indexPages } from '../../src/pipeline/index-pages.ts';

const page = (language: string, text: string) =>
  `<!doctype html><html lang="${language}"><head><title>Page “${text}”, with "marks" &amp; all</title></head><body><main><h1>${text}</h1></main></body></html>`;

async function indexed(pages: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const site = await mkdtemp(join(tmpdir(), 'zhaocha-index-'));
  onTestFinished(() => rm(site, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(pages)) {
    await mkdir(dirname(join(site, file)), { recursive: true });
    await writeFile(join(site, file), text);
  }
  await indexPages(site, ['zh', 'en']);
  const folder = join(site, 'pagefind');
  const files = await filesBelow(folder);
  return new Map(
    await Promise.all(
      files.map(async (file) => [file, await readFile(join(folder, file), 'base64')] as const),
    ),
  );
}

const pages = {
  'index.html': page('zh-CN', '首页'),
  'departments/police/index.html': page('zh-CN', '公安局'),
  'findings/2024-001/index.html': page('zh-CN', '一件问题'),
  'en/index.html': page('en', 'Home'),
  'en/findings/2024-001/index.html': page('en', 'One finding'),
  'en/embed/index.html': page('en', 'Frame'),
};

test('indexes every page but findings and frames, by language, and writes what the script asks for and no more', async () => {
  const files = await indexed(pages);
  const entry = Buffer.from(files.get('pagefind-entry.json') ?? '', 'base64').toString();
  expect(JSON.parse(entry).languages).toMatchObject({ 'zh-cn': { page_count: 2 }, en: { page_count: 1 } });
  expect([...files.keys()].filter((file) => /-ui|highlight/.test(file))).toEqual([]);
  expect([...files.keys()]).toContain('pagefind.js');
});

test('calls a page by its title', async () => {
  const files = await indexed({ 'index.html': page('en', 'Home') });
  const [fragment = ''] = [...files]
    .filter(([file]) => file.startsWith('fragment/'))
    .map(([, bytes]) => bytes);
  expect(gunzipSync(Buffer.from(fragment, 'base64')).toString()).toContain(
    JSON.stringify('Page “Home”, with "marks" & all').slice(1, -1),
  );
});

test('writes the same bytes for the same pages', async () => {
  expect(await indexed(pages)).toEqual(await indexed(pages));
});

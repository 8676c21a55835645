import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { filesBelow } from '../../browser/site-files.ts';
import { indexPages } from '../../../src/pipeline/pages/index-pages.ts';
import type { LastFiles } from '../../../src/pipeline/last-site/take-over.ts';

const page = (language: string, text: string) =>
  `<!doctype html><html lang="${language}"><head><title>Page “${text}”, with "marks" &amp; all · Site</title></head><body><main><h1>${text}</h1></main></body></html>`;

async function siteOf(pages: Readonly<Record<string, string>>): Promise<string> {
  const site = await mkdtemp(join(tmpdir(), 'zhaocha-index-'));
  onTestFinished(() => rm(site, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(pages)) {
    await mkdir(dirname(join(site, file)), { recursive: true });
    await writeFile(join(site, file), text);
  }
  return site;
}

async function indexed(
  pages: Readonly<Record<string, string>>,
  last: LastFiles | null = null,
): Promise<Map<string, string>> {
  const site = await siteOf(pages);
  await indexPages(site, ['zh', 'en'], last);
  return await indexIn(site);
}

async function indexIn(site: string): Promise<Map<string, string>> {
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

/** What Pagefind keeps of each page, as text. */
const fragments = (files: ReadonlyMap<string, string>) =>
  [...files]
    .filter(([file]) => file.startsWith('fragment/'))
    .map(([, bytes]) => gunzipSync(Buffer.from(bytes, 'base64')).toString());

test('calls a page by its title, without the name of the site that all have', async () => {
  const files = await indexed({ 'index.html': page('en', 'Home') });
  const [fragment = ''] = fragments(files);
  expect(fragment).toContain(JSON.stringify('Page “Home”, with "marks" & all').slice(1, -1));
  expect(fragment).not.toContain('Site');
});

test('leaves out tables of figures, lists of the register, drawings, keys, ids and dates, words for the ear and how numbers are counted, and keeps tables of words', async () => {
  const [fragment = ''] = fragments(
    await indexed({
      'index.html': `<!doctype html><html lang="en"><head><title>T</title></head><body><main><h1>Heading</h1>
        <table><tr><td><data data-figure="a|b|c" value="1">figurecell</data></td></tr></table>
        <table class="stack reg"><tr><td>registercell</td></tr></table>
        <table data-limits><tr><td><data data-cell="funnels:a:b">limitcell</data></td></tr></table>
        <table><tr><td><data data-cell="rules:smallest:value">10</data> dictionarycell</td></tr></table>
        <svg><text>drawn</text></svg><p>Prose<span class="vh">spokenaside</span></p>
        <p class="key sm">keyword</p><p class="sm meta"><span>2025-001</span></p>
        <details class="whence" id="whence"><summary>whencetext</summary><details>inner</details></details></main></body></html>`,
    }),
  );
  for (const word of ['Heading', 'dictionarycell', 'Prose']) expect(fragment).toContain(word);
  for (const word of [
    'figurecell',
    'registercell',
    'limitcell',
    'drawn',
    'whencetext',
    'inner',
    'spokenaside',
    'keyword',
    '2025-001',
  ])
    expect(fragment).not.toContain(word);
});

test('keeps apart what only the style sheet keeps apart, and together the pieces of a headline and of a number', async () => {
  const [fragment = ''] = fragments(
    await indexed({
      'index.html': `<!doctype html><html lang="en"><head><title>T</title></head><body><main><h1><span class="nb">Officers, </span><span class="nb">found</span></h1>
        <ul><li><a href=".">findings.csv</a><span>Findings of this department</span><span class="sm"><data>16</data> rows</span></li></ul>
        <table><thead><tr><th>Department</th><th>Note</th><td></td></tr></thead><tbody><tr><th>Tax <b>Service</b></th><td>moved.</td></tr></tbody></table>
        <dl><dt>Outside</dt><dd>ask why</dd></dl>
        <p><data>61</data><span aria-hidden="true">–</span><span class="vh"> to </span><data>89%</data></p></main></body></html>`,
    }),
  );
  expect(fragment).toContain('findings.csv Findings of this department 16 rows');
  expect(fragment).toContain('Officers, found');
  expect(fragment).toContain('Department. Note. Tax Service. moved. Outside. ask why.');
  expect(fragment).toContain('61–89%');
});

test('takes the index of the last site over where the words are the same, and makes it again where it is spoilt', async () => {
  const before = await siteOf(pages);
  const last = { folder: before, record: join(before, 'record'), code: 'code' };
  await indexPages(before, ['zh', 'en'], last);
  const made = await indexIn(before);
  // Pages of findings are not looked through.
  const sites = [pages, { ...pages, 'en/findings/2024-001/index.html': page('en', 'Another finding') }];
  for (const same of sites) {
    const site = await siteOf(same);
    await indexPages(site, ['zh', 'en'], last);
    expect(await indexIn(site)).toEqual(made);
    expect((await stat(join(site, 'pagefind', 'pagefind.js'))).ino).toBe(
      (await stat(join(before, 'pagefind', 'pagefind.js'))).ino,
    );
  }
  const [fragment = ''] = [...made.keys()].filter((file) => file.startsWith('fragment/'));
  await writeFile(join(before, 'pagefind', fragment), 'spoilt');
  expect(await indexed(pages, last)).toEqual(made);
  const other = { ...pages, 'index.html': page('zh-CN', '改了') };
  expect(await indexed(other, last)).toEqual(await indexed(other));
});

test('writes the same bytes for the same pages', async () => {
  expect(await indexed(pages)).toEqual(await indexed(pages));
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compareSites } from '../../src/desk/compare-sites.ts';
import { compareTexts } from '../../src/desk/compare-texts.ts';
import { linesOf } from '../../src/desk/page-text.ts';

const page = (matter: string, title = '部门 · 小项目') =>
  `<!doctype html><html><head><title>${title}</title></head><body><header>${Math.random()}</header><main id="main">${matter}</main></body></html>`;

async function site(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-compared-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
}

describe('compareSites', () => {
  it('names pages that changed, came or went, overviews first, and passes over what stands around them', async () => {
    const live = await site({
      'index.html': page('<p>97</p>'),
      'same/index.html': page('<img src="/_astro/a.1234.svg">'),
      'gone/index.html': page('x'),
      'data/releases/1/index.html': page('1'),
    });
    const made = await site({
      'index.html': page('<p>98</p>'),
      'same/index.html': page('<img src="/_astro/a.5678.svg">'),
      'departments/new/index.html': page('x', '新部门 &amp; 局 · 小项目'),
      'data/releases/1/index.html': page('2'),
    });
    expect(await compareSites(live, made)).toEqual([
      { address: '/', title: '部门', is: 'changed' },
      { address: '/gone/', title: '部门', is: 'gone' },
      { address: '/departments/new/', title: '新部门 & 局', is: 'new' },
    ]);
  });

  it('takes every page for new where no site is there yet', async () => {
    const made = await site({ 'index.html': page('x') });
    expect(await compareSites(join(made, 'nowhere'), made)).toMatchObject([{ is: 'new' }]);
  });
});

describe('linesOf', () => {
  it('reads a page out: a line for a paragraph, an item, a row of a table; no script, no drawing, no offer', () => {
    const html = page(
      '<h1>税务局</h1><p>发现 <b>3</b>\n  个</p><ul><li>甲</li><li>乙</li></ul><table><tr><th>季</th><td>5</td></tr></table><script>x</script><svg><text>y</text></svg><div class="acts no"><a>CSV</a></div>',
    );
    expect(linesOf(html)).toEqual(['税务局', '发现 3 个', '甲', '乙', '季  5']);
  });
});

describe('compareTexts', () => {
  it('marks the words that changed, with the lines around them', () => {
    const before = ['一', '二', '发现 3 个问题', '四', '五', '六'];
    const after = ['一', '二', '发现 4 个问题', '四', '五', '六'];
    expect(compareTexts(before, after, 'zh')).toEqual([
      [
        [{ text: '二', is: 'same' }],
        [
          { text: '发现 ', is: 'same' },
          { text: '3', is: 'gone' },
          { text: '4', is: 'new' },
          { text: ' 个问题', is: 'same' },
        ],
        [{ text: '四', is: 'same' }],
      ],
    ]);
  });

  it('says nothing where nothing changed, and tells whole lines that came and went', () => {
    expect(compareTexts(['a', 'b'], ['a', 'b'], 'en')).toEqual([]);
    expect(compareTexts([], ['a'], 'en')).toEqual([[[{ text: 'a', is: 'new' }]]]);
    expect(compareTexts(['a', 'x', 'y'], ['a'], 'en')).toEqual([
      [[{ text: 'a', is: 'same' }], [{ text: 'x', is: 'gone' }], [{ text: 'y', is: 'gone' }]],
    ]);
  });
});

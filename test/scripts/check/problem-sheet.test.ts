import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { problemSheet, type SheetContent } from '../../../scripts/check/problem-sheet.ts';
import type { Problem } from '../../../src/model/problem.ts';

const bad: Problem = {
  code: 'bad-date',
  file: 'a"><script>alert(1)</script>.csv',
  row: 3,
  column: 'found_on',
  value: '<img src=x onerror=alert(1)>',
  detail: 'yyyy-MM-dd',
};
const cells = [
  { column: 'finding_id', text: 'F1', bad: false },
  { column: 'found_on', text: '<img src=x onerror=alert(1)>', bad: true },
  { column: 'title_zh', text: '', bad: false },
];
const content: SheetContent = {
  programme: '示例市 & 体验官',
  told: { problems: [bad, { code: 'repeated-row', file: 'b.csv', row: 9, value: 'F1' }], more: [] },
  tolerated: [],
  drops: [
    {
      file: 'b.csv',
      sha256: 'x',
      layout: 'own',
      encoding: 'utf-8',
      proof: 'valid',
      personal: [],
      kinds: ['findings'],
      columns: {},
      stated: [],
      account: { read: 10, used: 7, setAside: { 'blank-row': 2, 'bad-date': 1 } },
      problems: [],
      more: [],
      rowsWith: {},
      spellings: [],
      redactions: [],
    },
  ],
  rows: new Map([[bad, cells]]),
  at: '2026/1/9 10:24',
  language: 'zh',
};

/** The names of all elements of a page. */
function elements(html: string): string[] {
  const names: string[] = [];
  const walk = (node: { nodeName: string; childNodes?: unknown[] }) => {
    names.push(node.nodeName);
    for (const child of node.childNodes ?? []) walk(child as { nodeName: string });
  };
  walk(parse(html) as unknown as { nodeName: string });
  return names;
}

describe('problemSheet', () => {
  it('marks the bad cell within its row, and says what is wrong with it and how to mend it', () => {
    const html = problemSheet(content);
    expect(html).toContain(
      '<li class="bad"><span>found_on</span>&lt;img src=x onerror=alert(1)&gt;<b>▲ 这一格</b></li>',
    );
    expect(html).toContain('<li><span>title_zh</span>–</li>');
    expect(html).toContain('应写成 yyyy-MM-dd');
    expect(html).toContain('/handbook/problems/#bad-date');
  });

  it('shows whatever a drop holds as text: no script, no image, nothing from elsewhere', () => {
    const html = problemSheet(content);
    const names = elements(html);
    for (const name of ['script', 'img', 'iframe', 'link', 'form', 'a']) expect(names).not.toContain(name);
    expect(html).toContain("default-src 'none'; style-src 'sha256-");
    expect(html).not.toMatch(/ style=| src=(?!x)| href=| on\w+="/);
  });

  it('counts what must be mended and what may be looked at, and the rows of every file', () => {
    const html = problemSheet(content);
    expect(html).toContain('<b class="ov">1</b> 处必须改，<b>1</b> 处请看一眼');
    expect(html).toContain('<td class="r">10</td><td class="r">7</td><td>空行 2；不是日期 1</td>');
  });

  it('speaks English to those who do', () => {
    const html = problemSheet({ ...content, language: 'en' });
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('write it as yyyy-MM-dd');
    expect(html).toContain('▲ this cell');
  });

  it('says so when nothing is wrong', () => {
    expect(problemSheet({ ...content, told: { problems: [], more: [] } })).toContain('没有问题');
  });
});

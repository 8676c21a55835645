import { counted } from '../../src/model/counted.ts';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonWords } from '../../src/model/reason-words.ts';
import type { CheckedDrop } from '../../src/model/batch.ts';
import { handbookPath, problemHelp } from '../../src/model/problem-help.ts';
import { problemText, shownText, type Problem } from '../../src/model/problem.ts';
import type { ToldProblems } from '../../src/model/told-problems.ts';
import { wordsIn } from '../../src/model/words.ts';
import type { ShownCell } from '../../src/pipeline/take/show-rows.ts';
import { root, sayIn, type Say } from '../console.ts';
import { inFolder } from '../in-folder.ts';
import { countOf, groupProblems, type ProblemGroup } from '../../src/model/group-problems.ts';

/** What a problem sheet shows. */
export interface SheetContent {
  readonly programme: string;
  readonly told: ToldProblems;
  readonly tolerated: readonly string[];
  readonly drops: readonly CheckedDrop[];
  readonly rows: ReadonlyMap<Problem, readonly ShownCell[]>;
  /** When it was checked, in the time of the place. */
  readonly at: string;
  readonly language: string;
  /** The folder of the programme, where one was named. */
  readonly folder?: string | undefined;
}

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML shows it; drops may hold anything. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

const longestText = 400;

function text(value: string): string {
  return escaped(shownText(value, longestText));
}

function cellItem({ column, text: shown, bad }: ShownCell, say: Say): string {
  const mark = bad ? `<b>▲ ${say('这一格', 'this cell')}</b>` : '';
  return `<li${bad ? ' class="bad"' : ''}><span>${text(column) || '&nbsp;'}</span>${text(shown) || '–'}${mark}</li>`;
}

/** A long row is shown from its first cells to those around the bad one. */
const mostCells = 40;

function rowList(cells: readonly ShownCell[], say: Say): string {
  const bad = cells.findIndex((cell) => cell.bad);
  const kept = cells.filter(
    (cell, position) => cell.bad || position < mostCells || Math.abs(position - bad) < 3,
  );
  const rest = cells.length - kept.length;
  const more = rest > 0 ? `<li>${say(`另有 ${rest} 格`, counted(rest, 'more cell'))}</li>` : '';
  return `<ul class="cells">${kept.map((cell) => cellItem(cell, say)).join('')}${more}</ul>`;
}

function problemPart(problem: Problem, { rows, language, folder }: SheetContent, say: Say): string {
  const { what, mend } = problemText(problem, language);
  const cells = rows.get(problem);
  const where = [
    `<span><code>${text(problem.file)}</code></span>`,
    problem.row === undefined
      ? ''
      : `<span>${say('第', 'row')} <b>${problem.row}</b> ${say('行', '')}</span>`,
    problem.column === undefined
      ? ''
      : `<span>${say('列', 'column')} <code>${text(problem.column)}</code></span>`,
  ].join('');
  return `<div class="problem"><p class="where sm">${where}</p><p><b>${text(what)}</b></p><p class="mend">${text(inFolder(mend, folder))}</p>${cells === undefined ? '' : rowList(cells, say)}</div>`;
}

function groupPart(group: ProblemGroup, content: SheetContent, say: Say): string {
  const { code, shown, rest } = group;
  const { name, when, mend, example } = problemHelp[code];
  const said = (words: typeof name) => text(wordsIn(words, content.language));
  const count = shown.length + rest;
  return [
    `<h3 id="${code}">${said(name)} <span class="sm">${say(`${count} 处`, String(count))} · <code>${code}</code></span></h3>`,
    `<details><summary>${say('什么时候出现，怎么改', 'When it occurs, how to mend it')}</summary><dl>`,
    `<dt>${say('什么时候出现', 'When it occurs')}</dt><dd>${said(when)}</dd>`,
    `<dt>${say('怎么改', 'How to mend it')}</dt><dd>${said(mend)}</dd>`,
    `<dt>${say('例子', 'Example')}</dt><dd><code>${said(example)}</code></dd>`,
    `<dt>${say('手册', 'Handbook')}</dt><dd><code>/${handbookPath(code)}</code></dd></dl></details>`,
    ...shown.map((problem) => problemPart(problem, content, say)),
    rest > 0
      ? `<p class="sm">${say(`同类还有 ${rest} 处；全部见 npm run check -- --json`, `${rest} more of this kind; all of them: npm run check -- --json`)}</p>`
      : '',
  ].join('\n');
}

function section(
  title: string,
  id: string,
  groups: readonly ProblemGroup[],
  content: SheetContent,
  say: Say,
) {
  return groups.length === 0
    ? ''
    : `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>\n${groups.map((group) => groupPart(group, content, say)).join('\n')}</section>`;
}

function accountRows({ drops, language }: SheetContent): string {
  return drops
    .map(({ file, encoding, account }) => {
      const aside = Object.entries(account.setAside)
        .map(([reason, rows]) => `${wordsIn(reasonWords(reason), language)} ${rows}`)
        .join('；');
      return `<tr><td><code>${text(file)}</code></td><td>${text(encoding)}</td><td class="r">${account.read}</td><td class="r">${account.used}</td><td>${text(aside) || '–'}</td></tr>`;
    })
    .join('');
}

function accountPart(content: SheetContent, say: Say): string {
  if (content.drops.length === 0) return '';
  const head = [
    say('文件', 'File'),
    say('编码', 'Encoding'),
    say('读到', 'Read'),
    say('采用', 'Used'),
    say('搁置', 'Set aside'),
  ];
  const cells = head.map(
    (name, position) => `<th scope="col"${position === 2 || position === 3 ? ' class="r"' : ''}>${name}</th>`,
  );
  return `<section aria-labelledby="rows"><h2 id="rows">${say('每个文件的行数', 'The rows of every file')}</h2><p class="sm">${say('读到 = 采用 + 搁置', 'read = used + set aside')}</p><div class="scroll" tabindex="0" role="region" aria-labelledby="rows"><table><thead><tr>${cells.join('')}</tr></thead><tbody>${accountRows(content)}</tbody></table></div></section>`;
}

function headline(fatal: number, warning: number, say: Say): string {
  const parts = [
    ...(fatal > 0 ? [`<b class="ov">${fatal}</b> ${say('处必须改', 'to be mended')}`] : []),
    ...(warning > 0 ? [`<b>${warning}</b> ${say('处请看一眼', 'to be looked at')}`] : []),
  ];
  return parts.length === 0 ? say('没有问题', 'Nothing is wrong') : parts.join(say('，', ', '));
}

function style(): string {
  return ['src/site/styles/tokens.css', 'src/site/styles/staff.css']
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
}

/**
 * The problems as a page for people who do not read terminals: one file without script, image or link to anywhere, whose
 * policy forbids whatever is not its own style. The bad cell is marked within its row; what could give somebody away is
 * veiled, for the file may be mailed.
 */
export function problemSheet(content: SheetContent): string {
  const { language, told, tolerated, programme, at } = content;
  const say = sayIn(language);
  const { fatal, warning } = groupProblems(told, tolerated);
  const css = style();
  const hash = createHash('sha256').update(css).digest('base64');
  const title = say('检查报告 · 找茬', 'Check report · zhaocha');
  return `<!doctype html>
<html lang="${language.startsWith('zh') ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${css}</style>
</head>
<body>
<main>
<p class="tag">${say('内部页面，不对外发布', 'Internal, not to be published')}</p>
<p class="sm">${text(programme)}</p>
<h1>${headline(countOf(fatal), countOf(warning), say)}</h1>
<p>${fatal.length > 0 ? say('改好“必须改”之前，网站保持原样。', 'Until what must be mended is mended, the site stays as it is.') : inFolder(say('可以生成网站：npm run build', 'The site can be built: npm run build'), content.folder)}</p>
<p class="sm">${say('检查于', 'Checked')} ${text(at)}${say('。行号是表格里看到的行号，含表头。', '. Rows count as a spreadsheet shows them, the header included.')}</p>
${section(say('必须改', 'Must fix'), 'fatal', fatal, content, say)}
${section(say('请看一眼', 'Please look'), 'warning', warning, content, say)}
${accountPart(content, say)}
</main>
</body>
</html>
`;
}

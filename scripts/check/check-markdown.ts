import type { DropChanges } from '../../src/model/drop-changes.ts';
import { shownText } from '../../src/model/problem.ts';
import type { Outcome } from '../../src/pipeline/run.ts';
import { sayIn, type Say } from '../console.ts';
import { changeSections, liveLine, type ChangeSection, type Piece } from '../../src/model/change-sections.ts';
import { countOf, groupProblems } from '../../src/model/group-problems.ts';
import { problemReport } from './problem-report.ts';

/** So many backticks as the text has not in a row: nothing in it ends the code that it stands in. */
function fence(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(Math.max(least, longest + 1));
}

const longestInLine = 80;

/**
 * What stands in the data, as code: no markup, link, picture or name in it has any effect.
 *
 * @example
 * dataCode('@mayor <img>'); // => '`@mayor <img>`'
 * dataCode('a ` b'); // => '`` a ` b ``'
 */
export function dataCode(text: string): string {
  const line = shownText(text, longestInLine).trim();
  if (line === '') return '–';
  const marks = fence(line, 1);
  return line.includes('`') ? `${marks} ${line} ${marks}` : `${marks}${line}${marks}`;
}

function shown(piece: Piece): string {
  return typeof piece === 'string' ? piece : dataCode(piece.data);
}

function sectionLines({ title, count, alarm, lines, rest }: ChangeSection, say: Say): string[] {
  const told = `${alarm ? '⚠️ ' : ''}**${title}${count === null ? '' : ` · ${count}`}**`;
  if (lines.length === 0) return [`- ${told}`];
  return [
    `- ${told}`,
    ...lines.map((line) => `  - ${line.map(shown).join(' ')}`),
    ...(rest > 0 ? [`  - ${say(`…… 另有 ${rest}`, `… and ${rest} more`)}`] : []),
  ];
}

function folded(title: string, text: string): string[] {
  const marks = fence(text, 3);
  return [`<details><summary>${title}</summary>`, '', `${marks}text`, text, marks, '', '</details>', ''];
}

/** What a check found and what would change, as Markdown for a comment on a pull request. */
export function checkMarkdown(outcome: Outcome, changes: DropChanges | null, language: string): string {
  const say = sayIn(language);
  const tolerated = outcome.settings?.programme.tolerate ?? [];
  const { fatal, warning } = groupProblems(outcome, tolerated);
  const counts = say(
    `必须改 ${countOf(fatal)} 处，请看一眼 ${countOf(warning)} 处`,
    `${countOf(fatal)} to be mended, ${countOf(warning)} to be looked at`,
  );
  const verdict = outcome.fatal
    ? say('❌ 还不能发布', '❌ Cannot be published yet')
    : say('✅ 可以发布', '✅ Can be published');
  const report = problemReport(outcome, tolerated, language);
  const sections = changes === null ? [] : changeSections(changes, language);
  return [
    `### ${verdict}`,
    '',
    `${counts}`,
    '',
    ...(report === '' ? [] : folded(say('逐条', 'One by one'), report)),
    ...(changes === null
      ? []
      : [`### ${say('会改变什么', 'What would change')}`, '', liveLine(changes, language), '']),
    ...(changes !== null && sections.length === 0 ? [say('什么都不变', 'Nothing at all')] : []),
    ...sections.flatMap((one) => sectionLines(one, say)),
    '',
  ].join('\n');
}

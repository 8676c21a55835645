import { problemHelp, handbookPath } from '../../src/model/problem-help.ts';
import { problemText, shownText, type Problem } from '../../src/model/problem.ts';
import type { ToldProblems } from '../../src/model/told-problems.ts';
import { wordsIn } from '../../src/model/words.ts';
import { sayIn, type Say } from '../console.ts';
import { countOf, groupProblems, type ProblemGroup } from '../../src/model/group-problems.ts';
import { inFolder } from '../in-folder.ts';
import { textTable } from './text-table.ts';

/** A file name or a value, as wide as a table bears it. */
const longestInTable = 32;

/** The longest name and value in a table are cut; the lines under each row have them whole. */
function placeCells({ file, row, column, value }: Problem): string[] {
  const short = (text: string | undefined) => shownText(text ?? '', longestInTable) || '-';
  return [file, row === undefined ? '-' : String(row), short(column), short(value)];
}

function groupLines(
  { code, shown, rest }: ProblemGroup,
  language: string,
  say: Say,
  folder: string | undefined,
): string[] {
  const header = [say('文件', 'file'), say('行', 'row'), say('列', 'column'), say('值', 'value')];
  const [head = '', ...places] = textTable([header, ...shown.map(placeCells)]);
  const count = shown.length + rest;
  const title = ` ${code} · ${wordsIn(problemHelp[code].name, language)} · ${say(`${count} 处`, `${count}`)} · ${say('手册', 'handbook')} /${handbookPath(code)}`;
  return [
    title,
    `  ${head}`,
    ...shown.flatMap((problem, position) => {
      const { what, mend } = problemText(problem, language);
      return [`  ${places[position] ?? ''}`, `      ${what}`, `      → ${inFolder(mend, folder)}`];
    }),
    ...(rest > 0 ? [say(`  …… 同类还有 ${rest} 处`, `  … and ${rest} more of this kind`)] : []),
  ];
}

/**
 * The problems as lines for a terminal: what must be mended and what may be looked at apart, grouped by kind, each with
 * file, row, column, value, what is wrong and how to mend it, in the folder of the programme where one was named.
 */
export function problemReport(
  told: ToldProblems,
  tolerated: readonly string[],
  language: string,
  folder?: string,
): string {
  const say = sayIn(language);
  const { fatal, warning } = groupProblems(told, tolerated);
  const part = (title: string, groups: readonly ProblemGroup[]) =>
    groups.length === 0
      ? []
      : [
          say(`${title}（${countOf(groups)}）`, `${title} (${countOf(groups)})`),
          ...groups.flatMap((group) => groupLines(group, language, say, folder)),
        ];
  return [...part(say('必须改', 'Must fix'), fatal), ...part(say('请看一眼', 'Please look'), warning)].join(
    '\n',
  );
}

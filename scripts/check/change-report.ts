import type { DropChanges } from '../../src/model/drop-changes.ts';
import { shownText } from '../../src/model/problem.ts';
import { sayIn } from '../console.ts';
import { changeSections, liveLine, type ChangeSection, type Piece } from '../../src/model/change-sections.ts';

/** A title or a name, as wide as a line on a terminal bears it. */
const longestInLine = 36;

function shown(piece: Piece): string {
  return typeof piece === 'string' ? piece : shownText(piece.data, longestInLine);
}

function sectionLines({ title, count, alarm, lines, rest }: ChangeSection, language: string): string[] {
  const say = sayIn(language);
  const told = count === null ? title : `${title} · ${count}`;
  return [
    ` ${alarm ? '▲' : ' '} ${told}`,
    ...lines.map((line) => `     ${line.map(shown).join('  ')}`),
    ...(rest > 0 ? [`     ${say(`…… 另有 ${rest}`, `… and ${rest} more`)}`] : []),
  ];
}

/** What a drop changes as lines for a terminal; ▲ marks what somebody should look at before publishing. */
export function changeReport(changes: DropChanges, language: string): string {
  const say = sayIn(language);
  const sections = changeSections(changes, language);
  return [
    say('会改变什么', 'What would change'),
    `   ${liveLine(changes, language)}`,
    ...(sections.length === 0 ? [`   ${say('什么都不变', 'Nothing at all')}`] : []),
    ...sections.flatMap((section) => sectionLines(section, language)),
    ...(sections.some(({ alarm }) => alarm)
      ? [`   ${say('▲ 先看看是不是真的，再公布', '▲ see first whether it can be true, then publish')}`]
      : []),
  ].join('\n');
}

import { counted } from '../../src/model/counted.ts';
import type { CheckedDrop } from '../../src/model/batch.ts';
import { dropLine, unreadLines, type Say } from '../console.ts';

/** Up to so many drops each has its line; of more, those that were read before share one, as after years they are most. */
const mostListed = 20;

/**
 * What was read, drop by drop. `known` are the files that were read before and have not changed since: of many drops the reader
 * looks for the few that are new.
 */
export function dropLines(drops: readonly CheckedDrop[], known: ReadonlySet<string>, say: Say): string[] {
  const old = drops.length > mostListed ? drops.filter(({ file }) => known.has(file)) : [];
  const listed = drops.filter((drop) => !old.includes(drop));
  return [
    ...(old.length === 0
      ? []
      : [
          say(
            `  ${old.length} 个文件以前读过，没有变`,
            `  ${counted(old.length, 'file')} read before, unchanged since`,
          ),
        ]),
    ...listed.flatMap((drop) => [dropLine(drop, say), ...unreadLines(drop, say)]),
  ];
}

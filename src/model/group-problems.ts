import { isFatal, type Problem, type ProblemCode } from './problem.ts';
import type { MoreProblems, ToldProblems } from './told-problems.ts';

/** How many problems of a kind are shown one by one; `--json` gives all. */
export const shownOfAKind = 20;

/** The problems of one kind: the first of them to be shown, and how many more there are. */
export interface ProblemGroup {
  readonly code: ProblemCode;
  readonly shown: readonly Problem[];
  readonly rest: number;
}

/** The problems of a run, those that must be mended and those that may be looked at apart, grouped by kind. */
export interface GroupedProblems {
  readonly fatal: readonly ProblemGroup[];
  readonly warning: readonly ProblemGroup[];
}

function groups(problems: readonly Problem[], more: readonly MoreProblems[]): ProblemGroup[] {
  return [...Map.groupBy(problems, ({ code }) => code)].map(([code, kind]) => {
    const beyond = more.reduce((sum, { counts }) => sum + (counts[code] ?? 0), 0);
    const shown = kind.slice(0, shownOfAKind);
    return { code, shown, rest: kind.length + beyond - shown.length };
  });
}

/** Groups problems for showing, in the order in which they were found. */
export function groupProblems(
  { problems, more }: ToldProblems,
  tolerated: readonly string[],
): GroupedProblems {
  return {
    fatal: groups(
      problems.filter((problem) => isFatal(problem, tolerated)),
      more,
    ),
    warning: groups(
      problems.filter((problem) => !isFatal(problem, tolerated)),
      more,
    ),
  };
}

/** How many problems some groups hold. */
export function countOf(groupsOfProblems: readonly ProblemGroup[]): number {
  return groupsOfProblems.reduce((sum, { shown, rest }) => sum + shown.length + rest, 0);
}

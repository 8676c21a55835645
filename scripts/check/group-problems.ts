import { isFatal, type Problem, type ProblemCode } from '../../src/model/problem.ts';

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

function groups(problems: readonly Problem[]): ProblemGroup[] {
  return [...Map.groupBy(problems, ({ code }) => code)].map(([code, kind]) => ({
    code,
    shown: kind.slice(0, shownOfAKind),
    rest: Math.max(0, kind.length - shownOfAKind),
  }));
}

/** Groups problems for showing, in the order in which they were found. */
export function groupProblems(problems: readonly Problem[], tolerated: readonly string[]): GroupedProblems {
  return {
    fatal: groups(problems.filter((problem) => isFatal(problem, tolerated))),
    warning: groups(problems.filter((problem) => !isFatal(problem, tolerated))),
  };
}

/** How many problems some groups hold. */
export function countOf(groupsOfProblems: readonly ProblemGroup[]): number {
  return groupsOfProblems.reduce((sum, { shown, rest }) => sum + shown.length + rest, 0);
}

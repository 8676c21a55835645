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

/** What asks for a decision that none before it asked for comes first: a name that stands in a hundred rows is settled once. */
function newFirst(problems: readonly Problem[]): Problem[] {
  const asked = new Set<string>();
  const first: Problem[] = [];
  const again: Problem[] = [];
  for (const problem of problems) {
    const key = JSON.stringify(problem.choose);
    (problem.choose !== undefined && asked.has(key) ? again : first).push(problem);
    asked.add(key);
  }
  return [...first, ...again];
}

function groups(problems: readonly Problem[], more: readonly MoreProblems[]): ProblemGroup[] {
  return [...Map.groupBy(problems, ({ code }) => code)].map(([code, kind]) => {
    const beyond = more.reduce((sum, { counts }) => sum + (counts[code] ?? 0), 0);
    const shown = newFirst(kind).slice(0, shownOfAKind);
    return { code, shown, rest: kind.length + beyond - shown.length };
  });
}

/** Groups problems for showing, in the order in which they were found; what asks for the same decision again stands at the end. */
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

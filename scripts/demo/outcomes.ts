import type { Department } from './departments.ts';
import type { Outcome } from './plan.ts';
import type { Random } from './random.ts';

/** How many of six hundred problems stand how at the cut-off; the others are confirmed. */
const perSixHundred: readonly (readonly [Outcome, number])[] = [
  ['overdue', 31],
  ['overdue_unanswered', 17],
  ['reopened_overdue', 8],
  ['reopened_in_hand', 4],
  ['duplicate', 12],
  ['claimed', 58],
  ['in_hand', 35],
  ['analysing', 5],
  ['refused', 24],
  ['transferred', 24],
  ['withdrawn', 6],
];

/** What every problem shall come to, department by department. */
export function outcomesOf(
  random: Random,
  departments: readonly Department[],
  problems: number,
): { department: Department; outcome: Outcome }[] {
  const left = new Map(shares(departments, problems));
  const outcomes = perSixHundred.flatMap(([outcome, count]) =>
    Array.from({ length: Math.round((count * problems) / 600) }, () => {
      const department = random.weighted(
        departments,
        (each) => (left.get(each) ?? 0) * fitness(each, outcome),
      );
      left.set(department, (left.get(department) ?? 0) - 1);
      return { department, outcome };
    }),
  );
  const confirmed = [...left].flatMap(([department, count]) =>
    Array.from({ length: Math.max(0, count) }, () => ({ department, outcome: 'confirmed' as const })),
  );
  return [...outcomes, ...confirmed];
}

/** How readily a department comes to an outcome. One that is never late has everything confirmed. */
function fitness(department: Department, outcome: Outcome): number {
  const open = outcome !== 'refused' && outcome !== 'transferred' && outcome !== 'duplicate';
  if (department.late === 0 || (department.until !== undefined && open)) return 0;
  if (outcome.includes('overdue')) return department.overdue;
  return outcome === 'duplicate' && department.findings < 20 ? 0 : 1;
}

/** Shares a number out by the departments' weights: whole parts first, then the largest remainders. */
function shares(departments: readonly Department[], problems: number): [Department, number][] {
  const total = departments.reduce((sum, { findings }) => sum + findings, 0);
  const exact = departments.map((department) => ({
    department,
    part: (department.findings * problems) / total,
  }));
  const given = exact.reduce((sum, { part }) => sum + Math.floor(part), 0);
  const byRemainder = [...exact].sort((a, b) => (b.part % 1) - (a.part % 1));
  const more = new Set(byRemainder.slice(0, problems - given).map(({ department }) => department));
  return exact.map(({ department, part }) => [department, Math.floor(part) + (more.has(department) ? 1 : 0)]);
}

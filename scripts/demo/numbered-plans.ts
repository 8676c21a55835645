import { firstReleaseTo, workingDay, workingDayIndex } from './calendar.ts';
import type { City } from './city.ts';
import type { Department } from './departments.ts';
import { outcomesOf } from './outcomes.ts';
import { type Plan, plannerOf } from './plan.ts';
import type { Random } from './random.ts';

const commendationsPerProblem = 0.15;
const secondCohortFrom = '2025-10-01';
const withdrawnLateOn = '2026-08-05';

/** A plan with its number. */
export interface Numbered {
  readonly plan: Plan;
  readonly id: string;
  readonly cohort: '2024' | '2025';
}

/** The numbers that are given out: how many of each cohort are gone, and how many digits the longest needs. */
export interface Numbers {
  readonly gone: Record<Numbered['cohort'], number>;
  readonly width: number;
}

/** Numbers for a programme of so many problems, none given out yet. */
export function numbersFor(problems: number): Numbers {
  const all = problems + Math.round(problems * commendationsPerProblem);
  return { gone: { '2024': 0, '2025': 0 }, width: Math.max(3, String(all).length) };
}

/** Plans so many problems and their commendations, and numbers them on in the order in which they are found. */
export function numberedPlans(random: Random, city: City, problems: number, numbers: Numbers): Numbered[] {
  return plansOf(random, city, problems).map((plan) => {
    const cohort = workingDay(plan.found) < secondCohortFrom ? '2024' : '2025';
    numbers.gone[cohort] += 1;
    return { plan, cohort, id: `${cohort}-${String(numbers.gone[cohort]).padStart(numbers.width, '0')}` };
  });
}

function plansOf(random: Random, city: City, problems: number): Plan[] {
  const plan = plannerOf(random);
  const praised = city.departments.filter(({ findings, until }) => findings > 5 && until === undefined);
  const all = [
    ...outcomesOf(random, city.departments, problems).map(({ department, outcome }) =>
      plan(department, outcome),
    ),
    ...Array.from({ length: Math.round(problems * commendationsPerProblem) }, () =>
      plan(
        random.weighted(praised, ({ findings, late }) => findings * (late > 0.25 ? 0.5 : 1)),
        'commendation',
      ),
    ),
  ].sort((a, b) => a.found - b.found);
  const seen = new Set<Department>();
  const plans = all.map((each): Plan => {
    const alone = each.outcome === 'duplicate' && !seen.has(each.department);
    if (each.outcome !== 'duplicate' && each.outcome !== 'commendation') seen.add(each.department);
    return alone ? { ...each, outcome: 'withdrawn', ended: each.sent + 3 } : each;
  });
  return withdrawnLate(plans);
}

/** The last withdrawal before the first release came only after it: what has been published can be withdrawn, too. */
function withdrawnLate(plans: readonly Plan[]): Plan[] {
  const [released, late] = [workingDayIndex(firstReleaseTo), workingDayIndex(withdrawnLateOn)];
  const last = plans.findLast(
    ({ outcome, found, department }) =>
      outcome === 'withdrawn' && found < released && department.until === undefined,
  );
  return plans.map((each) => (each === last ? { ...each, ended: late } : each));
}

/** Which findings are an old problem come back: two months or more after the old one was confirmed. */
export function recurrencesOf(
  random: Random,
  findings: readonly Numbered[],
  wanted: number,
): Map<Plan, Numbered> {
  const again = new Map<Plan, Numbered>();
  const taken = new Set<Numbered>();
  const able = new Set(['confirmed', 'claimed', 'in_hand', 'overdue', 'overdue_unanswered']);
  const confirmed = findings.filter(({ plan }) => plan.outcome === 'confirmed');
  for (const { plan } of random.shuffled(findings)) {
    if (again.size >= wanted) break;
    if (!able.has(plan.outcome)) continue;
    const firsts = confirmed.filter(
      (each) =>
        each.plan.department === plan.department &&
        !taken.has(each) &&
        !again.has(each.plan) &&
        (each.plan.ended ?? plan.found) + 40 <= plan.found,
    );
    if (firsts.length === 0) continue;
    const first = random.pick(firsts);
    again.set(plan, first);
    taken.add(first);
  }
  return again;
}

import type { Finding } from './finding.ts';
import type { Severity } from './plan.ts';
import type { Random } from './random.ts';

/** What was first entered wrongly about a finding. */
export interface Mistake {
  readonly title?: string;
  readonly department?: string;
  readonly severity?: Severity;
}

/** The department that a finding is easily put down to. */
const mistaken: Readonly<Record<string, string>> = { realty: 'tax', tax: 'realty', hrss: 'healthcare' };

/** A few mistakes in confirmed findings of the first cohort: two departments, three titles, three severities. */
export function mistakesIn(random: Random, findings: readonly Finding[]): Map<Finding, Mistake> {
  const settled = random
    .shuffled(findings)
    .filter(({ cohort, plan, dueOn }) => cohort === '2024' && plan.outcome === 'confirmed' && dueOn === '');
  const misplaced = settled.filter(({ plan }) => plan.department.id in mistaken).slice(0, 2);
  const others = settled.filter((each) => !misplaced.includes(each));
  return new Map<Finding, Mistake>([
    ...misplaced.map((each) => [each, { department: mistaken[each.plan.department.id] ?? '' }] as const),
    ...others.slice(0, 3).map((each) => [each, { title: cutShort(each.title.zh) }] as const),
    ...others.slice(3, 6).map((each) => [each, { severity: wrong(each.plan.severity) }] as const),
  ]);
}

/** A title as an export with too narrow a field leaves it. */
function cutShort(title: string): string {
  return title.slice(0, Math.ceil(title.length * 0.6));
}

function wrong(severity: Severity): Severity {
  return severity === 'ordinary' ? 'minor' : 'ordinary';
}

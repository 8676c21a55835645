import type { Department } from './departments.ts';
import { lastWorkingDay, workingDay, workingDayIndex } from './calendar.ts';
import { type Random, samplerOf } from './random.ts';

/** How a finding shall stand at the cut-off. */
export type Outcome =
  | 'confirmed'
  | 'claimed'
  | 'analysing'
  | 'in_hand'
  | 'overdue'
  | 'overdue_unanswered'
  | 'reopened_overdue'
  | 'reopened_in_hand'
  | 'refused'
  | 'transferred'
  | 'duplicate'
  | 'withdrawn'
  | 'commendation';

export type Severity = 'minor' | 'ordinary' | 'serious';

/** The working days that a department has, by severity; `data/programme.yaml` of the demonstration says the same. */
export const limits: Readonly<Record<Severity, number>> = { serious: 7, ordinary: 15, minor: 30 };

/** The days of a finding's life, as places in `workingDays`. */
export interface Plan {
  readonly department: Department;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly found: number;
  readonly analysed: number;
  readonly sent: number;
  readonly replied?: number;
  /** Each claim, and the failed check that followed it, if any. */
  readonly claims: readonly { readonly on: number; readonly reopened?: number }[];
  /** The confirmation, refusal, transfer, merging or withdrawal. */
  readonly ended?: number;
}

const firstDay = workingDayIndex('2024-10-08');
const monthWeights = [1, 0.5, 1.2, 1.2, 1.1, 1.1, 0.9, 0.8, 1.3, 1.1, 1.2, 0.9];
/** Late findings are mostly still open, and those are laid from the end; the others keep out of their way. */
const quietFrom = workingDayIndex('2026-06-15');
const days = Array.from({ length: lastWorkingDay - firstDay + 1 }, (_, index) => firstDay + index);

function weightOf(index: number): number {
  const month = Number(workingDay(index).slice(5, 7));
  return (monthWeights[month - 1] ?? 1) * (index < quietFrom ? 1 : 0.2);
}

/** Lays the days of one finding, so that it stands as wanted at the cut-off. */
export type Planner = (department: Department, outcome: Outcome) => Plan;

/** A planner with its own chance. */
export function plannerOf(random: Random): Planner {
  const seasonal = samplerOf(random, days, weightOf);

  return (department, outcome) => {
    const last = department.until === undefined ? lastWorkingDay : workingDayIndex(department.until);
    for (;;) {
      const plan = attempt(department, outcome, last);
      const end = plan.ended ?? plan.claims.at(-1)?.reopened ?? plan.claims.at(-1)?.on ?? plan.found;
      if (plan.found >= firstDay && Math.max(end, plan.replied ?? 0) <= last) return plan;
    }
  };

  function attempt(department: Department, outcome: Outcome, last: number): Plan {
    const severity =
      outcome === 'reopened_in_hand'
        ? 'minor'
        : random.weighted(['minor', 'ordinary', 'serious'] as const, (each) =>
            each === 'ordinary' ? 52 : each === 'minor' ? 33 : 15,
          );
    const limit = limits[severity];
    const taken = (): number =>
      random.chance(department.late)
        ? limit + 1 + Math.floor(random.next() ** 1.6 * 22)
        : Math.max(2, Math.floor(limit * (0.25 + 0.74 * random.next())));

    const analysing = random.whole(1, 3);
    const sending = random.whole(1, 2);
    const from = (
      sent: number,
    ): Pick<Plan, 'department' | 'outcome' | 'severity' | 'found' | 'analysed' | 'sent'> => ({
      ...{ department, outcome, severity, sent },
      analysed: sent - sending,
      found: sent - sending - analysing,
    });
    const answered = (sent: number, before: number): { replied?: number } => {
      const replied = sent + random.whole(1, 6);
      return replied < before && random.chance(0.92) ? { replied } : {};
    };
    const late = 1 + Math.floor(random.next() ** 1.5 * 190);
    const sentAtRandom = seasonal() + analysing + sending;

    switch (outcome) {
      case 'analysing':
        return { ...from(last - random.whole(0, 3) + analysing + sending), claims: [] };
      case 'in_hand': {
        const sent = last - random.whole(1, limit - 1);
        return { ...from(sent), ...answered(sent, last + 1), claims: [] };
      }
      case 'overdue':
      case 'overdue_unanswered': {
        const sent = last - limit - late;
        const replied = sent + random.whole(2, limit);
        return { ...from(sent), ...(outcome === 'overdue' ? { replied } : {}), claims: [] };
      }
      case 'reopened_overdue':
      case 'reopened_in_hand': {
        const sent = last - (outcome === 'reopened_overdue' ? limit + late : random.whole(16, 24));
        const on = sent + random.whole(4, 9);
        return { ...from(sent), ...answered(sent, on), claims: [{ on, reopened: on + random.whole(2, 6) }] };
      }
      case 'claimed': {
        const on = last - Math.floor(random.next() ** 1.4 * 65);
        const again = random.chance(0.07);
        const reopened = on - random.whole(3, 10);
        const firstOn = again ? reopened - random.whole(2, 6) : on;
        const sent = firstOn - taken();
        const claims = again ? [{ on: firstOn, reopened }, { on }] : [{ on }];
        return { ...from(sent), ...answered(sent, firstOn), claims };
      }
      case 'confirmed': {
        const on = sentAtRandom + taken();
        const check = (): number => 5 + Math.floor(random.next() ** 1.5 * 13);
        if (!random.chance(0.085)) {
          return {
            ...from(sentAtRandom),
            ...answered(sentAtRandom, on),
            claims: [{ on }],
            ended: on + check(),
          };
        }
        const reopened = on + check();
        const second = reopened + random.whole(4, 18);
        const claims = [{ on, reopened }, { on: second }];
        return { ...from(sentAtRandom), ...answered(sentAtRandom, on), claims, ended: second + check() };
      }
      case 'refused':
        return { ...from(sentAtRandom), claims: [], ended: sentAtRandom + random.whole(3, limit) };
      case 'transferred': {
        const ended = sentAtRandom + random.whole(3, 9);
        return {
          ...from(sentAtRandom),
          ...(random.chance(0.6) ? { replied: ended - 1 } : {}),
          claims: [],
          ended,
        };
      }
      case 'duplicate':
        return { ...from(sentAtRandom), claims: [], ended: sentAtRandom - sending };
      case 'withdrawn':
        return { ...from(sentAtRandom), claims: [], ended: sentAtRandom + random.whole(2, 8) };
      case 'commendation':
        return { ...from(sentAtRandom), claims: [], ended: sentAtRandom };
    }
  }
}

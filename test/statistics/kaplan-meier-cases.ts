import type { DayCount } from '../../src/statistics/kaplan-meier.ts';
import type { Tolerance } from './reference.ts';
import type { Row } from './reference.ts';
import { readReference, readRows } from './reference.ts';

type Limits = { readonly [kind in 'plain' | 'log' | 'log_log']: readonly [number | null, number | null] };

export interface ExpectedGroup {
  readonly group: string;
  readonly n: number;
  readonly events: number;
  readonly censored: number;
  readonly max_time: number;
  readonly curve: {
    readonly [key: string]: readonly (number | null)[];
  } & {
    readonly log_log: {
      readonly lower: readonly (number | null)[];
      readonly upper: readonly (number | null)[];
    };
  };
  readonly quantiles: readonly {
    readonly p: number;
    readonly first_leq: number | null;
    readonly ci: Limits;
  }[];
  readonly at_times: readonly {
    readonly t: number;
    readonly estimable: boolean;
    readonly rectified: number;
    readonly n_risk: number;
    readonly rectified_ci: Limits;
  }[];
  readonly rmst: readonly {
    readonly tau: number;
    readonly beyond_follow_up: boolean;
    readonly rmst: number;
    readonly se: number;
  }[];
}

export interface ExpectedLogRank {
  readonly groups: readonly string[];
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  readonly var: readonly (readonly number[])[];
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
}

export interface SurvivalCase {
  readonly name: string;
  readonly tolerance: Tolerance;
  readonly groups: readonly (ExpectedGroup & { readonly counts: readonly DayCount[] })[];
  readonly logRank: ExpectedLogRank | null;
}

const names = [
  'aml_by_x',
  'bladder1_by_rx',
  'edge_all_censored',
  'edge_all_day0',
  'edge_day0_mixed',
  'edge_event_censor_tie',
  'edge_median_flat',
  'edge_single_censored',
  'edge_single_event',
  'huge_grouped',
  'left_truncated',
  'lung_by_sex',
  'ovarian_by_rx',
];

/** Each row of the reference as day counts; entry at day 0 puts nobody at risk late unless there are day-0 events. */
function dayCounts(rows: readonly Row[]): readonly DayCount[] {
  return rows.flatMap((row) => {
    const { status, time, entry } = row;
    const count = Number(row.count ?? 1);
    const ended = status === '1';
    const exit = { day: Number(time), events: ended ? count : 0, censored: ended ? 0 : count };
    return entry === undefined
      ? [exit]
      : [exit, { day: Number(entry), events: 0, censored: 0, entered: count }];
  });
}

/** The Kaplan-Meier references as counts by day with what R makes of them. */
export const survivalCases: readonly SurvivalCase[] = names.map((name) => {
  const reference = readReference<{ groups: ExpectedGroup[]; logrank: ExpectedLogRank | null }>(
    `km/${name}.json`,
  );
  const { input } = reference as unknown as { input: { group: string | null } };
  const rows = readRows(`km/${name}.csv`);
  const groups = reference.expected.groups.map((group) => ({
    ...group,
    counts: dayCounts(rows.filter((row) => input.group === null || row[input.group] === group.group)),
  }));
  return { name, tolerance: reference.tolerance, groups, logRank: reference.expected.logrank };
});

/** The same, one line a group. */
export const survivalGroups = survivalCases.flatMap(({ name, tolerance, groups }) =>
  groups.map((group) => ({ ...group, name, tolerance })),
);

import {
  changeMeasure,
  chartedCounts,
  chartedRates,
  contrasts,
  driftMeasure,
  fewestTested,
} from './charted.ts';
import type { Measure } from './measure.ts';
import { bothPeriods } from './measure-hidden.ts';
import { contrast, drift, newcombe, plainDifference, ranks, stabilised } from './measure-method.ts';
import type { Words } from './words.ts';

function changeOf(base: Measure, against: 'previous' | 'year'): Measure {
  const words =
    against === 'previous'
      ? { short: { zh: '环比', en: 'on the period before' }, long: { zh: '上一期', en: 'the period before' } }
      : {
          short: { zh: '同比', en: 'on the year before' },
          long: { zh: '上年同期', en: 'the same period of the year before' },
        };
  const rated = base.kind === 'rate';
  return {
    measure: changeMeasure(base.measure, against),
    kind: rated ? 'points' : 'change',
    name: { zh: `${base.name.zh}：${words.short.zh}`, en: `${base.name.en}: change ${words.short.en}` },
    definition: {
      zh: `“${base.name.zh}”这一期比${words.long.zh}多多少${rated ? '个百分点' : ''}；负数是少。`,
      en: `By how much “${base.name.en}” is above ${words.long.en}${rated ? ', in percentage points' : ''}; negative is below.`,
    },
    formula: rated ? 'p_1 - p_0' : 'x_1 - x_0',
    sql: base.sql,
    ...(rated ? newcombe : plainDifference),
    hidden: bothPeriods,
  };
}

function driftOf(base: Measure): Measure {
  return {
    measure: driftMeasure(base.measure),
    kind: 'slope',
    name: { zh: `${base.name.zh}：缓慢变化`, en: `${base.name.en}: slow drift` },
    definition: {
      zh: `“${base.name.zh}”平均每期变化多少：任意两期之差除以相隔期数的中位数；基数是期数；措辞只看控制图，不看它。`,
      en: `By how much “${base.name.en}” changes a period: the median, over all pairs of periods, of their difference by the periods between; the base is the number of periods; words follow the control chart, not this.`,
    },
    formula: '"median" (x_j - x_i) / (j - i)',
    sql: base.sql,
    ...drift,
    hidden: {
      zh: `不足 ${fewestTested} 个已结束的时期、数值全同，或前后期、同季彼此相关（去掉斜率后自相关大于 1.96/√n）时，写“还算不出”。`,
      en: `Not estimable with fewer than ${fewestTested} completed periods, with nothing but equal values, or when periods or seasons lean on each other (autocorrelation beyond 1.96/√n once the slope is taken out).`,
    },
  };
}

const contrastNames: Readonly<Record<(typeof contrasts)[number], Words>> = {
  channel: { zh: '各渠道', en: 'channels' },
  severity: { zh: '各程度', en: 'severities' },
  cohort: { zh: '各届', en: 'cohorts' },
};

function paceBy(kind: (typeof contrasts)[number]): Measure {
  const { zh, en } = contrastNames[kind];
  return {
    measure: `pace_by_${kind}`,
    kind: 'score',
    name: { zh: `${zh}的整改快慢是否一样`, en: `Whether ${en} are confirmed at one pace` },
    definition: {
      zh: `${zh}到确认整改的快慢之间的差别，卡方值；件数不足的组不进入比较；同一大厅的问题彼此相像，所以 p 值偏小。`,
      en: `How much the pace to confirmation differs between ${en}, as chi-squared; groups with too few findings stay out; findings of one hall are alike, so p is too small.`,
    },
    formula: '(O - E)^T V^(-1) (O - E)',
    sql: 'time_to_confirmed.sql',
    ...contrast,
    hidden: {
      zh: '够数的组不足两个时写“太少”；没有任何确认时写“还算不出”。',
      en: 'Too few with fewer than two groups of the smallest judged base; not estimable without any confirmation.',
    },
  };
}

const byRule: Words = {
  zh: '只在本地规定要求排名、设置里写了 ranking: bands 时才有。',
  en: 'Only where local rules demand a ranking and the settings say ranking: bands.',
};

const ranking: readonly Measure[] = [
  {
    measure: 'on_time_rate_stabilised',
    kind: 'rate',
    name: { zh: '按期整改率：稳定估计', en: 'Share on time: stabilised estimate' },
    definition: {
      zh: '件数少的部门向全体靠拢之后的按期整改率；原始的件数和基数在同一行。',
      en: 'The share on time with small departments drawn towards the whole; the raw count and base stand in the same row.',
    },
    formula: '(x + M theta) / (n + M)',
    sql: 'findings.sql',
    ...stabilised,
    hidden: byRule,
  },
  {
    measure: 'on_time_rate_rank',
    kind: 'rank',
    name: { zh: '按期整改率：名次范围', en: 'Share on time: range of ranks' },
    definition: {
      zh: '这个部门可能排在第几到第几；整个范围在前一半为上段，在后一半为下段，其余为中段。',
      en: 'The ranks that this department may take; the upper band if all of them lie in the better half, the lower if in the worse, else the middle.',
    },
    formula: 'P("low" <= "rank" <= "high") ~~ 0.95',
    sql: 'findings.sql',
    ...ranks,
    hidden: byRule,
  },
];

/** Measures that follow from others: changes, drifts, contrasts and a ranking. */
export function derivedMeasures(base: readonly Measure[]): Measure[] {
  const charted: ReadonlySet<string> = new Set([...chartedCounts, ...chartedRates]);
  return [
    ...base
      .filter(({ measure }) => charted.has(measure))
      .flatMap((measure) => [changeOf(measure, 'previous'), changeOf(measure, 'year'), driftOf(measure)]),
    ...contrasts.map(paceBy),
    ...ranking,
  ];
}

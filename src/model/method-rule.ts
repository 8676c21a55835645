import { fewestCharted, fewestTested, largeBase, smallestChartedMean } from './charted.ts';
import { fewestClusters, widenFrom } from './cluster.ts';
import { innerCoverage, outerCoverage } from './compared.ts';
import { longestHorizon } from './horizon.ts';
import { largestWeight } from './margin.ts';
import { nearCeiling } from './near-ceiling.ts';
import { confidence, type Rule } from './rule.ts';
import type { Words } from './words.ts';

const days: Words = { zh: '天', en: 'days' };
const periods: Words = { zh: '期', en: 'periods' };
const share: Words = { zh: '（1 为全部）', en: 'of 1' };
const times: Words = { zh: '倍', en: 'times' };

/** The numbers of our methods. No programme sets them otherwise: a journalist finds each beside those that one may set. */
export const methodRules: readonly Rule[] = [
  {
    rule: 'confidence',
    value: confidence,
    name: { zh: '区间的覆盖', en: 'Coverage of every range' },
    unit: share,
    reason: {
      zh: '统计界通行的约定；漏斗图里面的一对线也是它。',
      en: 'The usual convention of statistics; the inner lines of a funnel have it, too.',
    },
  },
  {
    rule: 'compared_beyond',
    value: outerCoverage,
    name: { zh: '越过多少才写高于或低于', en: 'Coverage beyond which a unit is called higher or lower' },
    unit: share,
    reason: {
      zh: `几十个单位一起比，${innerCoverage} 的线总有一两个会偶然越过；越过这条线的，偶然的可能一边不足千分之一。`,
      en: `Of some dozens of units one or two cross the line of ${innerCoverage} by chance; this one is crossed by chance less than once in a thousand on either side.`,
    },
  },
  {
    rule: 'longest_wait',
    value: longestHorizon,
    name: { zh: '整改快慢最长看多少天', en: 'Longest wait that is looked at' },
    unit: days,
    reason: {
      zh: '平均等了多少天只算到这一天；一个时期结束满这么多天，它的按期整改率才与别的时期比，那时期限已过、也复核过了。',
      en: 'Mean waits are taken up to this day; and so long a period must be over before its share on time is compared with others: by then its deadlines have passed and were checked.',
    },
  },
  {
    rule: 'fewest_charted_periods',
    value: fewestCharted,
    name: { zh: '控制图最少的期数', en: 'Fewest periods of a control chart' },
    unit: periods,
    reason: {
      zh: '再少，界限宽得没有用处。',
      en: 'With fewer the limits are too wide to be of use.',
    },
  },
  {
    rule: 'smallest_charted_mean',
    value: smallestChartedMean,
    name: { zh: '控制图最少的平均每期件数', en: 'Smallest mean of a control chart' },
    unit: { zh: '件每期', en: 'findings a period' },
    reason: {
      zh: '再少，多一件少一件就是一半，每一步都像信号。',
      en: 'With fewer, one more or less is half of it, and every step looks like a signal.',
    },
  },
  {
    rule: 'large_base',
    value: largeBase,
    name: { zh: '从多大的平均基数起画 Laney p′ 图', en: 'Mean base from which a chart is a Laney p′ chart' },
    unit: { zh: '人或件', en: 'people or findings' },
    reason: {
      zh: '基数这样大，p 图的界限窄得几乎期期出界。',
      en: 'With so large a base nearly every period is outside the limits of a p-chart.',
    },
  },
  {
    rule: 'fewest_tested_periods',
    value: fewestTested,
    name: { zh: '缓慢变化最少的期数', en: 'Fewest periods of a slow drift' },
    unit: periods,
    reason: {
      zh: '再少，检验几乎什么也看不出。',
      en: 'With fewer the test can hardly see anything.',
    },
  },
  {
    rule: 'widened_from',
    value: widenFrom,
    name: { zh: '设计效应大于多少时放宽区间', en: 'Design effect above which a range is widened' },
    unit: times,
    reason: {
      zh: '同一大厅的回答彼此相像；到这么多时，不放宽的区间短了近两成。',
      en: 'Answers of one hall are alike; where it is so much, a range that is not widened is nearly a fifth too short.',
    },
  },
  {
    rule: 'fewest_clusters',
    value: fewestClusters,
    name: { zh: '算设计效应最少的大厅数', en: 'Fewest halls for a design effect' },
    unit: { zh: '个', en: 'halls' },
    reason: {
      zh: '再少，说不出大厅之间差多少。',
      en: 'Fewer say nothing about how halls differ.',
    },
  },
  {
    rule: 'largest_weight',
    value: largestWeight,
    name: { zh: '一个回答最大的权数', en: 'Largest weight of one answer' },
    unit: { zh: '倍于平均', en: 'times the mean' },
    reason: {
      zh: '再大，一个人就替太多的人说了话，这时不给加权的比率。',
      en: 'With more, one person speaks for too many: there is no weighted rate then.',
    },
  },
  {
    rule: 'near_ceiling',
    value: nearCeiling,
    name: {
      zh: '差评率低于多少时按每千、每万次说',
      en: 'Negative share below which it is told per 1,000 or 10,000',
    },
    unit: share,
    reason: {
      zh: '几乎人人满意时，百分数总是九十九。',
      en: 'Where nearly all are satisfied a percentage would always say 99.',
    },
  },
];

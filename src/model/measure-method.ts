import { widenFrom } from './cluster.ts';
import { fewestCharted, largeBase, smallestChartedMean } from './charted.ts';
import { longestHorizon } from './horizon.ts';
import type { Words } from './words.ts';

/** How a kind of measure is estimated, and where the method comes from. */
export interface Method {
  readonly method: Words;
  readonly source: Words;
}

const method = (zh: string, en: string, sourceZh: string, sourceEn = sourceZh): Method => ({
  method: { zh, en },
  source: { zh: sourceZh, en: sourceEn },
});

export const counting = method(
  '全数登记，直接计数。',
  'A complete register: counted.',
  '登记本身',
  'The register itself',
);

export const wilson = method(
  'Wilson 得分区间，95%，不作连续性校正。区间说的是“如果照这样做下去”的可能范围。',
  'Wilson score interval, 95 %, no continuity correction. It describes the process: the likely range if the work went on like this.',
  'Wilson 1927；Brown、Cai、DasGupta 2001',
  'Wilson 1927; Brown, Cai and DasGupta 2001',
);

/** Rates that are compared: the interval of the rate, and the words beside it. */
export const compared = method(
  `${wilson.method.zh}部门、大厅在全部时期与同类相比，只有越过漏斗图 99.8% 线才写高于或低于：精确二项分布，越过就是单侧概率不足 0.1%，两个整数之间按概率插值。有基数的单位，不论多小，都参加合计和离散的估计；离散超出偶然（z 值在 10%、90% 处缩尾后均方大于 1，齐性检验 p < 0.05）时，方差加上单位间方差（DerSimonian–Laird 矩估计），界限用正态近似（加性放宽）。`,
  `${wilson.method.en} Departments and halls over all time beside the others of their kind: higher or lower only beyond the 99.8 % line of the funnel plot, exact binomial: beyond it is where the one-sided probability is under 0.1 %, interpolated between whole numbers. Units with a base, however small, are in the pooled rate and in the scatter; where they scatter more than chance (mean square of z, winsorised at 10 and 90 %, above 1, and test of homogeneity p < 0.05) the variance between units (DerSimonian–Laird moments) is added and the limits are normal (additive).`,
  'Wilson 1927；Spiegelhalter 2005（Statistics in Medicine 24:1185；QSHC 14:347）',
  'Wilson 1927; Spiegelhalter 2005 (Statistics in Medicine 24:1185; QSHC 14:347)',
);

const fewPeriods: Words = {
  zh: `不足 ${fewestCharted} 期的不画；只看已结束的时期。`,
  en: `none for under ${fewestCharted} periods; completed periods only.`,
};

/** Counts that are followed from period to period. */
export const followed = method(
  `全数登记，直接计数。全项目和部门按期看时画 XmR 图：平均 ± 2.66 倍平均移动极差，NHS 规则，不剔除任何一期；不足 12 期的界限只是试用；平均每期不到 ${smallestChartedMean} 的、${fewPeriods.zh}`,
  `A complete register: counted. By period, of the programme and departments, an XmR chart: mean ± 2.66 mean moving ranges, NHS rules, nothing screened out; limits of under 12 periods are trial limits; none for a mean under ${smallestChartedMean} a period, ${fewPeriods.en}`,
  'Shewhart 1931；Wheeler 1993；NHS England, Making Data Count',
  'Shewhart 1931; Wheeler 1993; NHS England, Making Data Count',
);

/** Rates that are followed from period to period: how they are estimated, and their chart. */
export const rateFollowed = ({ method: estimate, source }: Method): Method =>
  method(
    `${estimate.zh}全项目和部门按期看时画 p 图：有数的各期合计的比率 ± 3 个标准误，只看有没有出界；基数平均满 ${largeBase} 的画 Laney p′ 图，再乘 z 值的平均移动极差 ÷ 1.128；${fewPeriods.zh}`,
    `${estimate.en} By period, of the programme and departments, a p-chart: pooled rate of the periods with a number ± 3 standard errors, whose one rule is a point outside; with a mean base of ${largeBase} or more a Laney p′ chart, these times the mean moving range of z ÷ 1.128; ${fewPeriods.en}`,
    `${source.zh}；Laney 2002`,
    `${source.en}; Laney 2002`,
  );

export const survival = method(
  'Kaplan–Meier 估计：还没改好的按“到截止日仍未改好”计入，不丢掉；从旧台账迁入的，从迁入那天起才算在观察之中；不采纳、转交的一直算没改好；没有说改好就确认的，确认那天也算说改好；重复、撤回、日期颠倒的不计；区间用 log-log 变换，95%，一件也没有或件件都有时没有区间。天是自然日。',
  'Kaplan–Meier: findings not yet there count as still waiting at the cut-off; those taken over from an older register are under observation from that day on; refused and transferred ones wait for ever; one confirmed without a claim counts as said fixed on that day; duplicates, withdrawn findings and those with dates out of order are left out; log-log interval, 95 %, none where none or all are there. Days are calendar days.',
  'Kaplan、Meier 1958；Kalbfleisch、Prentice 2002',
  'Kaplan and Meier 1958; Kalbfleisch and Prentice 2002',
);

export const median = method(
  `${survival.method.zh}两端是区间的曲线降到一半的那天，没有降到的为空。`,
  `${survival.method.en} The ends are the days on which the curves of the interval come down to a half; blank where one does not.`,
  'Kaplan、Meier 1958；Brookmeyer、Crowley 1982',
  'Kaplan and Meier 1958; Brookmeyer and Crowley 1982',
);

export const restricted = method(
  `Kaplan–Meier 曲线下到第 ${longestHorizon} 天的面积，哪些计入同 ${longestHorizon} 天内的比例；Greenwood 方差，正态区间，95%；只算全部时期。不公布没有期限的平均数：没改好的还在等，那个数并不知道。`,
  `Area under the Kaplan–Meier curve up to day ${longestHorizon}, of the findings as in the shares within ${longestHorizon} days; Greenwood variance, normal interval, 95 %; over all time only. A mean without a limit is not published: while findings wait, nobody knows it.`,
  'Karrison 1987；Royston、Parmar 2013',
  'Karrison 1987; Royston and Parmar 2013',
);

export const asked = method(
  `Wilson 得分区间，95%；全项目、全部时期的，设计效应大于 ${widenFrom} 时按有效人数算（figures.csv 的 deff、effective_base）。受访者自愿参加：区间只说“若受访者如同随机样本”，不含谁愿意作答的偏差。`,
  `Wilson score interval, 95 %; of the whole programme and all time on the effective base where the design effect is above ${widenFrom} (deff and effective_base in figures.csv). Respondents chose to answer: the range holds if they behaved like a random sample of users; it does not cover who chose to answer.`,
  'Wilson 1927；国办发〔2019〕51号（五级的分法）',
  'Wilson 1927; 国办发〔2019〕51号 for the grades',
);

export const asPerMany = method(
  `${asked.method.zh}不满意少于百分之十时才换成每千次；一万次以上且不到千分之一时，换成每万次。`,
  `${asked.method.en} Per 1,000 only where fewer than ten per cent are dissatisfied; per 10,000 from 10,000 answers on with fewer than one in a thousand.`,
  'Wilson 1927',
);

export const weighted = method(
  '按 margins.csv 里的总体构成加权（耙平法），Wilson 区间用 Kish 有效人数，95%，不含同一大厅的回答彼此相像的代价。只用已公布的人数；未加权的数照样公布。加权治不了谁愿意作答的偏差。',
  'Weighted to the population of margins.csv (raking); Wilson interval on Kish’s effective base, 95 %, which leaves out that answers of one hall are alike. Made from published counts only; the unweighted figure stays. Weights do not cure who chose to answer.',
  'Deming、Stephan 1940；Kish 1965',
  'Deming and Stephan 1940; Kish 1965',
);

export const mean = method(
  't 区间，95%。受访者自愿参加，含义同上。',
  't interval, 95 %. Respondents chose to answer: read as above.',
  'Student 1908',
);

export const promoters = method(
  '调整 Wald 区间（各加 3/4，n + 3），95%。受访者自愿参加，含义同上。',
  'Adjusted Wald interval (3/4 added to each end, n + 3), 95 %. Respondents chose to answer: read as above.',
  'Rocks 2016',
);

export const plainDifference = method(
  '两期件数相减。登记是全数的，差就是差，没有抽样误差。',
  'One count less the other. The register is complete: the difference is exact.',
  '登记本身',
  'The register itself',
);

export const newcombe = method(
  'Newcombe 混合得分区间，方法 10，95%。两期的区间重叠时，差的区间也可能不含零。',
  'Newcombe hybrid score interval, method 10, 95 %. It may lie off zero although the intervals of the two periods overlap.',
  'Newcombe 1998（Statistics in Medicine 17:873）',
  'Newcombe 1998 (Statistics in Medicine 17:873)',
);

export const drift = method(
  'Sen 斜率；Mann–Kendall 检验，正态近似，作连续性校正，方差按并列校正，p 值在一页之内按 Benjamini–Hochberg 校正。',
  'Sen slope; Mann–Kendall test, normal with continuity correction, variance corrected for ties, p-value adjusted within the page by Benjamini–Hochberg.',
  'Mann 1945；Kendall 1975；Sen 1968；Benjamini、Hochberg 1995',
  'Mann 1945; Kendall 1975; Sen 1968; Benjamini and Hochberg 1995',
);

export const contrast = method(
  'log-rank 检验，事先定下的三项比较；p 值在一页之内按 Benjamini–Hochberg 校正。',
  'Log-rank test, one of three comparisons named beforehand; p-value adjusted within the page by Benjamini–Hochberg.',
  'Mantel 1966；Benjamini、Hochberg 1995',
  'Mantel 1966; Benjamini and Hochberg 1995',
);

export const stabilised = method(
  '经验贝叶斯，beta 二项模型：theta 是合计的比率，M = 1/ρ − 1，组内相关 ρ 由按件数加权的矩估计；后验区间 95%，是近似的。',
  'Empirical Bayes, beta-binomial model: theta is the pooled rate, M = 1/ρ − 1, ρ the correlation within units by moments weighted by base; posterior interval 95 %, approximate.',
  'Kleinman 1973',
);

export const ranks = method(
  '从各部门稳定估计的 beta 后验抽 2,000 次，每次排名，取中间 95%，两端向外取整；种子固定。',
  'Rates drawn 2,000 times from the beta posterior of each stabilised estimate and ranked; the middle 95 %, ends rounded outwards; with a fixed seed.',
  'Goldstein、Spiegelhalter 1996',
  'Goldstein and Spiegelhalter 1996',
);

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
  `${wilson.method.zh}与同类相比，只有越过漏斗图 99.8% 线才写高于或低于：精确二项分布；各单位的离散超出偶然时用加性放宽的界限。`,
  `${wilson.method.en} Beside the others of its kind: higher or lower only beyond the 99.8 % line of the funnel plot, exact binomial, or widened (additive) where units scatter more than chance.`,
  'Wilson 1927；Spiegelhalter 2005（Statistics in Medicine 24:1185；QSHC 14:347）',
  'Wilson 1927; Spiegelhalter 2005 (Statistics in Medicine 24:1185; QSHC 14:347)',
);

/** Counts that are followed from period to period. */
export const followed = method(
  '全数登记，直接计数。按期看时画 XmR 图：平均 ± 2.66 倍平均移动极差，NHS 规则，不剔除任何一期；不足 12 期的界限只是试用；只看已结束的时期。',
  'A complete register: counted. By period an XmR chart: mean ± 2.66 mean moving ranges, NHS rules, nothing screened out; limits of under 12 periods are trial limits; completed periods only.',
  'Shewhart 1931；Wheeler 1993；NHS England, Making Data Count',
  'Shewhart 1931; Wheeler 1993; NHS England, Making Data Count',
);

export const survival = method(
  'Kaplan–Meier 估计：还没改好的按“到截止日仍未改好”计入，不丢掉；从旧台账迁入的，从迁入那天起才算在观察之中；重复、撤回的不计；区间用 log-log 变换，95%。',
  'Kaplan–Meier: findings not yet there count as still waiting at the cut-off; those taken over from an older register are under observation from that day on; duplicates and withdrawn findings are left out; log-log interval, 95 %.',
  'Kaplan、Meier 1958；Kalbfleisch、Prentice 2002',
  'Kaplan and Meier 1958; Kalbfleisch and Prentice 2002',
);

export const median = method(
  survival.method.zh,
  survival.method.en,
  'Kaplan、Meier 1958；Brookmeyer、Crowley 1982',
  'Kaplan and Meier 1958; Brookmeyer and Crowley 1982',
);

export const restricted = method(
  'Kaplan–Meier 曲线下到第 60 天的面积，Greenwood 方差，正态区间，95%。不公布没有期限的平均数：没改好的还在等，那个数并不知道。',
  'Area under the Kaplan–Meier curve up to day 60, Greenwood variance, normal interval, 95 %. A mean without a limit is not published: while findings wait, nobody knows it.',
  'Karrison 1987；Royston、Parmar 2013',
  'Karrison 1987; Royston and Parmar 2013',
);

export const asked = method(
  'Wilson 得分区间，95%。受访者自愿参加：区间只说“若受访者如同随机样本”，不含谁愿意作答的偏差。',
  'Wilson score interval, 95 %. Respondents chose to answer: the range holds if they behaved like a random sample of users; it does not cover who chose to answer.',
  'Wilson 1927；国办发〔2019〕51号（五级的分法）',
  'Wilson 1927; 国办发〔2019〕51号 for the grades',
);

export const asPerMany = method(
  `${asked.method.zh}不满意少于百分之十时才换成每千次；一万次以上且不到千分之一时，换成每万次。`,
  `${asked.method.en} Per 1,000 only where fewer than ten per cent are dissatisfied; per 10,000 from 10,000 answers on with fewer than one in a thousand.`,
  'Wilson 1927',
);

export const weighted = method(
  '按 margins.csv 里的总体构成加权（耙平法），Wilson 区间用 Kish 有效人数，95%。只用已公布的人数；未加权的数照样公布。加权治不了谁愿意作答的偏差。',
  'Weighted to the population of margins.csv (raking); Wilson interval on Kish’s effective base, 95 %. Made from published counts only; the unweighted figure stays. Weights do not cure who chose to answer.',
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
  'Newcombe 混合得分区间，方法 10，95%。两个区间重叠与否不能代替它。',
  'Newcombe hybrid score interval, method 10, 95 %. Whether two single intervals overlap says something else.',
  'Newcombe 1998（Statistics in Medicine 17:873）',
  'Newcombe 1998 (Statistics in Medicine 17:873)',
);

export const drift = method(
  'Sen 斜率；Mann–Kendall 检验，方差按并列校正，p 值在一页之内按 Benjamini–Hochberg 校正。',
  'Sen slope; Mann–Kendall test, variance corrected for ties, p-value adjusted within the page by Benjamini–Hochberg.',
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
  '经验贝叶斯，beta 二项模型，后验区间 95%，是近似的。',
  'Empirical Bayes, beta-binomial model, posterior interval 95 %, approximate.',
  'Kleinman 1973',
);

export const ranks = method(
  '参数自助法，2,000 次模拟排名，种子固定。',
  'Parametric bootstrap, 2,000 simulated rankings, with a fixed seed.',
  'Goldstein、Spiegelhalter 1996',
  'Goldstein and Spiegelhalter 1996',
);

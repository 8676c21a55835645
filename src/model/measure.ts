import { chartedCounts, chartedRates } from './charted.ts';
import { derivedMeasures } from './derived-measure.ts';
import { horizons, longestHorizon } from './horizon.ts';
import { beyond, never, noBase, smallBase, smallUnitOnly } from './measure-hidden.ts';
import {
  asked,
  asPerMany,
  compared,
  counting,
  followed,
  mean,
  median,
  promoters,
  rateFollowed,
  restricted,
  survival,
  weighted,
} from './measure-method.ts';
import type { Words } from './words.ts';

/** How a measure is computed and read. `count` of base; `rate` = count / base; the rest have a value of their own. */
export type MeasureKind = 'count' | 'rate' | 'days' | 'score' | 'change' | 'points' | 'slope' | 'rank';

/** What a figure measures. `measures.csv` and the method page are written from this list. */
export interface Measure {
  readonly measure: string;
  readonly kind: MeasureKind;
  readonly name: Words;
  readonly definition: Words;
  /**
   * In the notation of AsciiMath. A word in quotation marks is one of `formulaTerms`; the method page writes it in its
   * language, as MathML.
   */
  readonly formula: string;
  /** The file in `src/pipeline/tally/` that counts it. */
  readonly sql: string;
  readonly method: Words;
  /** Where the method comes from. */
  readonly source: Words;
  /** When there is no number. */
  readonly hidden: Words;
}

const charted: ReadonlySet<string> = new Set([...chartedCounts, ...chartedRates]);

function count(measure: string, sql: string, name: Words, definition: Words, formula = 'n'): Measure {
  const method = charted.has(measure) ? followed : counting;
  return { measure, kind: 'count', name, definition, formula, sql, ...method, hidden: never };
}

function rate(measure: string, sql: string, name: Words, definition: Words, formula: string): Measure {
  const method = charted.has(measure) ? rateFollowed(compared) : compared;
  return { measure, kind: 'rate', name, definition, formula, sql, ...method, hidden: noBase };
}

function surveyRate(measure: string, name: Words, definition: Words, formula: string): Measure {
  return {
    measure,
    kind: 'rate',
    name,
    definition,
    formula,
    sql: 'answers.sql',
    ...(charted.has(measure) ? rateFollowed(asked) : asked),
    hidden: smallBase,
  };
}

/** A rate as it would be if the respondents were made up like the population. */
function weightedRate(measure: string, name: Words): Measure {
  return {
    measure: `${measure}_weighted`,
    kind: 'rate',
    name: { zh: `${name.zh}，加权`, en: `${name.en}, weighted` },
    definition: {
      zh: `如果回答者的构成与 margins.csv 里的总体一样，${name.zh}会是多少。`,
      en: `What “${name.en}” would be if the respondents were made up like the population of margins.csv.`,
    },
    formula: '(sum w_i x_i) / (sum w_i)',
    sql: 'answers.sql',
    ...weighted,
    hidden: {
      zh: '没有 margins.csv 就没有；有一类不公布，它也不公布；有一类没有人回答、有人不属于任何一类、几个维度合不拢，或一个回答的权数超过平均的五倍时，写“还算不出”。',
      en: 'Only with a margins.csv; withheld with any of its categories; not estimable where a category has no answers, answers belong to no category, margins cannot be met together, or one answer weighs more than five times the mean.',
    },
  };
}

/** Where nearly all are satisfied a percentage would always say 99. */
function perMany(unit: 1000 | 10_000): Measure {
  const many = { zh: unit === 1000 ? '每千次' : '每万次', en: unit === 1000 ? 'per 1,000' : 'per 10,000' };
  return {
    measure: `negative_per_${unit}`,
    kind: 'score',
    name: { zh: `${many.zh}里的不满意`, en: `Dissatisfied ${many.en}` },
    definition: {
      zh: `不满意、非常不满意两档之和，按${many.zh}评价计。`,
      en: `Dissatisfied and very dissatisfied together, ${many.en} ratings.`,
    },
    formula: `${unit} (a_4 + a_5) / n`,
    sql: 'answers.sql',
    ...asPerMany,
    hidden: {
      zh: '差评率公布而且低于百分之十时才有；差评率不公布，它也不公布。',
      en: 'Only where the negative share is published and below ten per cent; withheld with it.',
    },
  };
}

const fixed = {
  claimed: { zh: '部门称已整改', en: 'said fixed' },
  confirmed: { zh: '确认已整改', en: 'confirmed fixed' },
} as const;

function restrictedDays(what: 'claimed' | 'confirmed'): Measure {
  const who = fixed[what];
  return {
    measure: `mean_days_to_${what}_within_${longestHorizon}`,
    kind: 'days',
    name: {
      zh: `前 ${longestHorizon} 天里平均等了多少天才${who.zh}`,
      en: `Mean days until ${who.en}, of the first ${longestHorizon}`,
    },
    definition: {
      zh: `发现后的 ${longestHorizon} 天里，一件问题平均有多少天还没有${who.zh}，未改好的也算在内。`,
      en: `On how many of the ${longestHorizon} days after being found a problem was not yet ${who.en}, on average, those still open included.`,
    },
    formula: `int_0^${longestHorizon} S(t) d t`,
    sql: `time_to_${what}.sql`,
    ...restricted,
    hidden: beyond,
  };
}

/** The whole curve, of which the table of curves has the steps. */
function byDay(what: 'claimed' | 'confirmed'): Measure {
  const who = fixed[what];
  return {
    measure: `${what}_by_day`,
    kind: 'rate',
    name: { zh: `到第几天${who.zh}的比例`, en: `Share ${who.en} by day` },
    definition: {
      zh: `从发现之日起，到每一天为止${who.zh}的问题所占比例，未改好的也算在内；逐级列在 curves.csv。`,
      en: `Share of problems ${who.en} by each day since being found, those still open included; its steps are in curves.csv.`,
    },
    formula: '1 - prod_(t_i <= t) (1 - d_i / n_i)',
    sql: `time_to_${what}.sql`,
    ...survival,
    hidden: beyond,
  };
}

function within(what: 'claimed' | 'confirmed', days: number): Measure {
  const who = fixed[what];
  return {
    measure: `${what}_within_${days}`,
    kind: 'rate',
    name: { zh: `${days} 天内${who.zh}的比例`, en: `Share ${who.en} within ${days} days` },
    definition: {
      zh: `从发现之日起 ${days} 天内${who.zh}的问题所占比例，未改好的也算在内；退回重改的，从最初发现算到最后一次。`,
      en: `Share of problems ${who.en} within ${days} days of being found, those still open included; a reopened problem counts from its first day to its last.`,
    },
    formula: `1 - S(${days})`,
    sql: `time_to_${what}.sql`,
    ...survival,
    hidden: beyond,
  };
}

function medianDays(what: 'claimed' | 'confirmed'): Measure {
  const who = fixed[what];
  return {
    measure: `median_days_to_${what}`,
    kind: 'days',
    name: { zh: `一半问题${who.zh}所用的天数`, en: `Days until half were ${who.en}` },
    definition: {
      zh: `到第几天有一半的问题${who.zh}，未改好的也算在内。`,
      en: `The day by which half of the problems were ${who.en}, those still open included.`,
    },
    formula: 'min {t : S(t) <= 0.5}',
    sql: `time_to_${what}.sql`,
    ...median,
    hidden: beyond,
  };
}

/** What is counted or estimated at one place and in one period. */
const direct: readonly Measure[] = [
  count(
    'found',
    'findings.sql',
    { zh: '发现', en: 'Found' },
    {
      zh: '这一时期发现的问题件数，含其后判为重复、撤回的。',
      en: 'Problems found in the period, those later found to be duplicates or withdrawn included.',
    },
  ),
  count(
    'confirmed',
    'findings.sql',
    { zh: '确认已整改', en: 'Confirmed fixed' },
    {
      zh: '到截止日，体验官复核并确认已整改的件数。',
      en: 'Problems that an officer has checked and confirmed fixed by the cut-off.',
    },
  ),
  count(
    'claimed',
    'findings.sql',
    { zh: '称已整改，待确认', en: 'Said fixed, awaiting confirmation' },
    {
      zh: '到截止日，部门称已整改、体验官还没有确认的件数；不计入“已整改”。',
      en: 'Problems the department says are fixed and no officer has confirmed yet; never counted as fixed.',
    },
  ),
  count(
    'in_hand',
    'findings.sql',
    { zh: '办理中，未到期', en: 'In hand, within the limit' },
    {
      zh: '到截止日还没有整改说法，期限就在截止日或更晚、或还没有期限的件数，含退回重改而未过期限的。',
      en: 'Open problems with a deadline on the cut-off day or later, or none yet; those sent back within the limit included.',
    },
  ),
  count(
    'overdue',
    'findings.sql',
    { zh: '逾期未改', en: 'Overdue' },
    {
      zh: '期限早于截止日、部门还没有说改好的件数，含退回重改的；截止日当天到期的还不算，写明钟点而钟点已过的除外。',
      en: 'Open problems with a deadline before the cut-off day, those sent back included; one that ends on that very day is not overdue yet, unless its time of day is given and has passed.',
    },
  ),
  count(
    'refused',
    'findings.sql',
    { zh: '部门不采纳', en: 'Refused' },
    {
      zh: '部门不采纳的件数，理由逐件公开。',
      en: 'Problems the department refused to act on; each reason is published.',
    },
  ),
  count(
    'transferred',
    'findings.sql',
    { zh: '转交其他单位', en: 'Transferred' },
    {
      zh: '转交给本项目以外单位的件数。',
      en: 'Problems handed to a body outside the programme.',
    },
  ),
  count(
    'duplicate',
    'findings.sql',
    { zh: '重复', en: 'Duplicate' },
    {
      zh: '与另一件是同一问题的件数。',
      en: 'Problems that are the same as another one.',
    },
  ),
  count(
    'withdrawn',
    'findings.sql',
    { zh: '撤回', en: 'Withdrawn' },
    {
      zh: '体验官办公室撤回的件数，理由逐件公开。',
      en: 'Problems taken back by the programme office; each reason is published.',
    },
  ),
  count(
    'open',
    'findings.sql',
    { zh: '还没改的', en: 'Open' },
    {
      zh: '办理中与逾期之和。',
      en: 'In hand and overdue together.',
    },
    '"in_hand" + "overdue"',
  ),
  count(
    'reopened',
    'findings.sql',
    { zh: '退回重改，还没改好', en: 'Sent back and still open' },
    {
      zh: '复核未通过、到截止日还没有新说法的件数，已含在办理中或逾期之内。',
      en: 'Checked, found not fixed, and without a new claim at the cut-off; part of in hand or overdue.',
    },
  ),
  count(
    'ever_reopened',
    'findings.sql',
    { zh: '曾被退回重改', en: 'Ever sent back' },
    {
      zh: '至少一次复核未通过的件数。',
      en: 'Problems that failed a check at least once.',
    },
  ),
  count(
    'sent',
    'findings.sql',
    { zh: '已反馈部门', en: 'Sent to the department' },
    {
      zh: '到截止日已反馈给责任部门的件数。',
      en: 'Problems that were sent to the department responsible.',
    },
  ),
  count(
    'ever_claimed',
    'findings.sql',
    { zh: '称已整改，含已确认的', en: 'Said fixed, those confirmed included' },
    {
      zh: '部门现在称已整改的，加上已经确认的；退回重改而没有新说法的不算。',
      en: 'Problems now said fixed or confirmed; those sent back without a new claim are not.',
    },
    '"claimed" + "confirmed"',
  ),
  count(
    'no_reply',
    'findings.sql',
    { zh: '逾期且从未回复', en: 'Overdue and never answered' },
    {
      zh: '逾期的问题中，部门至今没有任何回复、也没有说过改好的件数；基数是逾期的件数。',
      en: 'Overdue problems to which the department has never replied, nor ever said fixed; the base is all that are overdue.',
    },
  ),
  count(
    'late',
    'findings.sql',
    { zh: '迟', en: 'Late' },
    {
      zh: '部门晚于期限当天才说改好的件数，含退回重改后过了期限再说的；基数是有期限、至少说过一次改好的件数，后来退回的也在内；迟了就一直算迟。',
      en: 'Problems with a claim after the day of the deadline, a second claim after a failed check included, of those with a deadline and at least one claim, those sent back since included; late stays late.',
    },
    'sum ("claim" > "due")',
  ),
  count(
    'recurrent',
    'findings.sql',
    { zh: '再次发生', en: 'Recurrent' },
    {
      zh: '是以前某件问题再次出现的件数。',
      en: 'Problems that are an earlier one come back.',
    },
  ),
  count(
    'remedy_one_off',
    'findings.sql',
    { zh: '个案解决', en: 'This case mended' },
    {
      zh: '确认已整改的问题中，部门最近一次说只解决了个案的件数；基数是部门写明整改方式的确认件数。',
      en: 'Confirmed problems of which the department’s latest claim says that only the one case was mended, of those whose claim names the kind of remedy.',
    },
  ),
  count(
    'remedy_mechanism',
    'findings.sql',
    { zh: '机制改进', en: 'The way of working changed' },
    {
      zh: '确认已整改的问题中，部门最近一次说改了办事机制的件数；基数是部门写明整改方式的确认件数。',
      en: 'Confirmed problems of which the department’s latest claim says that the way of working was changed, of those whose claim names the kind of remedy.',
    },
  ),
  count(
    'commendations',
    'findings.sql',
    { zh: '做得好的', en: 'Commendations' },
    {
      zh: '体验官记下的好做法条数，不与问题相加。',
      en: 'Good practice noted by officers; never added to problems.',
    },
  ),
  rate(
    'confirmed_rate',
    'findings.sql',
    { zh: '确认整改率', en: 'Share confirmed fixed' },
    {
      zh: '确认已整改的件数，除以发现的件数（不含重复和撤回）。',
      en: 'Confirmed fixed, of all found less duplicates and withdrawn.',
    },
    '"confirmed" / ("found" - "duplicate" - "withdrawn")',
  ),
  rate(
    'on_time_rate',
    'findings.sql',
    { zh: '按期整改率', en: 'Share on time' },
    {
      zh: '期限不晚于截止日的问题中（截止日当天到期的也在内），不晚于期限当天说改好（没有说改好就确认的，看确认之日）并且后来确认的比例；待确认、退回、不采纳的都不算按期；重复、撤回、转交的不计。',
      en: 'Of problems with a deadline on the cut-off day or before, the share claimed on the day of the deadline or before (confirmed, where nothing was claimed) and later confirmed; awaiting, sent back and refused are not on time; duplicates, withdrawn and transferred are left out.',
    },
    '"confirmed_in_time" / "matured"',
  ),
  ...horizons.map((days) => within('confirmed', days)),
  medianDays('confirmed'),
  restrictedDays('confirmed'),
  byDay('confirmed'),
  ...horizons.map((days) => within('claimed', days)),
  medianDays('claimed'),
  restrictedDays('claimed'),
  byDay('claimed'),
  {
    measure: 'oldest_open',
    kind: 'days',
    name: { zh: '最久未改的天数', en: 'Oldest open, days' },
    definition: {
      zh: '还没改的问题里，发现得最早的一件到截止日已有多少天。',
      en: 'Days from finding to cut-off of the open problem found first.',
    },
    formula: 'max ("cut-off" - "found_on")',
    sql: 'findings.sql',
    ...counting,
    hidden: { zh: '没有未改的问题时写“没有”。', en: 'No open problems: said in words.' },
  },
  count(
    'claims_made',
    'flows.sql',
    { zh: '这一时期称已整改', en: 'Said fixed in the period' },
    {
      zh: '这一时期内部门说改好的次数，不论何时发现。',
      en: 'Times a department said fixed in the period, whenever the problem was found.',
    },
  ),
  count(
    'confirmations_made',
    'flows.sql',
    { zh: '这一时期确认', en: 'Confirmed in the period' },
    {
      zh: '这一时期内体验官确认的次数，不论何时发现。',
      en: 'Times an officer confirmed in the period, whenever the problem was found.',
    },
  ),
  count(
    'reopenings_made',
    'flows.sql',
    { zh: '这一时期退回', en: 'Sent back in the period' },
    {
      zh: '这一时期内复核未通过的次数，不论何时发现。',
      en: 'Times a check failed in the period, whenever the problem was found.',
    },
  ),
  count(
    'found_to_date',
    'standing.sql',
    { zh: '累计发现', en: 'Found to date' },
    {
      zh: '到这一时期末累计发现的件数。',
      en: 'Problems found up to the end of the period.',
    },
  ),
  count(
    'claimed_to_date',
    'standing.sql',
    { zh: '累计称已改', en: 'Said fixed to date' },
    {
      zh: '到这一时期末处于“称已整改”或“确认已整改”的件数。',
      en: 'Problems standing as said fixed or confirmed at the end of the period.',
    },
  ),
  count(
    'confirmed_to_date',
    'standing.sql',
    { zh: '累计确认', en: 'Confirmed to date' },
    {
      zh: '到这一时期末处于“确认已整改”的件数。',
      en: 'Problems standing as confirmed at the end of the period.',
    },
  ),
  count(
    'visits',
    'visits.sql',
    { zh: '体验次数', en: 'Visits' },
    {
      zh: '体验官去过的次数。',
      en: 'Times an officer visited a hall or service.',
    },
  ),
  count(
    'halls_visited',
    'coverage.sql',
    { zh: '去过的大厅', en: 'Halls visited' },
    {
      zh: '至少去过一次的大厅数，基数是名录里的大厅数。',
      en: 'Halls visited at least once, of all halls listed.',
    },
  ),
  count(
    'services_visited',
    'coverage.sql',
    { zh: '体验过的事项', en: 'Services visited' },
    {
      zh: '至少体验过一次的事项数，基数是名录里的事项数。',
      en: 'Services visited at least once, of all services listed.',
    },
  ),
  {
    ...count(
      'responses',
      'responses.sql',
      { zh: '收回的问卷', en: 'Responses' },
      {
        zh: '收回的有效问卷份数，含系统默认的评价；只数已截收的时期。',
        en: 'Questionnaires accepted, default ratings included; of closed periods only.',
      },
    ),
    hidden: smallBase,
  },
  {
    ...surveyRate(
      'active_share',
      { zh: '主动评价占比', en: 'Share of own initiative' },
      {
        zh: '市民主动评价的份数，除以主动、提示后和系统默认的份数之和；没有写明怎样评的不计。',
        en: 'Ratings on the citizen’s own initiative, of those given actively, when prompted or by default together; those that do not say how they came about are left out.',
      },
      '"active" / ("active" + "prompted" + "default")',
    ),
    sql: 'responses.sql',
  },
  {
    ...surveyRate(
      'evaluation_rate',
      { zh: '评价率', en: 'Evaluation rate' },
      {
        zh: '主动和提示后的评价份数，除以同月办结的件数；没有报办结件数的月份两头都不算；系统默认的不算。',
        en: 'Ratings given actively or when prompted, per transaction completed in the same months; months without a transaction count are left out on both sides; default ratings do not count.',
      },
      '("active" + "prompted") / "transactions"',
    ),
    sql: 'responses.sql',
  },
  {
    ...count(
      'answered',
      'answers.sql',
      { zh: '回答人数', en: 'Answered' },
      {
        zh: '回答这道题的人数，不含系统默认的评价；只数已截收的时期。',
        en: 'People who answered the question, default ratings left out; of closed periods only.',
      },
    ),
    hidden: smallBase,
  },
  surveyRate(
    'positive_rate',
    { zh: '好评率', en: 'Positive ratings' },
    {
      zh: '非常满意、满意、基本满意三档之和的占比。',
      en: 'Very satisfied, satisfied and basically satisfied together.',
    },
    '(a_1 + a_2 + a_3) / n',
  ),
  surveyRate(
    'negative_rate',
    { zh: '差评率', en: 'Negative ratings' },
    {
      zh: '不满意、非常不满意两档之和的占比。',
      en: 'Dissatisfied and very dissatisfied together.',
    },
    '(a_4 + a_5) / n',
  ),
  surveyRate(
    'top_two_rate',
    { zh: '满意及以上', en: 'Satisfied or better' },
    {
      zh: '非常满意、满意两档之和的占比。',
      en: 'Very satisfied and satisfied together.',
    },
    '(a_1 + a_2) / n',
  ),
  surveyRate(
    'favourable_rate',
    { zh: '正向回答', en: 'Favourable answers' },
    {
      zh: '量表里好的一边的答案之和的占比，如非常满意、满意（前几个算，见 questions.csv）；中间的只算在基数里，所以不是好评率，不与它相比。',
      en: 'Answers on the good side of a scale together, as very satisfied and satisfied (how many count is in questions.csv); a middle is in the base alone, so this is not the share of positive ratings, nor to be compared with it.',
    },
    '(a_1 + ... + a_f) / n',
  ),
  surveyRate(
    'unfavourable_rate',
    { zh: '负向回答', en: 'Unfavourable answers' },
    {
      zh: '量表里坏的一边的答案之和的占比，如不满意、非常不满意（后几个算，见 questions.csv）；中间的只算在基数里。',
      en: 'Answers on the bad side of a scale together, as dissatisfied and very dissatisfied (how many count is in questions.csv); a middle is in the base alone.',
    },
    '(a_(k-u+1) + ... + a_k) / n',
  ),
  weightedRate('positive_rate', { zh: '好评率', en: 'Positive ratings' }),
  weightedRate('negative_rate', { zh: '差评率', en: 'Negative ratings' }),
  weightedRate('favourable_rate', { zh: '正向回答', en: 'Favourable answers' }),
  weightedRate('unfavourable_rate', { zh: '负向回答', en: 'Unfavourable answers' }),
  perMany(1000),
  perMany(10_000),
  {
    measure: 'mean_score',
    kind: 'score',
    name: { zh: '平均分', en: 'Mean score' },
    definition: {
      zh: '五级按 5 到 1 计分的平均，量表从最好的答案往下数（有几个答案，最好的就是几分），0–10 题按原分；只作参考，先看各档分布。',
      en: 'Grades scored 5 to 1, scales from as many points as there are answers for the best down to 1, 0–10 questions as given; secondary: read the distribution first.',
    },
    formula: 'bar x +- t s / sqrt n',
    sql: 'answers.sql',
    ...mean,
    hidden: smallUnitOnly,
  },
  {
    measure: 'net_promoter_score',
    kind: 'score',
    name: { zh: '净推荐值', en: 'Net Promoter Score' },
    definition: {
      zh: '给 9–10 分的占比减去给 0–6 分的占比，再乘 100。',
      en: 'Share scoring 9–10 less share scoring 0–6, times 100.',
    },
    formula: '100 (P - D)',
    sql: 'answers.sql',
    ...promoters,
    hidden: smallUnitOnly,
  },
];

/** Every measure there is, in the order in which the method page explains them. */
export const measures: readonly Measure[] = [...direct, ...derivedMeasures(direct)];

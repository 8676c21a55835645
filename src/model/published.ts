import { fewestClusters, widenFrom } from './cluster.ts';
import { marginDimensions } from './margin.ts';
import {
  aims,
  channels,
  eventKinds,
  findingKinds,
  questionKinds,
  remedyKinds,
  severities,
  statuses,
  witnesses,
  type Code,
} from './record.ts';
import type { Column, RowOf, Table } from './table.ts';
import type { Words } from './words.ts';

/*
 * The one door: every public table, column by column. The CSV writer, the site's reader, the data dictionary and
 * the machine-readable metadata are made from this file. What is not declared here cannot reach a page.
 */

function words(zh: string, en: string): Words {
  return { zh, en };
}

/** Why a figure has a value or none. */
export const figureStatuses = [
  { code: 'shown', zh: '显示', en: 'shown' },
  { code: 'no_cases', zh: '没有', en: 'no cases' },
  { code: 'too_few', zh: '件数太少，不判断', en: 'too few to say' },
  { code: 'not_estimable', zh: '还算不出', en: 'not estimable yet' },
  { code: 'withheld', zh: '不公布，以免认出个人', en: 'withheld, so that nobody is recognised' },
] as const satisfies readonly Code[];

export type FigureStatus = (typeof figureStatuses)[number]['code'];

/** What may be said of one unit beside the others of its kind. Words come from the 99.8 % line alone. */
export const comparisons = [
  { code: 'higher', zh: '高于预期', en: 'higher than expected' },
  { code: 'as_expected', zh: '符合预期', en: 'as expected' },
  { code: 'lower', zh: '低于预期', en: 'lower than expected' },
  { code: 'too_few', zh: '太少，不判断', en: 'too few to say' },
] as const satisfies readonly Code[];

export type Comparison = (typeof comparisons)[number]['code'];

/** Which rule of the control chart a period breaks; the first that applies. */
export const signals = [
  { code: 'none', zh: '通常波动', en: 'ordinary variation' },
  { code: 'outside', zh: '超出界限', en: 'outside the limits' },
  { code: 'shift', zh: '连续七期在平均线同一侧', en: 'seven in a row on one side of the mean' },
  { code: 'trend', zh: '连续七期上升或下降', en: 'seven in a row rising or falling' },
  { code: 'two_of_three', zh: '三期里有两期接近界限', en: 'two of three close to a limit' },
] as const satisfies readonly Code[];

export type Signal = (typeof signals)[number]['code'];

/** How the limits beside a figure were made. */
export const limitKinds = [
  { code: 'exact', zh: '精确二项分布', en: 'exact binomial' },
  {
    code: 'additive',
    zh: '离散过大，已放宽（加性）',
    en: 'over-dispersed: widened (additive)',
  },
  { code: 'xmr_trial', zh: 'XmR 图，不足 12 期，试用界限', en: 'XmR chart, trial limits (under 12 periods)' },
  { code: 'xmr', zh: 'XmR 图', en: 'XmR chart' },
  { code: 'p_chart', zh: 'p 图', en: 'p-chart' },
  { code: 'laney', zh: 'Laney p′ 图', en: 'Laney p′ chart' },
] as const satisfies readonly Code[];

export type LimitKind = (typeof limitKinds)[number]['code'];

/** The three bands of a ranking that local rules demand. */
export const bands = [
  { code: 'upper', zh: '上段', en: 'upper band' },
  { code: 'middle', zh: '中段', en: 'middle band' },
  { code: 'lower', zh: '下段', en: 'lower band' },
] as const satisfies readonly Code[];

/** What a figure can be about. */
export const subjectKinds = [
  { code: 'programme', zh: '全部', en: 'the whole programme' },
  { code: 'department', zh: '部门', en: 'department' },
  { code: 'hall', zh: '大厅', en: 'hall' },
  { code: 'service', zh: '事项', en: 'service' },
  { code: 'category', zh: '类别', en: 'category' },
  { code: 'channel', zh: '渠道', en: 'channel' },
  { code: 'severity', zh: '程度', en: 'severity' },
  { code: 'cohort', zh: '届', en: 'cohort' },
  { code: 'respondent', zh: '回答者', en: 'kind of respondent' },
  { code: 'department_service', zh: '部门 × 事项', en: 'department × service' },
  { code: 'department_hall', zh: '部门 × 大厅', en: 'department × hall' },
  { code: 'department_channel', zh: '部门 × 渠道', en: 'department × channel' },
  { code: 'department_respondent', zh: '部门 × 回答者', en: 'department × kind of respondent' },
  { code: 'service_hall', zh: '事项 × 大厅', en: 'service × hall' },
  { code: 'service_channel', zh: '事项 × 渠道', en: 'service × channel' },
  { code: 'service_respondent', zh: '事项 × 回答者', en: 'service × kind of respondent' },
  { code: 'hall_channel', zh: '大厅 × 渠道', en: 'hall × channel' },
  { code: 'hall_respondent', zh: '大厅 × 回答者', en: 'hall × kind of respondent' },
  { code: 'channel_respondent', zh: '渠道 × 回答者', en: 'channel × kind of respondent' },
] as const satisfies readonly Code[];

export type SubjectKind = (typeof subjectKinds)[number]['code'];

/** The subject id of the whole programme, and the period id of all time together. */
export const wholeProgramme = 'all';
export const allTime = 'all';

const id = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'id', required: true, meaning: words(zh, en) }) as const satisfies Column;

const label = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'text', perLanguage: true, meaning: words(zh, en) }) as const satisfies Column;

const text = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'text', meaning: words(zh, en) }) as const satisfies Column;

const date = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'date', meaning: words(zh, en) }) as const satisfies Column;

const time = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'time', meaning: words(zh, en) }) as const satisfies Column;

const integer = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'integer', meaning: words(zh, en) }) as const satisfies Column;

const number = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'number', meaning: words(zh, en) }) as const satisfies Column;

const yes = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'boolean', meaning: words(zh, en) }) as const satisfies Column;

const code = <const N extends string>(name: N, list: readonly Code[], zh: string, en: string) =>
  ({ name, type: 'code', codes: list, meaning: words(zh, en) }) as const satisfies Column;

const reference = <const N extends string>(name: N, table: string, zh: string, en: string) =>
  ({ name, type: 'id', references: table, meaning: words(zh, en) }) as const satisfies Column;

const pinyin = text('pinyin', '排序用的拼音', 'Pinyin, for sorting');

const periodColumn = id(
  'period',
  `时期：如 2025-Q3 或 2025-09，“${allTime}”是全部时期`,
  `Period, as 2025-Q3 or 2025-09; “${allTime}” is all time`,
);

const placeColumns = [
  reference('department_id', 'departments', '责任部门', 'Department responsible'),
  label('department', '责任部门名称', 'Name of the department'),
  reference('hall_id', 'halls', '大厅', 'Hall'),
  label('hall', '大厅名称', 'Name of the hall'),
  reference('service_id', 'services', '事项', 'Service'),
  label('service', '事项名称', 'Name of the service'),
] as const;

const programme = {
  name: 'programme',
  row: words('关于本项目的一个事实', 'One fact about the programme'),
  key: ['field'],
  columns: [
    id(
      'field',
      '事实的名称；deadline_* 是各程度的期限，单位是工作日，名称里有 until 的是从前的，用到那天为止反馈的；version 是生成程序的版本，不是数据的，数据的版本在 releases.csv',
      'Name of the fact; deadline_* are the limits by severity in working days, those with until in their name earlier ones, of what was sent up to that day; version is that of the program that made the site, not of the data, whose version is in releases.csv',
    ),
    { name: 'value', type: 'text', meaning: words('内容', 'Its value') },
  ],
} as const satisfies Table;

const findings = {
  name: 'findings',
  row: words('一件发现：一个问题，或一条做得好的', 'One finding: a problem, or a commendation'),
  key: ['finding_id'],
  columns: [
    id('finding_id', '编号，永不改变', 'Id, for ever'),
    code('kind', findingKinds, '问题还是做得好的', 'Problem or commendation'),
    code(
      'status',
      statuses,
      '截止日的状态，由事件得出；没改的（found、sent、reopened）有没有逾期另看 overdue；做得好的也有（如 sent），数问题时先只留 kind = problem',
      'Status at the cut-off, derived from the events; whether an open one (found, sent, reopened) is overdue stands in overdue; commendations have one, too (sent, say): to count problems keep kind = problem only',
    ),
    label('status', '状态名称', 'Name of the status'),
    yes(
      'overdue',
      '未改而期限早于截止日；截止日当天到期的还不算，写明钟点而钟点已过的除外；做得好的为空',
      'Open, with a deadline before the cut-off day; one on that very day is not overdue yet, unless its time of day is given and has passed; blank for commendations',
    ),
    yes(
      'late',
      '最近一次说改好晚于期限当天，或当天晚于写明的钟点；没有期限或没说过改好的为空',
      'The latest claim came after the day of the deadline, or that day after its time where one is given; blank without a deadline or a claim',
    ),
    date('found_on', '发现日期', 'Found on'),
    date(
      'registered_on',
      '从旧台账迁入的日期；从那天起才算在观察之中',
      'Taken over from an older register on; under observation from then on',
    ),
    reference('period', 'periods', '发现所在的时期', 'Period in which it was found'),
    label('title', '标题', 'Title'),
    label('description', '当时的情况', 'How it was'),
    label('now', '现在的情况，体验官确认时所写', 'How it is now, as the confirming officer wrote'),
    label('reply', '部门最近一次回复', 'Latest reply of the department'),
    label('remedy', '部门最近一次所说的整改', 'Latest remedy as the department says'),
    label(
      'ending',
      '不采纳、转交、重复或撤回的说明',
      'Why it was refused, transferred, a duplicate or withdrawn',
    ),
    text('ending_reason', '上述理由的类别', 'Category of that reason'),
    label('ending_reason', '理由类别名称', 'Name of that category'),
    code(
      'remedy_kind',
      remedyKinds,
      '部门最近一次说改好时说的：个案还是机制',
      'What the department said with its latest claim: one case mended, or the way of working changed',
    ),
    ...placeColumns,
    reference('category_id', 'categories', '类别', 'Category'),
    label('category', '类别名称', 'Name of the category'),
    code('channel', channels, '渠道', 'Channel'),
    code('severity', severities, '程度', 'Severity'),
    reference('cohort_id', 'cohorts', '届', 'Cohort'),
    date('sent_on', '第一次反馈部门的日期', 'First sent to the department on'),
    date(
      'due_on',
      '期限：来的数据给这一件写明的，没有写明的按程度的规则算；做得好的没有期限',
      'Deadline: the one that the data give for this finding, else by the rule for its severity; commendations have none',
    ),
    time('due_time', '期限的钟点；空为当天结束', 'Time of the deadline; blank is the end of the day'),
    date('claimed_on', '部门最近一次说改好的日期；又退回的为空', 'Latest claim that still stands'),
    time('claimed_time', '该次说法的钟点', 'Time of that claim'),
    date(
      'last_claimed_on',
      '部门最近一次说改好的日期，后来退回的也在内',
      'Latest claim, whether or not it still stands',
    ),
    time('last_claimed_time', '该次说法的钟点', 'Time of that claim'),
    date('confirmed_on', '体验官确认的日期；又退回的为空', 'Confirmation that still stands'),
    date('last_event_on', '最近一次变动的日期', 'Latest event'),
    integer(
      'limit_working_days',
      '从反馈次日到期限的工作日数（见 special_days）；期限是另外写明的，可以与规则不同；还没有期限的，是规则的天数',
      'Working days from sending to the deadline, the day of sending not counted (see special_days); other than the rule where a deadline was given; that of the rule where there is no deadline yet',
    ),
    integer(
      'used_working_days',
      '从反馈到说改好（没有说过就到确认，未改的到截止日）的工作日数；没有反馈的、不采纳等其他结局的为空',
      'Working days from sending to the claim (to the confirmation where nothing was claimed), or to the cut-off while open; blank if not sent, and for the other endings',
    ),
    integer(
      'overdue_working_days',
      '到截止日逾期的工作日数，只给逾期的；没有工作日历的项目为自然日，前两列为空',
      'Working days overdue at the cut-off, overdue problems only; in a programme without a working-day calendar they are calendar days, and the two columns before are blank',
    ),
    integer(
      'days_open',
      '从发现到截止日的自然日数，只给未改的问题',
      'Calendar days from finding to cut-off, open problems only',
    ),
    integer('times_reopened', '退回重改的次数', 'Times it was sent back'),
    integer('replies', '部门回复的次数', 'Replies of the department'),
    yes(
      'dates_out_of_order',
      '有事件早于发现之日：不计入时间统计',
      'An event lies before the finding: left out of time statistics',
    ),
    reference('recurrence_of', 'findings', '是哪一件再次发生', 'The finding that came back'),
    reference('same_as', 'findings', '与哪一件重复', 'The finding it duplicates'),
  ],
} as const satisfies Table;

const findingEvents = {
  name: 'finding_events',
  row: words('一件发现经历的一步', 'One step in the life of a finding'),
  key: ['finding_id', 'step'],
  columns: [
    { ...reference('finding_id', 'findings', '哪一件', 'Which finding'), required: true },
    { ...integer('step', '第几步', 'Number of the step'), required: true },
    code('event', eventKinds, '发生了什么', 'What happened'),
    label('event', '事件名称', 'Name of the event'),
    date('on', '日期', 'On'),
    time('time', '钟点', 'Time'),
    code('by', witnesses, '谁是见证', 'Whose word it is'),
    label('note', '说明', 'Note'),
    text('reason', '理由的类别', 'Category of the reason'),
    code('remedy', remedyKinds, '个案还是机制', 'Kind of remedy claimed'),
  ],
} as const satisfies Table;

/** Of whom and when a number is. */
const aboutColumns = [
  { ...code('subject_kind', subjectKinds, '关于哪一类', 'Kind of subject'), required: true },
  id(
    'subject_id',
    `关于谁；“${wholeProgramme}”是整个项目`,
    `Subject; “${wholeProgramme}” is the whole programme`,
  ),
  periodColumn,
] as const;

/** The number. */
const numberColumns = [
  integer('count', '件数、次数或人数', 'Count'),
  integer(
    'base',
    '基数：比率的分母，件数是其中的一部分；多半是发现的件数，no_reply 是逾期的件数，各量的定义写着',
    'Base: what a rate is divided by and a count is part of; mostly the problems found, for no_reply those overdue, as the definition of each measure says',
  ),
  number(
    'value',
    '数值：比率为 0 到 1，比率之差也是（0.05 是 5 个百分点），天数为自然日；小数都保留六位',
    'Value: rates from 0 to 1, differences of rates too (0.05 is 5 percentage points), durations in calendar days; decimals are rounded to six places',
  ),
  number(
    'low',
    '95% 区间下端；没有区间的为空，各量的方法写着',
    'Lower end of the 95 % interval; blank where there is none, as the method of each measure says',
  ),
  number(
    'high',
    '95% 区间上端；没有区间的、中位数的区间还没有上端的为空',
    'Upper end of the 95 % interval; blank where there is none, and where that of a median has no upper end yet',
  ),
] as const;

const figures = {
  name: 'figures',
  row: words('一个公布的数字', 'One published number'),
  key: ['subject_kind', 'subject_id', 'period', 'measure', 'question_id'],
  columns: [
    ...aboutColumns,
    { ...reference('measure', 'measures', '量的是什么', 'What is measured'), required: true },
    reference(
      'question_id',
      'questions',
      '哪道题；不是问卷数字的为空',
      'Survey question; blank for other figures',
    ),
    ...numberColumns,
    {
      ...code('status', figureStatuses, '有没有数、为什么没有', 'Whether there is a value, and why not'),
      required: true,
    },
    code(
      'comparison',
      comparisons,
      '与同类相比：只有越过 99.8% 线才写高低；不作比较的为空',
      'Beside the others of its kind: higher or lower only beyond the 99.8 % line; blank where nothing is compared',
    ),
    code(
      'signal',
      signals,
      '这一时期在控制图上的信号；不画控制图的为空',
      'What the control chart says of this period; blank where there is none',
    ),
    number(
      'centre',
      '中线：同类合计的比率，或控制图的平均线',
      'Centre line: the pooled rate of its kind, or the mean of the control chart',
    ),
    number(
      'inner_low',
      '内界下端：比较为 95%，XmR 图为界限的三分之二处；p 图没有',
      'Inner limit, lower: 95 % of a comparison, two thirds of the way of an XmR chart; a p-chart has none',
    ),
    number('inner_high', '内界上端', 'Inner limit, upper'),
    number(
      'limit_low',
      '界限下端：比较为 99.8%，控制图为三个标准差',
      'Limit, lower: 99.8 % of a comparison, three standard deviations of a control chart',
    ),
    number('limit_high', '界限上端', 'Limit, upper'),
    code('limits', limitKinds, '界限怎样得来', 'How the limits were made'),
    code(
      'band',
      bands,
      '排名分段；只在本地规定要求排名时有',
      'Band of a ranking; only where local rules demand one',
    ),
    number(
      'p_adjusted',
      'p 值，按一页之内，即同一个 subject 的所有检验，作 Benjamini–Hochberg 校正；0 是不足 0.0000005',
      'p-value, adjusted by Benjamini–Hochberg for all tests of one page, that is of one subject; 0 is less than 0.0000005',
    ),
    number(
      'deff',
      `设计效应，给要自己算区间或检验的人：同一大厅的回答彼此相像，或者加了权，一个回答就当不了一个；2 就是两个当一个。只在全项目、全部时期的问卷比率（至少 ${fewestClusters} 个大厅公布了这道题的；大厅间的线性化方差除以 p(1 − p)/(n − 1)）和加权的比率上有；加权的、大于 ${widenFrom} 的，公布的区间已按它放宽`,
      `Design effect, for those who work out intervals or tests of their own: as answers of one hall are alike, or are weighted, an answer is worth less than one; at 2, two are worth one. Only for survey rates of the whole programme and all time (where at least ${fewestClusters} halls have theirs published: the linearised variance between halls over p(1 − p)/(n − 1)), and weighted ones; where it is above ${widenFrom} or from weights, the published interval is widened by it already`,
    ),
    number(
      'effective_base',
      '有效人数，用途同上：基数除以设计效应，就是这些回答当得上多少个互不相干的回答',
      'Effective base, for the same use: the base over the design effect, so many unrelated answers these are worth',
    ),
  ],
} as const satisfies Table;

const funnels = {
  name: 'funnels',
  row: words('漏斗图上一个基数处的界限', 'The limits of a funnel plot at one base'),
  key: ['subject_kind', 'measure', 'base'],
  columns: [
    { ...code('subject_kind', subjectKinds, '比较的是哪一类', 'Kind of subject compared'), required: true },
    { ...reference('measure', 'measures', '比较的是什么', 'What is compared'), required: true },
    { ...integer('base', '基数', 'Base'), required: true },
    number('centre', '同类合计的比率', 'Pooled rate of the kind'),
    number('inner_low', '95% 界限下端', 'Lower 95 % limit'),
    number('inner_high', '95% 界限上端', 'Upper 95 % limit'),
    number('limit_low', '99.8% 界限下端', 'Lower 99.8 % limit'),
    number('limit_high', '99.8% 界限上端', 'Upper 99.8 % limit'),
    code('limits', limitKinds, '界限怎样得来', 'How the limits were made'),
  ],
} as const satisfies Table;

const curves = {
  name: 'curves',
  row: words(
    '从发现到整改的曲线上的一级：有确认（或说改好）的一天，以及观察到的最后一天',
    'One step of a curve of time to remedy: a day on which something was confirmed or said fixed, and the last day observed',
  ),
  key: ['subject_kind', 'subject_id', 'measure', 'day'],
  columns: [
    { ...code('subject_kind', subjectKinds, '关于哪一类', 'Kind of subject'), required: true },
    id('subject_id', '关于谁', 'Subject'),
    { ...reference('measure', 'measures', '哪一条曲线', 'Which curve'), required: true },
    { ...integer('day', '发现后第几天，自然日', 'Calendar days since the finding'), required: true },
    integer(
      'at_risk',
      '那天开始时还在观察、还没改好的件数',
      'Under observation and not yet there at the start of the day',
    ),
    integer('events', '那天改好的件数', 'How many got there on the day'),
    number('share', '到那天为止改好的估计比例（1 − S）', 'Estimated share there by that day (1 − S)'),
    number(
      'low',
      '95% 区间下端；比例是 0 或 1 时没有区间',
      'Lower end of the 95 % interval; none where the share is 0 or 1',
    ),
    number('high', '95% 区间上端', 'Upper end of the 95 % interval'),
  ],
} as const satisfies Table;

const answers = {
  name: 'answers',
  row: words(
    '一道题的一个答案，在一个单位、一个时期的人数',
    'One answer to one question, in one unit and period',
  ),
  key: ['question_id', 'subject_kind', 'subject_id', 'period', 'answer_id'],
  columns: [
    { ...reference('question_id', 'questions', '哪道题', 'Question'), required: true },
    { ...code('subject_kind', subjectKinds, '关于哪一类', 'Kind of subject'), required: true },
    id('subject_id', '关于谁', 'Subject'),
    periodColumn,
    id('answer_id', '哪个答案', 'Answer'),
    label('answer', '答案', 'Wording of the answer'),
    integer('place', '在题目里排第几', 'Place among the answers'),
    integer('count', '选它的人数', 'People who gave it'),
    integer('base', '回答这道题的人数', 'People who answered the question'),
    number(
      'share',
      '占比；多选题的相加可以超过 1',
      'Share of the base; of a multiple choice they may add up to more than 1',
    ),
    number(
      'low',
      '95% 区间下端，Wilson，不按设计效应放宽',
      'Lower end of the 95 % interval, Wilson, not widened by the design effect',
    ),
    number('high', '95% 区间上端', 'Upper end of the 95 % interval'),
    {
      ...code('status', figureStatuses, '有没有数、为什么没有', 'Whether there is a value, and why not'),
      required: true,
    },
  ],
} as const satisfies Table;

const lastTold = {
  name: 'last_told',
  row: words(
    '一个这一期不公布的问卷数字，或一个答案的人数，上次公布时是多少：那是那一期的说法',
    'One survey figure, or how many gave one answer, that is withheld in this release, as the last release that told it did: a statement of that release, not of this one',
  ),
  key: ['subject_kind', 'subject_id', 'period', 'measure', 'question_id', 'answer_id'],
  columns: [
    ...aboutColumns,
    reference(
      'measure',
      'measures',
      '量的是什么；一个答案的占比为空',
      'What is measured; blank for the share of one answer',
    ),
    reference(
      'question_id',
      'questions',
      '哪道题；关于全部应答的为空',
      'Survey question; blank for responses as a whole',
    ),
    text(
      'answer_id',
      '哪个答案，代号同 answers.csv：数值是它的占比；不是一个答案的为空',
      'Answer, by its code in answers.csv: the value is its share; blank for what is not of one answer',
    ),
    ...numberColumns,
    reference('release', 'releases', '哪一期公布的', 'The release that told it'),
    { ...date('published_on', '那一期的发布日期', 'When that release was published'), required: true },
  ],
} as const satisfies Table;

const visits = {
  name: 'visits',
  row: words(
    '一个时期里，同一届、大厅、部门、事项、渠道的体验次数',
    'Visits of one cohort, hall, department, service and channel in one period',
  ),
  key: ['period', 'cohort_id', 'hall_id', 'department_id', 'service_id', 'channel'],
  columns: [
    periodColumn,
    reference('cohort_id', 'cohorts', '届', 'Cohort'),
    reference('hall_id', 'halls', '大厅', 'Hall'),
    reference('department_id', 'departments', '部门', 'Department'),
    reference('service_id', 'services', '事项', 'Service'),
    code('channel', channels, '渠道', 'Channel'),
    integer('visits', '次数', 'Visits'),
  ],
} as const satisfies Table;

const periods = {
  name: 'periods',
  row: words('一个时期', 'One period'),
  key: ['period'],
  columns: [
    id('period', '时期', 'Period'),
    date('starts_on', '第一天', 'First day'),
    date('ends_on', '最后一天', 'Last day'),
    yes('complete', '截止日是否已到最后一天', 'Whether the cut-off has reached its last day'),
    date(
      'survey_closes_on',
      '这一期问卷的回答哪天截收；数据截至那天或更晚的第一次发布起，公布它们',
      'The day on which its answers to the survey are closed; they come with the first release whose data go to that day or later',
    ),
    yes(
      'survey_closed',
      '数据截至的那天，这一期的回答是否已截收；截收了的已公布',
      'Whether its answers were closed by the cut-off; those closed are published',
    ),
  ],
} as const satisfies Table;

const departments = {
  name: 'departments',
  row: words('一个部门', 'One department'),
  key: ['department_id'],
  columns: [
    id('department_id', '编号', 'Id'),
    label('name', '名称', 'Name'),
    label('short', '简称', 'Short name'),
    pinyin,
    date('since', '从何时起', 'Since'),
    date('until', '到何时止', 'Until'),
    reference('successor_id', 'departments', '并入哪个部门', 'Merged into'),
  ],
} as const satisfies Table;

const halls = {
  name: 'halls',
  row: words('一个办事大厅', 'One hall'),
  key: ['hall_id'],
  columns: [
    id('hall_id', '编号', 'Id'),
    label('name', '名称', 'Name'),
    label('district', '所在区', 'District'),
    pinyin,
  ],
} as const satisfies Table;

const services = {
  name: 'services',
  row: words('一个办事事项', 'One service'),
  key: ['service_id'],
  columns: [
    id('service_id', '编号', 'Id'),
    label('name', '名称', 'Name'),
    reference('department_id', 'departments', '主管部门', 'Department in charge'),
    pinyin,
  ],
} as const satisfies Table;

const categories = {
  name: 'categories',
  row: words('一类问题', 'One category of problem'),
  key: ['category_id'],
  columns: [
    id('category_id', '编号', 'Id'),
    label('name', '名称', 'Name'),
    code('aim', aims, '对应的目标', 'The aim it belongs to'),
    label('meaning', '包括什么', 'What it covers'),
  ],
} as const satisfies Table;

const cohorts = {
  name: 'cohorts',
  row: words('一届体验官', 'One cohort of officers'),
  key: ['cohort_id'],
  columns: [
    id('cohort_id', '编号', 'Id'),
    label('name', '名称', 'Name'),
    date('starts_on', '开始', 'Starts on'),
    date('ends_on', '结束', 'Ends on'),
    integer('officers', '人数', 'Officers'),
  ],
} as const satisfies Table;

const questions = {
  name: 'questions',
  row: words('问卷里的一道题', 'One survey question'),
  key: ['question_id'],
  columns: [
    id('question_id', '编号', 'Id'),
    text('survey', '哪份问卷', 'Survey'),
    code(
      'kind',
      questionKinds,
      '题型；文字题只列题目，不公布回答',
      'Kind; free text is listed, its answers never published',
    ),
    label('text', '题目原文', 'Exact wording'),
    integer('place', '排第几', 'Place in the questionnaire'),
    integer(
      'favourable',
      '从最好的起，前几个答案算好的一边；没有好坏之分的题为空',
      'How many answers, from the best on, are on the good side; blank for a question without sides',
    ),
    integer(
      'unfavourable',
      '到最差的为止，后几个答案算坏的一边；两边之间的是中间',
      'How many answers, up to the worst, are on the bad side; those between the sides are a middle',
    ),
  ],
} as const satisfies Table;

const specialDays = {
  name: 'special_days',
  row: words(
    '数工作日时不照星期几的一天：放假的周一至周五，或上班的周末',
    'One day that is not what its weekday says when working days are counted: a holiday from Monday to Friday, or a weekend day that is worked',
  ),
  key: ['day'],
  columns: [
    { ...date('day', '日期', 'Day'), required: true },
    yes('working', '上班为 true，放假为 false', 'true where it is worked, false where it is a holiday'),
    label('occasion', '因哪个节日', 'For which holiday'),
  ],
} as const satisfies Table;

const measuresTable = {
  name: 'measures',
  row: words('一个量', 'One measure'),
  key: ['measure'],
  columns: [
    id('measure', '代号', 'Code'),
    {
      ...code(
        'kind',
        [
          { code: 'count', zh: '计数', en: 'count' },
          { code: 'rate', zh: '比率', en: 'rate' },
          { code: 'days', zh: '天数', en: 'days' },
          { code: 'score', zh: '分数', en: 'score' },
          { code: 'change', zh: '件数之差', en: 'difference of counts' },
          {
            code: 'points',
            zh: '比率之差，0.05 是 5 个百分点',
            en: 'difference of rates: 0.05 is 5 percentage points',
          },
          { code: 'slope', zh: '每期的变化', en: 'change per period' },
          { code: 'rank', zh: '名次', en: 'rank' },
        ],
        '是哪种数',
        'Kind of number',
      ),
    },
    label('name', '名称', 'Name'),
    label('definition', '定义', 'Definition'),
    text(
      'formula',
      '算式，AsciiMath 写法；引号里是词：量的代号、SQL 的列或日期',
      'Formula in AsciiMath notation; in quotation marks words: codes of measures, columns of the SQL, dates',
    ),
    text('sql', '计数的 SQL 文件', 'SQL file that counts it'),
    label('method', '方法', 'Method'),
    label('source', '方法出处', 'Where the method comes from'),
    label('hidden', '何时不显示', 'When it is not shown'),
  ],
} as const satisfies Table;

const statements = {
  name: 'statements',
  row: words('一个计数用的 SQL 文件', 'One SQL file that counts'),
  key: ['sql'],
  columns: [
    id('sql', '文件名', 'File'),
    text(
      'statement',
      '全文。里面的 finding_fact、finding 是截止日的 findings.csv，另有几列：open（found、sent、reopened）；matured、in_time（按期率用，见方法页）；从 found_on 起的天数 days_since_found（到截止日）、days_to_confirmed、days_to_claimed（没有说改好就到 confirmed_on）、days_to_registered。past_event 是截止日为止的 finding_events.csv，status 是那一步后的状态，不改变状态的为空。finding_subject 是一件写明的部门、大厅、事项、类别、渠道、程度、届各一行，另有全项目一行；finding_period 是发现的时期和 all。问卷的 responded、answer、answered 和办结件数 transactions 不公开',
      'The statement. Its finding_fact, or finding, is findings.csv at the cut-off with more columns: open (found, sent, reopened); matured and in_time (for the share on time, see the method page); days from found_on on: days_since_found (to the cut-off), days_to_confirmed, days_to_claimed (to confirmed_on where nothing was claimed), days_to_registered. past_event is finding_events.csv up to the cut-off, status being where the finding stands after the step, blank where the step changes nothing. finding_subject has a row for each department, hall, service, category, channel, severity and cohort that a finding names, and one for the whole programme; finding_period its period and all. responded, answer and answered of the survey, and transactions, are not public',
    ),
  ],
} as const satisfies Table;

const rulesTable = {
  name: 'rules',
  row: words('一个我们选定的数', 'One number that we chose'),
  key: ['rule'],
  columns: [
    id('rule', '代号', 'Code'),
    number('value', '数值', 'Value'),
    label('name', '名称', 'Name'),
    label('unit', '单位', 'Unit'),
    label('reason', '理由', 'Reason'),
  ],
} as const satisfies Table;

const changes = {
  name: 'changes',
  row: words(
    '后来的文件对一件发现或它的一个事件的一处更正',
    'One correction of a finding, or of one of its events, by a later drop',
  ),
  key: ['finding_id', 'event', 'column', 'corrected_by'],
  columns: [
    { ...reference('finding_id', 'findings', '哪一件', 'Which finding'), required: true },
    text(
      'event',
      '哪个事件：事件、日期、时间、同时几个中的第几个；空的是这件发现本身',
      'Which event: what, the day, the time, which of several at one moment; blank for the finding itself',
    ),
    id(
      'column',
      '更正了什么，写数据文件的列名：department 在 findings.csv 里是 department_id',
      'What was corrected, by its name in the drops: department is department_id in findings.csv',
    ),
    text('before', '原来', 'Before'),
    text('after', '现在', 'After'),
    id('corrected_by', '更正来自哪个文件', 'The drop it came with'),
  ],
} as const satisfies Table;

/** Why a row differs from the release before. */
export const changeReasons = [
  { code: 'new', zh: '新发现', en: 'Newly found' },
  { code: 'progress', zh: '有了进展', en: 'Things went on' },
  { code: 'reopened', zh: '退回重改', en: 'Sent back' },
  { code: 'withdrawn', zh: '撤回或并入另一件', en: 'Withdrawn or merged' },
  { code: 'correction', zh: '更正', en: 'Correction' },
  { code: 'removed', zh: '删去', en: 'Removed' },
  { code: 'put_back', zh: '退回到较早一期的内容', en: 'An earlier release put back' },
] as const satisfies readonly Code[];

export type ChangeReason = (typeof changeReasons)[number]['code'];

const margins = {
  name: 'margins',
  row: words(
    '总体里属于某一维度某一类的数量，加权用',
    'So many of the population belong to one category of one dimension: what the survey is weighted to',
  ),
  key: ['dimension', 'category'],
  columns: [
    { ...code('dimension', marginDimensions, '按什么分', 'Dimension'), required: true },
    id(
      'category',
      '哪一类：部门、事项或大厅的编号，渠道或回答者的代号',
      'Category: an id of its list, or a code',
    ),
    { ...integer('population', '总体里有多少', 'How many of the population'), required: true },
  ],
} as const satisfies Table;

const releaseChanges = {
  name: 'release_changes',
  row: words('与上一期相比的一处不同', 'One difference from the release before'),
  key: ['release', 'table', 'row', 'column'],
  columns: [
    { ...integer('release', '从哪一期起', 'Since which release'), required: true },
    id('table', '哪张表', 'Table'),
    id(
      'row',
      '哪一行：发现的编号；步骤再加名称和日期',
      'Row: the id of the finding; for a step its event and day too',
    ),
    text(
      'column',
      '哪一列：说到发现本身的，和 status、same_as，以及步骤的日期 on；由它们算出的、随截止日走的列不列。整行的为空',
      'Column: what is said of the finding itself, and status and same_as, and the day of a step, on; columns that follow from these or go on with the cut-off are not listed. Blank for the whole row',
    ),
    text('before', '上一期；整行的写状态或步骤', 'In the release before; of a whole row its status or step'),
    text('after', '这一期；整行的写状态', 'In this release; of a whole row its status'),
    { ...code('reason', changeReasons, '原因', 'Why'), required: true },
    text('source', '更正来自哪个文件', 'The drop that a correction came with'),
  ],
} as const satisfies Table;

const releases = {
  name: 'releases',
  row: words('一次发布', 'One release'),
  key: ['release'],
  columns: [
    id('release', '第几期', 'Number'),
    text(
      'version',
      '版本：列变了进首位，有新数据进次位，只有更正进末位',
      'Version: the first number goes up for other columns, the second for new data, the last for corrections only',
    ),
    date('published_on', '发布日期', 'Published on'),
    date('cutoff', '数据截至', 'Data up to'),
    label('note', '说明', 'Note'),
    integer('found', '发现的问题', 'Problems found'),
    integer('confirmed', '确认已整改的问题', 'Problems confirmed fixed'),
    integer(
      'rolled_back',
      '退回到哪一期；没有退回的为空',
      'The release that it went back to; blank if to none',
    ),
    text('record_sha256', '发布记录的校验值', 'Hash of the release record'),
    text('previous_sha256', '记录里写的上一期的校验值', 'Hash of the record before, as this record holds it'),
    text('archive_sha256', '全部文件的校验值', 'Hash of the archive of all files'),
    text('generator', '生成程序的版本', 'Version of the program'),
  ],
} as const satisfies Table;

const quality = {
  name: 'quality',
  row: words('一个文件里，同一去向的行数', 'Rows of one drop that went one way'),
  key: ['drop', 'outcome', 'reason'],
  columns: [
    id('drop', '文件', 'Drop'),
    text('sha256', '文件的校验值', 'Hash of the drop'),
    text('layout', '版式', 'Layout'),
    text('encoding', '编码', 'Encoding'),
    {
      ...code(
        'outcome',
        [
          { code: 'read', zh: '读到', en: 'read' },
          { code: 'used', zh: '采用', en: 'used' },
          { code: 'set_aside', zh: '搁置', en: 'set aside' },
          { code: 'noted', zh: '采用，但有说明', en: 'used, with a note' },
        ],
        '去向。读到 = 采用 + 搁置；“采用，但有说明”已含在采用之内。采用的问卷，所在的时期截收以后才计入；时期公布以后才来的不计入，除非作更正',
        'What became of them. Read = used + set aside; “noted” rows are among the used. Answers that are used are counted once their period is closed; those that came after it was published are not, unless the period is corrected',
      ),
      required: true,
    },
    text('reason', '原因', 'Why'),
    integer(
      'rows',
      '行数；采用的问卷不足最小公布人数的文件不写行数',
      'Rows; blank for a drop with the answers of fewer people than are published',
    ),
  ],
} as const satisfies Table;

/** The forms in which the tables can be had, by the ending of the file. */
export const forms = [
  { code: 'csv', zh: 'CSV', en: 'CSV' },
  { code: 'json', zh: 'JSON', en: 'JSON' },
  { code: 'parquet', zh: 'Parquet', en: 'Parquet' },
  { code: 'xlsx', zh: 'Excel 工作簿', en: 'Excel workbook' },
  { code: 'zip', zh: '全部文件', en: 'everything' },
  { code: 'metadata', zh: '说明', en: 'description' },
] as const satisfies readonly Code[];

export type Form = (typeof forms)[number]['code'];

/** `data/index.csv`: every file of `data/`. It is made last, of the other files, and so is none of the tables. */
export const fileIndex = {
  name: 'index',
  row: words('一个文件', 'One file'),
  key: ['file'],
  columns: [
    id('file', '在 /data/ 下的地址', 'Address under /data/'),
    { ...code('form', forms, '哪种文件', 'Form'), required: true },
    text('table', '哪张表；全部表在一起的为空', 'Table; blank where all are in one file'),
    text('subject_kind', '只含哪一类；全部的为空', 'Kind of subject that it is limited to; blank for all'),
    text('subject_id', '只含谁', 'Subject that it is limited to'),
    integer('rows', '行数', 'Rows'),
    integer('columns', '列数', 'Columns'),
    { ...integer('bytes', '字节', 'Bytes'), required: true },
    id('sha256', '校验值', 'SHA-256'),
    date('data_from', '数据从哪天起：第一个时期的第一天', 'First day of the data: that of the first period'),
    date('data_to', '数据到哪天止，也就是更新到哪天', 'Last day of the data: updated to'),
    date('next_update', '下次更新', 'Next update'),
    text('licence', '许可', 'Licence'),
  ],
} as const satisfies Table;

/** Every public table, in the order in which the dictionary shows them. */
export const published = {
  findings,
  finding_events: findingEvents,
  figures,
  funnels,
  curves,
  answers,
  last_told: lastTold,
  visits,
  departments,
  halls,
  services,
  categories,
  cohorts,
  questions,
  periods,
  special_days: specialDays,
  measures: measuresTable,
  rules: rulesTable,
  statements,
  margins,
  changes,
  release_changes: releaseChanges,
  releases,
  quality,
  programme,
} as const;

export type TableName = keyof typeof published;

/** A row of a public table as the site reads it. */
export type PublishedRow<N extends TableName> = RowOf<(typeof published)[N]>;

/** All public tables, read. */
export type PublishedTables = { readonly [N in TableName]: readonly PublishedRow<N>[] };

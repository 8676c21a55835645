import type { Words } from './words.ts';

/** A code with its meaning: what a column of a drop or a table may hold. */
export interface Code extends Words {
  readonly code: string;
}

function codes<const Codes extends readonly Code[]>(list: Codes): Codes {
  return list;
}

/** What a finding is: a problem to be rectified, or something done well. */
export const findingKinds = codes([
  { code: 'problem', zh: '问题', en: 'problem' },
  { code: 'commendation', zh: '做得好的', en: 'commendation' },
]);

/** The four ways in which officers try a service. */
export const channels = codes([
  { code: 'online', zh: '网上办理', en: 'Online' },
  { code: 'onsite', zh: '实地体验', en: 'On-site visit' },
  { code: 'survey', zh: '社会调查', en: 'Social survey' },
  { code: 'discussion', zh: '座谈交流', en: 'Discussion' },
]);

/** How heavily a problem weighs; the programme sets a deadline for each. */
export const severities = codes([
  { code: 'minor', zh: '轻微', en: 'Minor' },
  { code: 'ordinary', zh: '一般', en: 'Ordinary' },
  { code: 'serious', zh: '较重', en: 'Serious' },
]);

/** Whether a remedy mends the one case or the way the service works. */
export const remedyKinds = codes([
  { code: 'one_off', zh: '个案解决', en: 'This case mended' },
  { code: 'mechanism', zh: '机制改进', en: 'The way of working changed' },
]);

/** Who is the witness of an event. An officer is never named. */
export const witnesses = codes([
  { code: 'officer', zh: '体验官', en: 'Experience officer' },
  { code: 'office', zh: '体验官办公室', en: 'Programme office' },
  { code: 'department', zh: '部门', en: 'Department' },
]);

/**
 * The dated steps in a finding's life, in the order in which they stand when they share a day.
 * Later in the list wins, so that on one day a reopening outweighs a claim.
 */
export const eventKinds = codes([
  { code: 'found', zh: '发现', en: 'Found' },
  { code: 'analysed', zh: '分析', en: 'Analysed' },
  { code: 'sent', zh: '反馈部门', en: 'Sent to the department' },
  { code: 'replied', zh: '部门回复', en: 'Department replied' },
  { code: 'claimed', zh: '部门称已整改', en: 'Department says fixed' },
  { code: 'checked', zh: '复核', en: 'Checked' },
  { code: 'confirmed', zh: '体验官确认已整改', en: 'Officer confirmed fixed' },
  { code: 'reopened', zh: '复核未通过，退回重改', en: 'Checked, not fixed: sent back' },
  { code: 'refused', zh: '部门不采纳', en: 'Refused by the department' },
  { code: 'transferred', zh: '转交其他单位', en: 'Transferred to another body' },
  { code: 'duplicate', zh: '重复', en: 'Duplicate' },
  { code: 'withdrawn', zh: '撤回', en: 'Withdrawn' },
]);

/** Where a finding stands at the cut-off: its last event that says so. Never typed in. */
export const statuses = codes([
  { code: 'found', zh: '分析中', en: 'Being analysed' },
  { code: 'sent', zh: '办理中', en: 'In hand' },
  { code: 'claimed', zh: '称已整改，待确认', en: 'Said fixed, awaiting confirmation' },
  { code: 'confirmed', zh: '确认已整改', en: 'Confirmed fixed' },
  { code: 'reopened', zh: '退回重改', en: 'Sent back' },
  { code: 'refused', zh: '不采纳', en: 'Refused' },
  { code: 'transferred', zh: '转交', en: 'Transferred' },
  { code: 'duplicate', zh: '重复', en: 'Duplicate' },
  { code: 'withdrawn', zh: '撤回', en: 'Withdrawn' },
]);

/** How a rating came about. Only `active` ratings are a citizen's own initiative. */
export const ratingOrigins = codes([
  { code: 'active', zh: '主动评价', en: 'Own initiative' },
  { code: 'prompted', zh: '提示后评价', en: 'Prompted' },
  { code: 'default', zh: '系统默认', en: 'System default' },
]);

/** Who answers a questionnaire. */
export const respondentKinds = codes([
  { code: 'individual', zh: '个人', en: 'Individual' },
  { code: 'enterprise', zh: '企业', en: 'Business' },
  { code: 'agent', zh: '代办', en: 'Acting for another' },
]);

/** What a survey question takes for an answer. The text of a `text` answer is never kept. */
export const questionKinds = codes([
  { code: 'grade', zh: '五级评价', en: 'five grades' },
  { code: 'scale', zh: '量表', en: 'scale' },
  { code: 'score', zh: '打分（0–10）', en: 'score 0 to 10' },
  { code: 'single', zh: '单选', en: 'single choice' },
  { code: 'multiple', zh: '多选', en: 'multiple choice' },
  { code: 'text', zh: '文字', en: 'free text' },
]);

export type QuestionKind = (typeof questionKinds)[number]['code'];

/** On which side an answer of a scale counts; the middle of a scale counts on neither. */
export const answerSides = codes([
  { code: 'favourable', zh: '正向', en: 'Favourable' },
  { code: 'unfavourable', zh: '负向', en: 'Unfavourable' },
]);

/** Why a response is not counted though nothing is wrong with its row. */
export const asideReasons = codes([
  { code: 'partial-response', zh: '未交卷', en: 'Not handed in' },
  { code: 'test-response', zh: '测试或预览', en: 'Test or preview' },
  { code: 'no-consent', zh: '未同意参加', en: 'No consent given' },
  { code: 'failed-check', zh: '未通过作答检查', en: 'Failed an attention check' },
  { code: 'screened-out', zh: '不属于调查对象', en: 'Screened out' },
  { code: 'invalid-response', zh: '被工具判为无效', en: 'Marked invalid by the survey tool' },
]);

/** The five grades in their fixed order: three positive, two negative, none neutral. */
export const grades = codes([
  { code: 'very_satisfied', zh: '非常满意', en: 'Very satisfied' },
  { code: 'satisfied', zh: '满意', en: 'Satisfied' },
  { code: 'fairly_satisfied', zh: '基本满意', en: 'Basically satisfied' },
  { code: 'dissatisfied', zh: '不满意', en: 'Dissatisfied' },
  { code: 'very_dissatisfied', zh: '非常不满意', en: 'Very dissatisfied' },
]);

/** The three aims that service reform is measured by. */
export const aims = codes([
  { code: 'standard', zh: '标准化', en: 'Standardised' },
  { code: 'regular', zh: '规范化', en: 'Regular' },
  { code: 'convenient', zh: '便利化', en: 'Convenient' },
]);

/** What one row of a drop can be. */
export type RecordKind = 'findings' | 'events' | 'responses' | 'visits' | 'transactions';

/**
 * One field of a canonical record, which is also one column of our own layout.
 * `per_language` fields are written once a language, as `title_zh`, `title_en`.
 */
export interface Field {
  readonly name: string;
  readonly type: 'id' | 'text' | 'date' | 'time' | 'month' | 'count' | 'code' | 'lookup';
  readonly required?: true;
  readonly perLanguage?: true;
  /** The codes of a `code` field. */
  readonly codes?: readonly Code[];
  /** The code list in `data/lookup/` of a `lookup` field. */
  readonly lookup?: LookupName;
}

export const lookupNames = [
  'departments',
  'halls',
  'services',
  'categories',
  'cohorts',
  'questions',
] as const;
export type LookupName = (typeof lookupNames)[number];

const place: readonly Field[] = [
  { name: 'hall', type: 'lookup', lookup: 'halls' },
  { name: 'service', type: 'lookup', lookup: 'services' },
];

/** The canonical records, which our own export layout gives column by column. */
export const recordFields: Readonly<Record<RecordKind, readonly Field[]>> = {
  findings: [
    { name: 'finding_id', type: 'id', required: true },
    { name: 'kind', type: 'code', codes: findingKinds, required: true },
    { name: 'found_on', type: 'date', required: true },
    { name: 'found_time', type: 'time' },
    // For findings taken over from an older register: the day on which this one began to know of them.
    { name: 'registered_on', type: 'date' },
    { name: 'title', type: 'text', perLanguage: true, required: true },
    { name: 'description', type: 'text', perLanguage: true },
    { name: 'department', type: 'lookup', lookup: 'departments', required: true },
    ...place,
    { name: 'category', type: 'lookup', lookup: 'categories' },
    { name: 'channel', type: 'code', codes: channels },
    { name: 'severity', type: 'code', codes: severities },
    { name: 'cohort', type: 'lookup', lookup: 'cohorts' },
    { name: 'due_on', type: 'date' },
    { name: 'due_time', type: 'time' },
    { name: 'recurrence_of', type: 'id' },
  ],
  events: [
    { name: 'finding_id', type: 'id', required: true },
    { name: 'event', type: 'code', codes: eventKinds, required: true },
    { name: 'on', type: 'date', required: true },
    { name: 'time', type: 'time' },
    { name: 'by', type: 'code', codes: witnesses },
    { name: 'note', type: 'text', perLanguage: true },
    { name: 'reason', type: 'id' },
    { name: 'remedy', type: 'code', codes: remedyKinds },
    { name: 'other_finding', type: 'id' },
  ],
  responses: [
    { name: 'response_id', type: 'id', required: true },
    { name: 'submitted_on', type: 'date' },
    { name: 'department', type: 'lookup', lookup: 'departments' },
    ...place,
    { name: 'channel', type: 'code', codes: channels },
    { name: 'origin', type: 'code', codes: ratingOrigins },
    { name: 'respondent', type: 'code', codes: respondentKinds },
  ],
  visits: [
    { name: 'visit_id', type: 'id', required: true },
    { name: 'on', type: 'date', required: true },
    { name: 'channel', type: 'code', codes: channels },
    { name: 'cohort', type: 'lookup', lookup: 'cohorts' },
    { name: 'department', type: 'lookup', lookup: 'departments' },
    ...place,
  ],
  transactions: [
    { name: 'department', type: 'lookup', lookup: 'departments', required: true },
    { name: 'month', type: 'month', required: true },
    { name: 'transactions', type: 'count', required: true },
  ],
};

/** The columns that tell two records of a kind apart: a later record with the same key corrects the earlier. */
export const recordKeys: Readonly<Record<RecordKind, readonly string[]>> = {
  findings: ['finding_id'],
  events: ['finding_id', 'event', 'on', 'time'],
  responses: ['response_id'],
  visits: ['visit_id'],
  transactions: ['department', 'month'],
};

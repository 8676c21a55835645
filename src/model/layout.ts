import { z } from 'astro/zod';
import {
  answerSides,
  asideReasons,
  eventKinds,
  questionKinds,
  remedyKinds,
  witnesses,
  type Code,
  type RecordKind,
} from './record.ts';

/** The survey tools whose exports are recognised by themselves. */
export const vendors = [
  { code: 'wjx-text', zh: '问卷星（选项文字）', en: 'wjx, answers as text' },
  { code: 'wjx-coded', zh: '问卷星（选项序号）', en: 'wjx, answers as numbers' },
  { code: 'wenjuan', zh: '问卷网', en: 'wenjuan.com' },
  { code: 'tencent', zh: '腾讯问卷', en: 'Tencent Survey' },
  { code: 'qualtrics', zh: 'Qualtrics', en: 'Qualtrics' },
  { code: 'surveymonkey', zh: 'SurveyMonkey', en: 'SurveyMonkey' },
  { code: 'limesurvey', zh: 'LimeSurvey', en: 'LimeSurvey' },
  { code: 'kobo', zh: 'KoboToolbox / ODK', en: 'KoboToolbox / ODK' },
  { code: 'google-forms', zh: 'Google 表单', en: 'Google Forms' },
  { code: 'surveygizmo', zh: 'SurveyGizmo / Alchemer', en: 'SurveyGizmo / Alchemer' },
  { code: 'microsoft-forms', zh: 'Microsoft Forms', en: 'Microsoft Forms' },
  { code: 'touchpoints', zh: '美国 Touchpoints（A-11）', en: 'US Touchpoints (A-11)' },
] as const satisfies readonly Code[];

export type VendorName = (typeof vendors)[number]['code'];

const header = z.string().min(1);
const codeOf = (list: readonly { readonly code: string }[]) =>
  z.enum(list.map(({ code }) => code) as [string, ...string[]]);

const encodingName = z.string().refine((name) => {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}, 'is not an encoding');

/** Year, month and day, perhaps with a time of day, in the tokens that we read. */
const dateForm = z
  .string()
  .regex(/^(?=.*yyyy)(?=.*M)(?=.*d)(?:yyyy|MMM|MM?|dd?|HH?|hh?|mm|ss|a|T|Z|[^A-Za-z])+$/)
  .describe(
    '日期写法，如 MM/dd/yyyy hh:mm:ss a；Z 表示后面有时区，照写的钟点算 / how dates are written, as MM/dd/yyyy hh:mm:ss a; Z stands for a zone behind it: the time counts as written',
  );

/** An event that a row of a findings export carries in columns of its own. */
const rowEvent = z.strictObject({
  event: codeOf(eventKinds).describe('事件 / the event'),
  on: header.describe('日期在哪一列；空格子表示没有发生 / its date column; blank means it did not happen'),
  by: codeOf(witnesses).optional().describe('谁是见证 / whose word it is'),
  note: z.record(z.string(), header).optional().describe('说明在哪一列，按语言 / note column, by language'),
  remedy: codeOf(remedyKinds).optional(),
  reason: z.string().optional(),
});

/** Rows that are not responses to count, told by one of their columns. */
const asideRule = z.strictObject({
  column: header.describe('看哪一列 / which column tells'),
  is: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('写的是这些就搁置；空写作 "" / set aside if it says one of these; "" means blank'),
  is_not: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('写的不是这些就搁置 / set aside if it says none of these'),
  as: codeOf(asideReasons).describe('为什么 / why'),
});

const texts = z.record(z.string(), z.string().min(1));
const plainId = z.string().regex(/^(?!all$)[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);

/** One answer that a question takes. */
const choice = z.strictObject({
  id: plainId.describe('答案编号 / id of the answer'),
  name: texts.describe('网站上怎么写，按语言 / how the site words it, by language'),
  is: z.array(z.string()).optional().describe('数据里的其他写法 / how else the data write it'),
  column: header.optional().describe('这个选项自己的列 / the column of this answer alone'),
  counts: codeOf(answerSides)
    .optional()
    .describe(
      '量表的答案算正向（favourable）还是负向（unfavourable）；中间的不写 / of a scale: on which side it counts; not written for the middle',
    ),
});

const choices = z.array(choice).min(1);

/** A question of the survey, with its column or columns. */
const codebookQuestion = z.strictObject({
  id: plainId.describe('题目编号，也是网址的一部分 / id of the question, part of its address'),
  kind: codeOf(questionKinds).describe('题型 / what it takes for an answer'),
  name: texts.describe('题目，按语言 / wording, by language'),
  column: z
    .union([header, z.array(header).min(1)])
    .optional()
    .describe('答案在哪一列；几列时取第一个有内容的 / its column; of several, the first that is filled in'),
  scale: z
    .string()
    .optional()
    .describe('用哪组答案，或 0-100 这样的数字范围 / which answers, or a range of numbers as 0-100'),
  choices: choices.optional().describe('答案，按次序 / its answers, in order'),
  write_in: z
    .string()
    .optional()
    .describe(
      '没列出的答案归入哪一项；文字不保留 / the answer that write-ins count as; their text is not kept',
    ),
});

/** How a foreign export is laid out: the shape of `data/layouts/<name>.yaml`. */
export const layoutSettings = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .describe('版式名称 / name of the layout'),
  gives: z
    .enum(['findings', 'events', 'responses', 'visits', 'transactions'] satisfies [
      RecordKind,
      ...RecordKind[],
    ])
    .describe('每一行是什么 / what a row is'),
  recognise: z.array(header).min(1).describe('有这些列就是它 / it is this layout if these columns are there'),
  encoding: encodingName
    .optional()
    .describe('编码，认不出时写明，如 windows-1252 / encoding, where it cannot be told, as windows-1252'),
  row_number_as: z
    .string()
    .optional()
    .describe(
      '没有编号的导出：用行号作哪个字段 / for exports without ids: the field that the row number becomes',
    ),
  vendor: codeOf(vendors)
    .optional()
    .describe(
      '哪个问卷工具的导出；表头几行、分隔符等随之而定 / the survey tool; header rows, separators and the like follow',
    ),
  header_rows: z
    .int()
    .min(1)
    .max(5)
    .optional()
    .describe(
      '表头有几行，默认 1；列名用 › 连起来 / rows of the header, default 1; their names are joined by ›',
    ),
  id_prefix: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)
    .optional()
    .describe(
      '编号前加什么，使几份问卷的 1、2、3 不相混 / put before ids, so that the 1, 2, 3 of several surveys stay apart',
    ),
  columns: z
    .record(z.string(), header)
    .default({})
    .describe(
      '我们的字段: 对方的列名；问卷工具的编号和时间列不用写 / our field: their column; a survey tool’s id and time need not stand here',
    ),
  questions: z
    .record(z.string(), z.union([header, z.array(header).min(1)]))
    .optional()
    .describe('问卷题目编号: 对方的列名 / question id: their column'),
  options: z
    .record(z.string(), z.record(z.string(), header))
    .optional()
    .describe(
      '一个选项一列的多选题。题目编号: { 答案编号: 列名 } / questions with a column an answer: id: { answer: column }',
    ),
  survey: plainId.optional().describe('这份问卷的编号 / id of the survey'),
  scales: z
    .record(z.string(), choices)
    .optional()
    .describe('几道题共用的答案 / answers that several questions share'),
  codebook: z
    .array(codebookQuestion)
    .optional()
    .describe(
      '这份问卷的题目；已在 lookup/questions.csv 里的不用再写 / the questions of this survey; those in lookup/questions.csv need not stand here',
    ),
  set_aside: z
    .array(asideRule)
    .optional()
    .describe(
      '不计入的行：未交卷、测试、未通过检查等；[] 表示全都计入 / rows not to count: partial, test, failed a check; [] counts all',
    ),
  personal: z
    .array(header)
    .optional()
    .describe('个人信息列，从不读入 / columns with personal data, never read'),
  free_text: z.array(header).optional().describe('自由填写列，从不读入 / free-text columns, never read'),
  write_in_marks: z
    .tuple([z.string().min(1), z.string().min(1)])
    .optional()
    .describe('自填文字前后的符号，如 〖 〗 / marks around write-ins, as 〖 〗'),
  events: z.array(rowEvent).optional(),
  dates: z.array(dateForm).min(1).optional(),
  values: z
    .record(z.string(), z.record(z.string(), z.string()))
    .optional()
    .describe('某字段里对方的写法: 我们的代码 / for a field, their value: our code'),
  constants: z
    .record(z.string(), z.string())
    .optional()
    .describe('每行都一样的字段 / fields that are the same in every row'),
  missing: z.array(z.string()).optional().describe('表示空的写法，如 NA / values that mean blank'),
  write_ins: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      '题目编号: 自填的答案归入哪一项，文字不保留 / question id: the answer that write-ins count as; their text is not kept',
    ),
  separator: z.string().optional().describe('多选答案的分隔符 / separator of multiple answers'),
  export: z
    .enum(['full', 'part'])
    .optional()
    .describe(
      'full：每次都是完整导出，缺的就是没有了；part：只有新的或改过的 / full: every export holds everything; part: only what is new',
    ),
  ignore: z
    .union([z.literal('rest'), z.array(header)])
    .optional()
    .describe('不用的列；rest 为其余全部 / columns not used; rest means all others'),
});

/** A layout description, checked. */
export type Layout = z.output<typeof layoutSettings>;

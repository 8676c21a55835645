import { z } from 'astro/zod';
import { eventKinds, remedyKinds, witnesses, type RecordKind } from './record.ts';

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
  .regex(/^(?=.*yyyy)(?=.*M)(?=.*d)(?:yyyy|MM?|dd?|HH?|hh?|mm|ss|a|T|[^A-Za-z])+$/)
  .describe('日期写法，如 MM/dd/yyyy hh:mm:ss a / how dates are written, as MM/dd/yyyy hh:mm:ss a');

/** An event that a row of a findings export carries in columns of its own. */
const rowEvent = z.strictObject({
  event: codeOf(eventKinds).describe('事件 / the event'),
  on: header.describe('日期在哪一列；空格子表示没有发生 / its date column; blank means it did not happen'),
  by: codeOf(witnesses).optional().describe('谁是见证 / whose word it is'),
  note: z.record(z.string(), header).optional().describe('说明在哪一列，按语言 / note column, by language'),
  remedy: codeOf(remedyKinds).optional(),
  reason: z.string().optional(),
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
  columns: z.record(z.string(), header).describe('我们的字段: 对方的列名 / our field: their column'),
  questions: z
    .record(z.string(), header)
    .optional()
    .describe('问卷题目编号: 对方的列名 / question id: their column'),
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
  ignore: z
    .union([z.literal('rest'), z.array(header)])
    .optional()
    .describe('不用的列；rest 为其余全部 / columns not used; rest means all others'),
});

/** A layout description, checked. */
export type Layout = z.output<typeof layoutSettings>;

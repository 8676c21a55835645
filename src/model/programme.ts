import { z } from 'astro/zod';
import { engineSettings } from './engine.ts';
import { officersSetting } from './officers.ts';
import { rules, type Rule, type RuleName } from './rule.ts';
import { tolerable } from './problem.ts';
import { severities } from './record.ts';
import { siteLanguages } from './site-languages.ts';
import { twoWayTables } from './survey-table.ts';

const text = z.string().trim().min(1);
/** A text in each language of the programme. */
const perLanguage = z.record(z.string(), text);
const day = z.iso.date();
/** A time of the programme's own zone. */
const moment = z.iso.datetime({ local: true, precision: 0 }).regex(/\d$/);
const address = z.url({ protocol: /^https?$/ });

const thresholds = Object.fromEntries(
  Object.values<Rule>(rules).map(({ rule, reason, least = 1 }) => [
    rule,
    z.int().min(least).max(1000).optional().describe(`${reason.zh} / ${reason.en}`),
  ]),
) as Record<RuleName, z.ZodOptional<z.ZodInt>>;

const deadlines = Object.fromEntries(
  severities.map(({ code, zh, en }) => [
    code,
    z
      .int()
      .min(1)
      .max(250)
      .describe(`${zh}：反馈之后多少个工作日 / ${en.toLowerCase()}: working days after it was sent`),
  ]),
) as Record<(typeof severities)[number]['code'], z.ZodInt>;

/** What the office decides: the shape of `programme.yaml`. The JSON Schema beside that file is made from this. */
export const programmeSettings = z.strictObject({
  name: perLanguage.describe('项目名称，每种语言一个 / name of the programme, one for each language'),
  city: perLanguage.describe('城市名称 / name of the city'),
  publisher: perLanguage.describe('发布单位 / who publishes'),
  officers: officersSetting
    .optional()
    .describe(
      '去查看的人叫什么，如 检查人员；页面、下载、订阅里都这样称呼 / what those who look are called, as inspector: on every page, in every download and feed',
    ),
  brand: perLanguage
    .optional()
    .describe(
      '刊头和书签上的名字，不写是 找茬 / the name in the masthead and in bookmarks; Zhaocha where it is not set',
    ),
  contact: z
    .email()
    .describe('联系邮箱，如 office@example.org / mailbox for questions, as office@example.org'),
  corrections: z.union([z.email(), address]).describe('收更正意见的地址 / where corrections are sent'),
  site: address
    .superRefine((site, context) => {
      const { origin, href } = new URL(site);
      if (href === `${origin}/`) return;
      const mistake = {
        said: {
          zh: `site 不能带路径：网站要放在域名的根上，页面之间的链接才对（${site}）`,
          en: `site cannot have a path: the pages link from the root of their host (${site})`,
        },
        mend: {
          zh: `写 ${origin}/；根上放不了，用一个子域名`,
          en: `write ${origin}/; where the root is taken use a subdomain`,
        },
      };
      context.addIssue({ code: 'custom', params: { mistake } });
    })
    .optional()
    .describe('网站地址，不带路径 / address of the site, without a path'),
  languages: z
    .array(z.enum(siteLanguages))
    .min(1)
    .superRefine((languages, context) => {
      for (const [position, language] of languages.entries()) {
        if (languages.indexOf(language) === position) continue;
        const mistake = {
          said: { zh: `语言 ${language} 写了不止一次`, en: `the language ${language} stands there twice` },
          mend: { zh: '只留一个', en: 'keep one of them' },
        };
        context.addIssue({ code: 'custom', path: [position], params: { mistake } });
      }
    })
    .describe(
      '语言，第一个是主要语言；别的语言要先有文字，见 README 的 a language / languages, the first is the main one; another needs its words first: README, “a language”',
    ),
  time_zone: z
    .string()
    .refine(
      (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
      'is not a time zone',
    )
    .describe('时区，如 Asia/Shanghai / time zone, as Asia/Shanghai'),
  calendar: z
    .enum(['china', 'own', 'none'])
    .describe(
      '工作日历：china 为国务院公布的，加上 lookup/special_days.csv 里的；own 只按 lookup/special_days.csv；none 为没有 / working-day calendar: the notices of the State Council and lookup/special_days.csv, that list alone, or none',
    ),
  starts_on: day
    .optional()
    .describe(
      '项目从哪天开始；还没有数据时，网站写“数据截至”这一天 / the first day of the programme; before the first drop the data go up to it',
    ),
  cutoff: z
    .union([z.literal('latest'), day, moment])
    .describe(
      '数据截止：latest 为文件里最晚的日期，或写 2026-09-30 或 2026-09-30T17:00:00 / latest for the latest date in the drops, or a date as 2026-09-30, or 2026-09-30T17:00:00',
    ),
  period: z.enum(['month', 'quarter']).describe('按月还是按季 / month or quarter'),
  deadlines: z
    .strictObject(deadlines)
    .optional()
    .describe('各程度的期限（工作日） / working days allowed for each severity'),
  earlier_deadlines: z
    .array(z.strictObject({ until: day.describe('用到哪天为止 / the last day it held'), ...deadlines }))
    .superRefine((list, context) => {
      for (const [position, { until }] of list.entries()) {
        const before = list[position - 1]?.until;
        if (before === undefined || before < until) continue;
        const mistake = {
          said: {
            zh: `earlier_deadlines 里 ${until} 排在 ${before} 后面`,
            en: `in earlier_deadlines ${until} stands after ${before}`,
          },
          mend: { zh: '从最早的写起，每天只写一次', en: 'begin with the earliest, each day once' },
        };
        context.addIssue({ code: 'custom', path: [position, 'until'], params: { mistake } });
      }
    })
    .optional()
    .describe(
      '改过期限的，从前的期限各用到哪天：那天及以前反馈给部门的仍按它算 / where deadlines were changed: those before, and up to which day; what was sent to a department by then keeps them',
    ),
  thresholds: z.strictObject(thresholds).optional().describe('阈值，不写用默认 / thresholds, with defaults'),
  endings: z
    .record(z.string().regex(/^[a-z0-9-]+$/), perLanguage)
    .optional()
    .describe('不采纳、转交等理由的类别 / categories of reasons for endings'),
  overall_question: z
    .string()
    .optional()
    .describe('总体满意度是哪道题 / the question of overall satisfaction'),
  ranking: z
    .enum(['none', 'bands'])
    .optional()
    .describe(
      '部门排名：none 不排（默认）；bands 分三段，只在本地规定要求时用 / ranking of departments: none (default), or bands where local rules demand one',
    ),
  survey_tables: z
    .array(z.enum(twoWayTables))
    .optional()
    .describe(
      '问卷除逐项单列外还公布的两项交叉表，如 hall × period；越多，隐去的格子越多 / tables of answers by two things, besides each by itself, as hall × period; the more there are, the more is withheld',
    ),
  survey_corrections: z
    .array(z.string().regex(/^\d{4}-(Q[1-4]|\d{2})$/))
    .optional()
    .describe(
      '要更正的已公布时期，如 2025-Q3；每个公布过的数要么不变，要么变动不小于最小公布人数 / published periods of the survey that are corrected, as 2025-Q3; every number published stays or changes by the smallest published base at least',
    ),
  tolerate: z.array(z.enum(tolerable)).optional().describe('明知而容忍的问题 / problems tolerated knowingly'),
  public_contacts: z
    .array(text)
    .optional()
    .describe(
      '本来就公开的电话和邮箱，可以出现在公布的文字里 / telephone numbers and mailboxes that are public anyway',
    ),
  exports: z
    .record(text, z.enum(['full', 'part']))
    .optional()
    .describe(
      '文件名（可用 *）: full 完整导出，缺的就是没有了；part 只有新的或改过的 / file name, * for anything: full exports hold everything, parts what is new',
    ),
  engine: engineSettings.optional(),
  licence: z.strictObject({ name: perLanguage, url: address }).describe('数据许可 / licence of the data'),
  next_update: day.optional().describe('下次更新日期 / next update'),
  demonstration: z.boolean().describe('是否演示数据 / whether this is demonstration data'),
});

/** The settings of a programme, every one checked. */
export type Programme = z.output<typeof programmeSettings>;

/** The numbers we chose as they hold in this programme. */
export function thresholdsOf(programme: Programme): Record<RuleName, number> {
  return Object.fromEntries(
    Object.values(rules).map(({ rule, value }) => [rule, programme.thresholds?.[rule] ?? value]),
  ) as Record<RuleName, number>;
}

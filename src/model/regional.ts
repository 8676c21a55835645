import { comparisons, figureStatuses, limitKinds } from './published.ts';
import type { Code } from './record.ts';
import type { Column, RowOf, Table } from './table.ts';

/*
 * The tables of an overview of several cities: what its pages show and what one takes away of them. They are made of the
 * published packages of the cities and add nothing but who stands beside whom, and the comparison.
 */

const words = (zh: string, en: string) => ({ zh, en });

const id = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'id', required: true, meaning: words(zh, en) }) as const satisfies Column;
const text = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'text', meaning: words(zh, en) }) as const satisfies Column;
const label = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'text', perLanguage: true, meaning: words(zh, en) }) as const satisfies Column;
const date = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'date', meaning: words(zh, en) }) as const satisfies Column;
const integer = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'integer', meaning: words(zh, en) }) as const satisfies Column;
const number = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'number', meaning: words(zh, en) }) as const satisfies Column;
const yes = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, type: 'boolean', meaning: words(zh, en) }) as const satisfies Column;
const code = <const N extends string>(name: N, codes: readonly Code[], zh: string, en: string) =>
  ({ name, type: 'code', codes, meaning: words(zh, en) }) as const satisfies Column;

/** Whether a city's package held. */
export const standings = [
  { code: 'verified', zh: '已核验', en: 'verified' },
  { code: 'refused', zh: '不采用', en: 'refused' },
] as const satisfies readonly Code[];

/** Why a rate of a city is not held against the others. */
export const uncomparedReasons = [
  { code: 'demonstration', zh: '演示数据，不参加比较', en: 'demonstration data: not compared' },
  { code: 'other_definition', zh: '定义不同，不参加比较', en: 'defined otherwise: not compared' },
  {
    code: 'own_question',
    zh: '题目和回答的人各城不同，不比较',
    en: 'each city asks its own people its own question: not compared',
  },
  { code: 'no_cases', zh: '没有可比的数', en: 'nothing to compare' },
  { code: 'alone', zh: '没有别的城市可比', en: 'no other city to compare with' },
] as const satisfies readonly Code[];

export type Uncompared = (typeof uncomparedReasons)[number]['code'];

const overview = {
  name: 'overview',
  row: words('关于这份汇总的一个事实', 'One fact about this overview'),
  key: ['field'],
  columns: [
    id('field', '事实的名称', 'Name of the fact'),
    { name: 'value', type: 'text', meaning: words('内容', 'Its value') },
  ],
} as const satisfies Table;

const cities = {
  name: 'cities',
  row: words(
    '一座城市：它的数据从哪里来、到哪天、是否核验过',
    'One city: where its data come from, up to when, and whether they held',
  ),
  key: ['city_id'],
  columns: [
    id('city_id', '编号，由地址而来', 'Id, made of the address'),
    { ...code('standing', standings, '核验的结果', 'Whether its package held'), required: true },
    label('reason', '不采用的原因', 'Why it was refused'),
    label('city', '城市名称；重名的后面有地址', 'Name of the city; with the address where two have the same'),
    text('city_own', '城市名称，用它自己的语言', 'Name of the city in its own language'),
    text('language', '它自己的第一种语言', 'The first of its own languages'),
    text('languages', '它的网站有哪些语言', 'The languages of its site'),
    text('site', '它的网站；不知道的为空', 'Its own site; blank where unknown'),
    yes('demonstration', '演示数据，均为虚构', 'Demonstration data: all of it invented'),
    label('publisher', '主办单位', 'Publisher'),
    date('data_from', '数据从哪天起', 'First day of the data'),
    date('cutoff', '数据截至', 'Data up to'),
    text('period', '按月还是按季', 'Month or quarter'),
    text('release', '第几期；还没有发布过的为空', 'Number of the release; blank where there has been none'),
    date('published_on', '这一期的发布日期', 'Published on'),
    text(
      'deadlines',
      '期限（轻微／一般／较重，工作日）；空的是没有统一期限',
      'Working days allowed (minor / ordinary / serious); blank without common deadlines',
    ),
    text('licence', '许可', 'Licence'),
    text('version', '生成它的程序版本', 'Version of the program that made it'),
    integer('files', '逐个核对了校验值的文件', 'Files whose hashes were checked'),
    integer('figures', '它公布的数字', 'Figures that it publishes'),
    integer('recounted', '其中从公开的表重新算出的', 'Of these, counted again from its public tables'),
    integer('releases', '其中核对了的各期记录', 'Records of releases that were checked'),
    text(
      'sha256',
      '它的 SHA256SUMS 的校验值：读的是哪一份',
      'Hash of its SHA256SUMS: which package was read',
    ),
  ],
} as const satisfies Table;

const cityFigures = {
  name: 'city_figures',
  row: words(
    '一座城市公布的一个数字，与其他城市比较',
    'One figure that a city publishes, held against the other cities',
  ),
  key: ['city_id', 'measure', 'question_id'],
  columns: [
    { ...id('city_id', '哪座城市', 'City'), references: 'cities' },
    id('measure', '量的是什么', 'What is measured'),
    text('question_id', '哪道题；不是问卷数字的为空', 'Survey question; blank for other figures'),
    label('question', '题目', 'Wording of the question'),
    integer('count', '件数或人数', 'Count'),
    integer('base', '基数', 'Base'),
    number('value', '数值：比率为 0 到 1', 'Value: rates from 0 to 1'),
    number('low', '95% 区间下端', 'Lower end of the 95 % interval'),
    number('high', '95% 区间上端', 'Upper end of the 95 % interval'),
    {
      ...code('status', figureStatuses, '有没有数、为什么没有', 'Whether there is a value, and why not'),
      required: true,
    },
    code(
      'comparison',
      comparisons,
      '与其他城市相比：只有越过 99.8% 线才写高低',
      'Beside the other cities: higher or lower only beyond the 99.8 % line',
    ),
    code('uncompared', uncomparedReasons, '为什么不比较', 'Why it is not compared'),
    number('centre', '参加比较的城市合计的比率', 'Pooled rate of the cities compared'),
    number('inner_low', '95% 界限下端', 'Lower 95 % limit'),
    number('inner_high', '95% 界限上端', 'Upper 95 % limit'),
    number('limit_low', '99.8% 界限下端', 'Lower 99.8 % limit'),
    number('limit_high', '99.8% 界限上端', 'Upper 99.8 % limit'),
    code('limits', limitKinds, '界限怎样得来', 'How the limits were made'),
  ],
} as const satisfies Table;

const cityFaults = {
  name: 'city_faults',
  row: words('核验时对不上的一处', 'One thing that did not hold when a city was verified'),
  key: ['city_id', 'number'],
  columns: [
    { ...id('city_id', '哪座城市', 'City'), references: 'cities' },
    { ...integer('number', '第几处', 'Number'), required: true },
    text('check', '哪项核对', 'Which check'),
    text('place', '在哪里', 'Where'),
    text('expected', '应为', 'What it should be'),
    text('found', '实为', 'What it is'),
  ],
} as const satisfies Table;

/** Every table of an overview, in the order in which the dictionary shows them. */
export const regional = { cities, city_figures: cityFigures, city_faults: cityFaults, overview } as const;

export type RegionalName = keyof typeof regional;

/** A row of a table of an overview. */
export type RegionalRow<N extends RegionalName> = RowOf<(typeof regional)[N]>;

/** All tables of an overview, read. */
export type RegionalTables = { readonly [N in RegionalName]: readonly RegionalRow<N>[] };

/** The figures of a city that an overview shows. */
export const regionalMeasures = [
  'found',
  'confirmed',
  'claimed',
  'overdue',
  'confirmed_rate',
  'on_time_rate',
  'positive_rate',
] as const;

export type RegionalMeasure = (typeof regionalMeasures)[number];

/** The rate that answers to the programme's own question about everything. */
export const regionalSurveyMeasure = 'positive_rate' satisfies RegionalMeasure;

import { plural } from '../site/i18n/plural.ts';

/*
 * The words of an overview in Chinese and English. What a city's site says as well has its words in `src/site/i18n`.
 * `{name}` is a place for a number, a date or a link, which the page puts in through `Sentence`.
 */

const zh = {
  brandLine: '各城市的问题与整改，并排看',
  noName: '多城汇总',
  navigation: { label: '主导航', home: '各城市', data: '数据与方法' },
  demonstration: {
    label: '演示数据',
    title: '含演示数据。',
    text: '标着“演示”的城市并不存在，它们的数字均为虚构，也不与真实的城市比较。',
    all: '这些城市并不存在，数字均为虚构。',
    mark: '演示',
  },
  home: {
    title: '各城市并排看',
    description: '几座城市各自发现了多少问题、改好了多少，数字来自各城市自己公开的数据包。',
    headline: (count: number): string =>
      count === 1 ? '1 座城市，还没有别的可以并排' : `${count} 座城市并排看，不排名次`,
    lede: '数字都来自各城市自己公开的数据包。每一份都先核对文件的校验值和各期发布的链，再从公开的表重新算一遍，全部对上才采用。',
    refusedToo: '另有 {count} 座没有采用，原因写在下面。',
  },
  sides: {
    title: '各城市的数字',
    gloss: '件数随城市大小、开始早晚而不同，只并排，不比较。',
    city: '城市',
    caption: '各城市公布的件数，按名称排列',
    cutoff: '数据截至',
    refused: '不采用',
    surveyOnly: '只发问卷，没有人去查看问题',
  },
  compare: {
    title: '与其他城市相比',
    gloss: '竖线是参加比较的城市合计的比率；词只在越过 99.8% 线时才写高低。',
    confirmed_rate: '发现的问题里，复核过、确认已改好的',
    on_time_rate: '有期限的问题里，部门按期说改好的',
    of: '几件中的几件',
    rate: '比率与区间',
    drawn: '0–100%',
    chance: '只凭偶然会在',
    word: '比起来',
    together: '参加比较的合计',
    widened: '各城市之间的差别大于偶然，界限已放宽。',
    none: '没有一座城市有可比的数。',
    caution:
      '截止日不同的城市，早开始的有更多时间改；各城市的期限也不同。高低说明的是“不像偶然”，不说明原因，也不是名次。',
  },
  survey: {
    title: '问卷',
    gloss: '各城市问的题、来答的人都不一样，只并排，不比较。',
    question: '题目',
    rate: '好评率与区间',
    people: '几人中的几人',
    none: '没有问卷',
    caption: '各城市总体题的好评率，按名称排列',
  },
  whence: {
    title: '数字从哪里来',
    gloss: '每座城市的数据到哪天、是哪一期、核对了什么。',
    caption: '各城市的数据来源，按名称排列',
    publisher: '主办',
    span: '数据',
    to: '{from} 至 {to}',
    period: { month: '按月', quarter: '按季' },
    release: '发布',
    releaseOf: '第 {release} 期，{date}',
    noRelease: '未作为一期发布',
    site: '网站',
    noSite: '没有写网址',
    deadlines: '期限',
    days: '轻微 {minor}、一般 {ordinary}、较重 {serious} 个工作日',
    noDeadlines: '没有统一的',
    checked: '核对',
    checkedOf: (_releases: number): string =>
      '{files} 个文件的校验值，{figures} 个数字里从公开的表重新算出 {recounted} 个，{releases} 期发布的链：全部对上',
    checkedPlain:
      '{files} 个文件的校验值，{figures} 个数字里从公开的表重新算出 {recounted} 个：全部对上；还没有发布过期次',
    licence: '许可',
  },
  refused: {
    title: '没有采用的',
    gloss: '对不上的数据包一个数字也不采用。',
    faults: '对不上的地方（前 {count} 处）',
    check: '核对',
    place: '在哪里',
    expected: '应为',
    found: '实为',
  },
  data: {
    title: '数据与方法',
    description: '这份汇总的表格、数据字典和方法。',
    lede: '网页就是从下面这些表生成的。',
    files: '下载',
    filesGloss: 'CSV，UTF-8。',
    rows: (_count: number): string => '行',
    dictionaryFile: '数据字典',
    dictionary: '数据字典',
    dictionaryGloss: '每张表的每一列。',
    method: '怎么比较',
    methodPoints: [
      [
        '比什么',
        '只比两个比率：确认已改好的占全部问题的比率、按期说改好的占有期限的比率。定义（算式）与本程序不同的城市不参加。',
      ],
      [
        '怎么比',
        '把参加的城市合在一起的比率当作期望，按每座城市的件数算出漏斗图的 99.8% 界限（精确二项分布）；各城市之间的差别大于偶然时用放宽的界限（加性，Spiegelhalter 2005）。越过界限才写“高于预期”或“低于预期”。',
      ],
      [
        '什么时候不说',
        '不足十件的写“太少，不判断”；城市自己不公布的数这里也没有；演示数据不与真实的城市比较。',
      ],
      ['为什么不排名', '名次会把偶然的差别说成先后。城市总按名称排列。'],
    ],
  },
  footer: {
    sources: '数字属于各城市，许可与更正见各城市自己的网站。',
    privacy: '本站不用 Cookie，不统计访客，不向别的网站发任何请求。',
    made: '由 zhaocha {version} 生成',
  },
  notFound: { title: '没有这个页面', text: '地址可能写错了。' },
};

/** The words of an overview. */
export type RegionWords = typeof zh;

const en: RegionWords = {
  brandLine: 'Problems found and mended, city by city',
  noName: 'Several cities',
  navigation: { label: 'Main', home: 'Cities', data: 'Data and method' },
  demonstration: {
    label: 'Demonstration data',
    title: 'With demonstration data.',
    text: 'Cities marked “demonstration” do not exist; their figures are invented and are not held against real ones.',
    all: 'These cities do not exist; all figures are invented.',
    mark: 'demonstration',
  },
  home: {
    title: 'Cities side by side',
    description:
      'How many problems were found in several cities, and how many were mended, from the packages that each city publishes itself.',
    headline: (count) =>
      plural('en', count, {
        one: `${count} city, and no other to stand beside it`,
        other: `${count} cities side by side, and no ranking`,
      }),
    lede: 'Every number comes from the package that the city itself publishes. Each package was first held against its own hashes and its chain of releases, then counted again from its public tables, and taken only if all of it held.',
    refusedToo: 'Not taken: {count} more, for the reasons below.',
  },
  sides: {
    title: 'The figures of each city',
    gloss:
      'Counts depend on how large a city is and how long it has looked: they stand side by side and are not compared.',
    city: 'City',
    caption: 'The counts that each city publishes, in the order of their names',
    cutoff: 'Data up to',
    refused: 'refused',
    surveyOnly: 'a survey alone: nobody looks for problems',
  },
  compare: {
    title: 'Beside the other cities',
    gloss:
      'The upright line is the rate of all compared cities together. Higher or lower is said only beyond the 99.8 % line.',
    confirmed_rate: 'Of the problems found, checked and confirmed fixed',
    on_time_rate: 'Of the problems with a deadline, said fixed in time',
    of: 'How many of how many',
    rate: 'Rate and interval',
    drawn: '0–100 %',
    chance: 'By chance alone within',
    word: 'Beside the others',
    together: 'All that are compared',
    widened: 'The cities differ by more than chance: the limits are widened.',
    none: 'No city has a figure that could be compared.',
    caution:
      'Cities with another cut-off had more or less time to mend, and each has its own deadlines. Higher and lower mean “not like chance”; they say nothing of causes and are no ranks.',
  },
  survey: {
    title: 'Surveys',
    gloss: 'Each city asks its own people its own question: side by side, not compared.',
    question: 'Question',
    rate: 'Satisfied, with interval',
    people: 'How many of how many',
    none: 'no survey',
    caption: 'The share that is satisfied over all, in the order of the cities’ names',
  },
  whence: {
    title: 'Where the numbers come from',
    gloss: 'Up to when each city’s data speak, which release they are, and what was checked.',
    caption: 'The sources, in the order of the cities’ names',
    publisher: 'Publisher',
    span: 'Data',
    to: '{from} to {to}',
    period: { month: 'by month', quarter: 'by quarter' },
    release: 'Release',
    releaseOf: '{release}, {date}',
    noRelease: 'not a recorded release',
    site: 'Site',
    noSite: 'no address given',
    deadlines: 'Deadlines',
    days: 'minor {minor}, ordinary {ordinary}, serious {serious} working days',
    noDeadlines: 'none in common',
    checked: 'Checked',
    checkedOf: (releases) =>
      plural('en', releases, {
        one: 'hashes of {files} files, {recounted} of {figures} figures counted again from public tables, the record of {releases} release: all held',
        other:
          'hashes of {files} files, {recounted} of {figures} figures counted again from public tables, the chain of {releases} releases: all held',
      }),
    checkedPlain:
      'hashes of {files} files, {recounted} of {figures} figures counted again from public tables: all held; no release has been recorded',
    licence: 'Licence',
  },
  refused: {
    title: 'Not taken',
    gloss: 'Of a package that does not hold no number is taken.',
    faults: 'What did not hold (the first {count})',
    check: 'Check',
    place: 'Where',
    expected: 'Should be',
    found: 'Is',
  },
  data: {
    title: 'Data and method',
    description: 'The tables of this overview, their dictionary, and the method.',
    lede: 'The pages are made of exactly these tables.',
    files: 'Downloads',
    filesGloss: 'CSV, UTF-8.',
    rows: (count) => plural('en', count, { one: 'row', other: 'rows' }),
    dictionaryFile: 'data dictionary',
    dictionary: 'Data dictionary',
    dictionaryGloss: 'Every column of every table.',
    method: 'How cities are compared',
    methodPoints: [
      [
        'What is compared',
        'Two rates only: the share of all problems confirmed fixed, and the share of those with a deadline said fixed in time. A city whose definition (formula) is not that of this program takes no part.',
      ],
      [
        'How',
        'The rate of all cities that take part is what is expected of each; for its number of cases the 99.8 % limits of a funnel plot are drawn (exact binomial), widened (additive, Spiegelhalter 2005) where cities differ by more than chance. “Higher” and “lower” are said only beyond them.',
      ],
      [
        'When nothing is said',
        'Under ten cases it is “too few to say”. What a city withholds is not here either. Demonstration data are not held against real cities.',
      ],
      ['Why no ranking', 'A rank turns differences of chance into an order. Cities always stand by name.'],
    ],
  },
  footer: {
    sources: 'The figures belong to the cities: licences and corrections are on their own sites.',
    privacy: 'No cookies, no visitor counts, no request to any other site.',
    made: 'Made by zhaocha {version}',
  },
  notFound: { title: 'No such page', text: 'The address may be mistyped.' },
};

/** The words of an overview in a language; English where there are none in it. */
export function regionWords(language: string): RegionWords {
  return language.startsWith('zh') ? zh : en;
}

import type { Words } from '../../src/model/words.ts';
import { w } from './words.ts';

/** One department of Example City, and how it goes about findings. */
export interface Department {
  readonly id: string;
  readonly name: Words;
  readonly short: Words;
  readonly pinyin: string;
  /** What it calls itself in a reply. */
  readonly self: string;
  /** Its part of the findings. */
  readonly findings: number;
  /** Its part of the survey responses. */
  readonly responses: number;
  /** The probability that a claim comes after the deadline. */
  readonly late: number;
  /** How much likelier than usual a finding is to be overdue. */
  readonly overdue: number;
  /** How much likelier than usual a respondent is to be dissatisfied. */
  readonly dissatisfied: number;
  readonly since?: string;
  readonly until?: string;
  readonly successor?: string;
}

type Line = readonly [
  id: string,
  name: Words,
  short: Words,
  pinyin: string,
  self: string,
  findings: number,
  responses: number,
  late: number,
  overdue: number,
  dissatisfied: number,
];

// prettier-ignore
const lines: readonly Line[] = [
  ['hrss', w('人力资源和社会保障局', 'Human Resources and Social Security Bureau'), w('人社局', 'Social Security'), 'ren li zi yuan he she hui bao zhang ju', '我局', 75, 780, 0.05, 0.4, 0.7],
  ['healthcare', w('医疗保障局', 'Healthcare Security Administration'), w('医保局', 'Healthcare Security'), 'yi liao bao zhang ju', '我局', 64, 610, 0.28, 2.6, 2.1],
  ['police', w('公安局', 'Public Security Bureau'), w('公安局', 'Police'), 'gong an ju', '我局', 62, 720, 0.1, 0.8, 0.8],
  ['realty', w('不动产登记中心', 'Real Estate Registration Centre'), w('不动产中心', 'Real Estate'), 'bu dong chan deng ji zhong xin', '我中心', 46, 420, 0.13, 0.8, 0.9],
  ['market', w('市场监督管理局', 'Market Regulation Administration'), w('市场监管局', 'Market Regulation'), 'shi chang jian du guan li ju', '我局', 44, 380, 0.13, 1, 1],
  ['tax', w('税务局', 'Tax Service'), w('税务局', 'Tax'), 'shui wu ju', '我局', 40, 460, 0.1, 0.7, 0.7],
  ['civil', w('民政局', 'Civil Affairs Bureau'), w('民政局', 'Civil Affairs'), 'min zheng ju', '我局', 34, 260, 0.12, 0.9, 0.8],
  ['fund', w('住房公积金管理中心', 'Housing Provident Fund Centre'), w('公积金中心', 'Provident Fund'), 'zhu fang gong ji jin guan li zhong xin', '我中心', 32, 330, 0.08, 0.6, 0.6],
  ['education', w('教育局', 'Education Bureau'), w('教育局', 'Education'), 'jiao yu ju', '我局', 28, 190, 0.09, 0, 1.1],
  ['housing', w('住房和城乡建设局', 'Housing and Urban-Rural Development Bureau'), w('住建局', 'Housing'), 'zhu fang he cheng xiang jian she ju', '我局', 24, 130, 0.2, 1.6, 1.6],
  ['health', w('卫生健康委员会', 'Health Commission'), w('卫健委', 'Health'), 'wei sheng jian kang wei yuan hui', '我委', 22, 170, 0.17, 1.2, 1.2],
  ['data', w('政务服务和数据管理局', 'Government Services and Data Bureau'), w('政数局', 'Government Services'), 'zheng wu fu wu he shu ju guan li ju', '我局', 22, 210, 0.08, 0.6, 0.8],
  ['transport', w('交通运输局', 'Transport Bureau'), w('交通局', 'Transport'), 'jiao tong yun shu ju', '我局', 20, 120, 0.13, 1, 1.1],
  ['city', w('城市管理局', 'Urban Management Bureau'), w('城管局', 'Urban Management'), 'cheng shi guan li ju', '我局', 18, 60, 0.2, 1.3, 1.8],
  ['justice', w('司法局', 'Justice Bureau'), w('司法局', 'Justice'), 'si fa ju', '我局', 13, 46, 0.13, 1, 0.9],
  ['veterans', w('退役军人事务局', 'Veterans Affairs Bureau'), w('退役军人局', 'Veterans'), 'tui yi jun ren shi wu ju', '我局', 12, 38, 0, 0, 0.3],
  ['disabled', w('残疾人联合会', 'Disabled Persons’ Federation'), w('残联', 'Disabled Persons'), 'can ji ren lian he hui', '我会', 11, 24, 0.1, 1, 0.8],
  ['utilities', w('公用事业服务中心', 'Public Utilities Centre'), w('公用事业中心', 'Utilities'), 'gong yong shi ye fu wu zhong xin', '我中心', 9, 34, 0.2, 1.2, 1.3],
  ['data-centre', w('大数据中心', 'Big Data Centre'), w('大数据中心', 'Big Data'), 'da shu ju zhong xin', '我中心', 8, 14, 0.07, 0, 1.2],
  ['environment', w('生态环境局', 'Ecology and Environment Bureau'), w('环保局', 'Environment'), 'sheng tai huan jing ju', '我局', 7, 6, 0.13, 1, 1],
  ['archives', w('档案馆', 'City Archives'), w('档案馆', 'Archives'), 'dang an guan', '我馆', 6, 6, 0.07, 1, 0.5],
  ['planning', w('自然资源和规划局', 'Natural Resources and Planning Bureau'), w('资规局', 'Planning'), 'zi ran zi yuan he gui hua ju', '我局', 2, 6, 0.13, 1, 1],
  ['emergency', w('应急管理局', 'Emergency Management Bureau'), w('应急局', 'Emergency'), 'ying ji guan li ju', '我局', 1, 3, 0, 0, 1],
  ['sports', w('体育局', 'Sports Bureau'), w('体育局', 'Sports'), 'ti yu ju', '我局', 0, 0, 0, 0, 1],
];

/** The department that was merged into another while the programme ran. */
const merged = { id: 'data-centre', since: '2019-03-01', until: '2025-03-31', successor: 'data' };

/** The written departments of Example City. */
export const departments: readonly Department[] = lines.map(
  ([id, name, short, pinyin, self, findings, responses, late, overdue, dissatisfied]) => ({
    ...(id === merged.id ? merged : {}),
    ...{ id, name, short, pinyin, self, findings, responses, late, overdue, dissatisfied },
  }),
);

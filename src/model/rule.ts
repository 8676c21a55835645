import type { Words } from './words.ts';

/** A number that we chose. Its name, its reason and its one home; the method page prints it from here. */
export interface Rule {
  readonly rule: string;
  readonly value: number;
  readonly name: Words;
  readonly unit: Words;
  readonly reason: Words;
  /** The least that a programme may set, where that is not one. */
  readonly least?: number;
}

const people: Words = { zh: '人', en: 'people' };
const findings: Words = { zh: '件', en: 'findings' };

/** The numbers we chose, as they stand unless `programme.yaml` sets another under `thresholds`. */
export const rules = {
  smallest_published_base: {
    rule: 'smallest_published_base',
    value: 10,
    // Of two people each would know what the other said.
    least: 3,
    name: { zh: '最小公布人数', en: 'Smallest published base' },
    unit: people,
    reason: {
      zh: '少于十个人的回答可能认出个人，也站不住脚。与英格兰全科医生患者调查等通行做法一致。',
      en: 'Fewer than ten people could be recognised, and prove little. The rule of the GP Patient Survey and of most statistical offices.',
    },
  },
  smallest_published_answer: {
    rule: 'smallest_published_answer',
    value: 5,
    least: 3,
    name: { zh: '小单位里最小公布的同一答案人数', en: 'Smallest published answer in a small unit' },
    unit: people,
    reason: {
      zh: '在小单位里，选同一答案的一至四个人可能被认出，所以连同该题分布一起不公布；零照常公布。',
      en: 'In a small unit one to four people with the same answer could be recognised: the whole distribution is withheld. Zero is published.',
    },
  },
  small_unit_base: {
    rule: 'small_unit_base',
    value: 30,
    // Below the smallest published base the rule above would apply to no unit.
    least: 10,
    name: { zh: '小单位的人数界限', en: 'Below this a unit is small' },
    unit: people,
    reason: {
      zh: '不足三十人回答的单位算小单位，适用上一条。',
      en: 'A unit with fewer than thirty answers is small, and the rule above applies.',
    },
  },
  days_before_survey_closes: {
    rule: 'days_before_survey_closes',
    value: 15,
    least: 0,
    name: { zh: '问卷截收天数', en: 'Days before a period of the survey closes' },
    unit: { zh: '天', en: 'days' },
    reason: {
      zh: '一个时期结束这么多天后，它的回答才公布，只公布一次；以后再来的不再计入。否则两次公布一相减，就能看出后来那一两个人的回答。',
      en: 'So many days after its end the answers of a period are published, once; what comes later is not counted. Otherwise the difference between two releases would show what the one or two late people answered.',
    },
  },
  smallest_judged_base: {
    rule: 'smallest_judged_base',
    value: 10,
    name: { zh: '最小判断基数', en: 'Smallest judged base' },
    unit: findings,
    reason: {
      zh: '不足十件时，一件之差就能让比率变动十个百分点以上，所以只给件数，不给比率。',
      en: 'Under ten, one finding moves a rate by more than ten points: counts are shown, no rate.',
    },
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** The two-sided coverage of every interval on the site. */
export const confidence = 0.95;

import { settlingDays } from './charted.ts';
import type { Words } from './words.ts';

/* When a measure has no number: the words that several measures share. */

export const never: Words = { zh: '总是显示。', en: 'Always shown.' };

export const noBase: Words = {
  zh: '基数为零时写“没有”；基数不足“最小判断基数”时只给件数。',
  en: 'No cases: said in words. A base under the smallest judged base: counts only, no rate.',
};

export const beyond: Words = {
  zh: '观察时间不够长、曲线没有降到一半（所以没有中位数），或有从旧台账迁入的而最初几天在观察之中的不足“最小判断基数”时，写“还算不出”；基数不足“最小判断基数”时不显示。',
  en: 'Not estimable when nobody was followed that long, when the curve never came down to a half, so that there is no median, or when some were taken over from an older register and fewer than the smallest judged base were under observation in the first days; not shown under the smallest judged base.',
};

export const smallBase: Words = {
  zh: '回答人数少于“最小公布人数”时不公布，连同可由相减得出它的部分，所以人数很多的单位也可能不公布。',
  en: 'Withheld under the smallest published base, together with whatever would give it away by subtraction, which may be a unit of many people.',
};

export const bothPeriods: Words = {
  zh: `只比已结束的时期；按发现时期算的比率，要等时期结束满 ${settlingDays} 天。有一期没有数，就不比，status 写那一期的，先看这一期；有一期没有行，就没有行。`,
  en: `Completed periods only; rates by period found wait ${settlingDays} days after its end. Not compared where either period has no number: the status is that of this period, of the later first; no row where either has none.`,
};

export const smallUnitOnly: Words = {
  zh: '回答人数少于“小单位的人数界限”时写“太少”，因为小数会透露谁答了什么；人数更少的单位全不公布。',
  en: 'Too few under the base below which a unit is small: its decimals would tell who answered what. Withheld with its unit.',
};

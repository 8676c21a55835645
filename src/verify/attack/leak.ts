import type { Words } from '../../model/words.ts';

/** How something of a small group can be had, and the words for it. */
export const leakWords = {
  'withheld-and-told': {
    zh: '写明不公布，却有内容',
    en: 'withheld, and told all the same',
  },
  'small-and-told': {
    zh: '人数太少，却公布了',
    en: 'a group of few people is printed',
  },
  'worked-out': {
    zh: '由公布的总数、部分、比率和平均值可以算出',
    en: 'follows from published totals, parts, rates and means',
  },
  'between-releases': {
    zh: '两期相减可以算出',
    en: 'follows from subtracting one release from another',
  },
  'told-elsewhere': {
    zh: '表里不公布的，别的格式、副本或网页里有',
    en: 'another form or copy of the table, or a page, tells what the table withholds',
  },
  contradiction: {
    zh: '公布的数字彼此矛盾，无从判断',
    en: 'the published numbers contradict each other, so nothing can be ruled out',
  },
} as const satisfies Record<string, Words>;

export type LeakCode = keyof typeof leakWords;

/** Something that an auditor learns of a small group from the public files alone. */
export interface Leak {
  readonly code: LeakCode;
  /** Which group, and where it stands. */
  readonly where: string;
  /** What is known of it. */
  readonly found: string;
}

/** Leaks that are told once each. */
export function distinct(leaks: readonly Leak[]): Leak[] {
  return [...new Map(leaks.map((leak) => [`${leak.code} ${leak.where}`, leak])).values()];
}

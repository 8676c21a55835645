import type { Words } from './words.ts';

/**
 * The words that stand in a formula: columns of the tallies, dates, functions without a sign, and short names of measures, so
 * that a formula fits a telephone.
 */
export const formulaTerms = {
  found: { zh: '发现', en: 'found' },
  confirmed: { zh: '确认', en: 'confirmed' },
  claimed: { zh: '待确认', en: 'awaiting' },
  in_hand: { zh: '办理中', en: 'in hand' },
  overdue: { zh: '逾期', en: 'overdue' },
  duplicate: { zh: '重复', en: 'duplicate' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  confirmed_in_time: { zh: '按期确认的', en: 'confirmed in time' },
  matured: { zh: '期限已到的', en: 'deadline reached' },
  active: { zh: '主动', en: 'active' },
  prompted: { zh: '提示后', en: 'prompted' },
  default: { zh: '系统默认', en: 'default' },
  transactions: { zh: '办结件数', en: 'transactions' },
  claim: { zh: '说改好的日期', en: 'claim' },
  due: { zh: '期限', en: 'deadline' },
  'cut-off': { zh: '截止日', en: 'cut-off' },
  found_on: { zh: '发现日期', en: 'found on' },
  median: { zh: '中位数', en: 'median' },
  rank: { zh: '名次', en: 'rank' },
  low: { zh: '下端', en: 'low' },
  high: { zh: '上端', en: 'high' },
} as const satisfies Record<string, Words>;

/** The words in quotation marks of a formula, each once. */
export function termsOf(formula: string): string[] {
  return [...new Set([...formula.matchAll(/"([^"]*)"/g)].map(([, term]) => term ?? ''))];
}

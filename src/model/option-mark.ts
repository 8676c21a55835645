import { plainText } from './plain-text.ts';

const chosen = new Set(['1', 'true', 'yes', 'y', 'x', '是', '√', '✓', 'checked', 'selected', '选中', '已选']);
const notChosen = new Set([
  '',
  '0',
  'false',
  'no',
  'n',
  'n/a',
  'na',
  '-',
  '否',
  'unchecked',
  'notselected',
  // 问卷星: not answered, skipped.
  '-2',
  '-3',
  '未选',
  '未选中',
]);

/**
 * What a cell says in a column that stands for one answer alone: that it was chosen, that it was not, or neither in
 * so many words (null): most tools then repeat the answer itself, which means chosen.
 *
 * @example
 * optionMark('TRUE'); // => 'chosen'
 * optionMark('0'); // => 'not'
 * optionMark('Slack'); // => null
 */
export function optionMark(cell: string): 'chosen' | 'not' | null {
  const word = plainText(cell);
  return notChosen.has(word) ? 'not' : chosen.has(word) ? 'chosen' : null;
}

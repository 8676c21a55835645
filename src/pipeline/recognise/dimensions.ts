import { plainText } from '../../model/plain-text.ts';

/** The fields of a response by which results are told apart, and the words by which a column shows that it holds one. */
const words: Readonly<Record<string, readonly string[]>> = {
  department: [
    '部门',
    '办理部门',
    '办事部门',
    '单位',
    '责任部门',
    '受理部门',
    '所属部门',
    'department',
    'agency',
    'office',
  ],
  hall: [
    '大厅',
    '办事大厅',
    '政务大厅',
    '服务大厅',
    '政务服务中心',
    '中心',
    'hall',
    'service centre',
    'service center',
  ],
  service: ['事项', '办理事项', '服务事项', '办事事项', '业务', '办理业务', 'service'],
  channel: ['渠道', '办理渠道', '办理方式', '办事渠道', '办事方式', 'channel'],
};

/**
 * The field of ours that a column holds by its name, its number apart; null if it is none.
 *
 * @example
 * dimensionOf('2、办事大厅'); // => 'hall'
 * dimensionOf('Would you recommend us?'); // => null
 */
export function dimensionOf(name: string): string | null {
  const bare = plainText(name.replace(/^\s*(?:Q?\d+\s*[、.．):：_])\s*/i, '')).replace(
    /^(您|你)(所)?(在|去|到|办理|办事)?的?|[?？:：*＊]+$/g,
    '',
  );
  const found = Object.entries(words).find(([, names]) => names.some((one) => plainText(one) === bare));
  return found?.[0] ?? null;
}

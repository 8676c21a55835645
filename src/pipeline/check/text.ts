import type { Fault } from './fault.ts';

/** No description or reply is longer; what is, has swallowed other rows behind an open quote. */
export const longestCell = 100_000;

const formula = /^\s*[=@](?=\S)|^\s*[+-](?=[A-Za-z@=(]+[\d!|(])/u;
const markup = /<\/?[a-z][^>\n]{0,2000}>|<!--|<(?:script|iframe|img|svg)\b|javascript:/i;

/** Signs that steer a terminal, and those that turn the direction of what comes after them: no text means any of them. */
const steering = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text without signs that are not seen and steer how it is shown; tabs and line breaks stay.
 *
 * @example
 * withoutSteering('a\u202eb\u0007c\n'); // => 'abc\n'
 */
export function withoutSteering(text: string): string {
  return text.replaceAll(steering, (sign) => (sign === '\t' || sign === '\n' || sign === '\r' ? sign : ''));
}

/**
 * What is wrong with a text that is to be published, if anything: too long, or a formula or markup where words belong.
 *
 * @example
 * textFault('等了40分钟，窗口3号无人'); // => null
 * textFault('=HYPERLINK("http://x")')?.code; // => 'formula-in-cell'
 * textFault('<b>急</b>')?.code; // => 'markup-in-cell'
 */
export function textFault(cell: string): Fault | null {
  if (cell.length > longestCell)
    return { code: 'cell-too-long', value: String(cell.length), detail: String(longestCell) };
  if (formula.test(cell)) return { code: 'formula-in-cell', value: cell };
  if (markup.test(cell)) return { code: 'markup-in-cell', value: cell };
  return null;
}

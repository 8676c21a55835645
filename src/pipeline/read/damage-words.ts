import type { Words } from '../../model/words.ts';

/** Complaints of the libraries that unpack, by what they come from, and how that is said in Chinese. */
const known: readonly { readonly saying: RegExp; readonly zh: string }[] = [
  {
    saying:
      /end of central directory record signature not found|invalid comment length|unexpected (?:EOF|end of file)|overflows file bounds|not enough bytes in the stream/i,
    zh: '不完整，多半是没有下载完或没有拷贝完',
  },
  { saying: /multi-disk/i, zh: '是分卷压缩包中的一卷，要合成一个再放' },
  {
    saying: /too many bytes in the stream|^invalid |^incorrect |check sum/i,
    zh: '内容与它自己写明的不符，传坏了或被改动过',
  },
];

/**
 * What a library says of a damaged archive, in words: its own are English, and in Chinese only what is no usual case has them.
 *
 * @example
 * damageWords('unexpected EOF').zh; // => '不完整，多半是没有下载完或没有拷贝完'
 * damageWords('odd').zh; // => '解不开：odd'
 */
export function damageWords(message: string): Words {
  return { zh: known.find(({ saying }) => saying.test(message))?.zh ?? `解不开：${message}`, en: message };
}

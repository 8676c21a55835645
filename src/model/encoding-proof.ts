import type { Words } from './words.ts';

/** What proved the encoding of a file, in words for staff. */
export const encodingProofs = {
  bom: { zh: '文件开头有编码标记', en: 'the file begins with the mark of its encoding' },
  valid: { zh: '从头到尾都合规', en: 'valid from end to end' },
  zeros: { zh: '零字节的位置', en: 'the places of its zero bytes' },
  letters: {
    zh: '用字是常用字，换别的编码就不是',
    en: 'its letters are everyday ones, by any other they are not',
  },
  declared: { zh: '版式文件写明', en: 'named in the layout' },
  warehouse: { zh: '仓库自己解读', en: 'the warehouse decodes it' },
  workbook: { zh: '工作簿自己写明', en: 'the workbook says so itself' },
} as const satisfies Record<string, Words>;

export type EncodingProof = keyof typeof encodingProofs;

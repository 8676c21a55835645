import type { Words } from '../../model/words.ts';

const formats: readonly (readonly [RegExp, Words])[] = [
  [
    /^\s*<(?:!doctype html|html|head|meta|table|style)\b/i,
    { zh: '是网页表格，只是名字像表格文件', en: 'a web page under the name of a table' },
  ],
  [
    /^\s*<\?xml\b[\s\S]{0,600}?(?:Excel\.Sheet|office:spreadsheet)/i,
    { zh: '是 XML 电子表格（2003）', en: 'an XML spreadsheet (2003)' },
  ],
  [/^\s*<\?xml\b/i, { zh: '是 XML', en: 'XML' }],
  [/^MIME-Version:/i, { zh: '是单个文件的网页（MHT）', en: 'a web page in one file (MHT)' }],
  [/^%PDF-/, { zh: '是 PDF', en: 'a PDF' }],
  [/^\{\\rtf/, { zh: '是 RTF 文档', en: 'an RTF document' }],
  [/^ID;P/, { zh: '是 SYLK 表格', en: 'a SYLK table' }],
];

/**
 * What a text is, if it is plainly something else than a table with separators. Systems like to export web pages as
 * `.xls`.
 *
 * @example
 * foreignFormat('<html><table>')?.en; // => 'a web page under the name of a table'
 * foreignFormat('MIME-Version: 1.0')?.en; // => 'a web page in one file (MHT)'
 * foreignFormat('a,b'); // => null
 */
export function foreignFormat(start: string): Words | null {
  return formats.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

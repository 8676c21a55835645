import type { Member } from '../archive.ts';
import { largestHeld } from '../limits.ts';
import { readXml, type XmlHandlers } from './xml.ts';

/**
 * A text with the characters that XML cannot hold put back: a workbook writes them as `_x000D_`.
 *
 * @example
 * unescapeText('一行_x000D_'); // => '一行\r'
 * unescapeText('a_x005F_x000D_'); // => 'a_x000D_'
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The texts that the cells of a workbook share, by their number. Readings of Asian characters are left out. */
export async function sharedTexts(part: Member | null, file: string): Promise<string[]> {
  if (part === null) return [];
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let inReading = false;
  const gathering: XmlHandlers = {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') texts.push(unescapeText(text));
    },
  };
  await readXml(part, file, gathering, largestHeld);
  return texts;
}

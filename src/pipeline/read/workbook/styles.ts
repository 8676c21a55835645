import type { Member } from '../archive.ts';
import { formatByNumber, formatOf, type NumberFormat } from './number-format.ts';
import { readXml } from './xml.ts';

/** The number format of each cell style of a workbook, by the style's number. */
export async function cellFormats(part: Member | null, file: string): Promise<NumberFormat[]> {
  if (part === null) return [];
  const spelt = new Map<number, NumberFormat>();
  const styles: number[] = [];
  let inStyles = false;
  await readXml(part, file, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        spelt.set(Number(attributes['numFmtId']), formatOf(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inStyles = true;
      else if (name === 'xf' && inStyles) styles.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inStyles = false;
    },
  });
  return styles.map((id) => formatByNumber(id, spelt));
}

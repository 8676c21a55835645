import type { Difference, SiteFiles } from './difference.ts';
import { cell, numberIn, type PublicTables } from './read-table.ts';

const element = /<data\b([^>]*\bdata-figure="[^"]*"[^>]*)>([^<]*)<\/data>/g;
const attribute = (attributes: string, name: string) => {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  return found?.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
};

/** The number that a text shows and the size of its last digit; null where it shows none. */
function numberShown(text: string): { value: number; step: number } | null {
  const plain = text.trim().replaceAll(',', '').replace('\u2212', '-').replace(/^\+/, '');
  const match = /^(-?\d+)(?:\.(\d+))?(%?)$/.exec(plain);
  if (match === null) return null;
  return { value: Number(plain.replace('%', '')), step: 10 ** -(match[2]?.length ?? 0) };
}

/** Whether a shown text is the number, rounded: as it is, or as a percentage. */
function shows(text: string, value: number): boolean {
  const seen = numberShown(text);
  if (seen === null) return false;
  const dust = 1e-9;
  return [value, value * 100].some((one) => Math.abs(seen.value - one) < seen.step + dust);
}

/** Every number on a page that names its figure is that figure: the machine-readable value exactly, the text as rounded. Gives how many there are. */
export async function checkPages(
  files: SiteFiles,
  { figures }: PublicTables,
  tell: (done: number, all: number) => void,
): Promise<{
  readonly numbers: number;
  readonly pages: number;
  readonly differences: readonly Difference[];
}> {
  const rows = new Map(
    figures.map((row) => {
      const question = cell(row, 'question_id');
      const key = `${cell(row, 'subject_kind')}:${cell(row, 'subject_id')}|${cell(row, 'period')}|${cell(row, 'measure')}`;
      return [question === '' ? key : `${key}|${question}`, row] as const;
    }),
  );
  const pages = files.names.filter((name) => name.endsWith('.html'));
  const differences: Difference[] = [];
  let numbers = 0;
  for (const [place, page] of pages.entries()) {
    const html = new TextDecoder('utf-8').decode(await files.read(page));
    for (const [, attributes = '', text = ''] of html.matchAll(element)) {
      numbers += 1;
      const key = attribute(attributes, 'data-figure') ?? '';
      const part = attribute(attributes, 'data-part') ?? 'value';
      const expected = numberIn(rows.get(key), part);
      const value = attribute(attributes, 'value') ?? '';
      const wrong = expected === null || Number(value) !== expected || !shows(text, expected);
      if (wrong)
        differences.push({
          check: 'page',
          where: `${page}, ${key}, ${part}`,
          expected: String(expected ?? 'no such figure'),
          found: `${value} “${text.trim()}”`,
        });
    }
    tell(place + 1, pages.length);
  }
  return { numbers, pages: pages.length, differences };
}

import type { Member } from '../archive.ts';
import { ReadFailure } from '../failure.ts';
import { largestHeld } from '../limits.ts';
import { readXml, type XmlHandlers } from './xml.ts';

/** More cells than this are not held at once. */
const mostCells = 5_000_000;

/**
 * Looks through an `.ods` before it is unfolded. It may say of one cell that it is repeated a thousand million times,
 * which no ratio of packing shows; and it may have a password.
 */
export async function guardOds(members: readonly Member[], file: string): Promise<void> {
  const part = (name: string) => members.find((member) => member.name === name);
  let cells = 0;
  let inRow = 0;
  let rowRepeats = 1;
  let columnRepeats = 1;
  let hasValue = false;
  const repeats = (value: string | undefined) => Math.max(1, Number(value ?? 1) || 1);
  const manifest = part('META-INF/manifest.xml');
  if (manifest !== undefined)
    for await (const chunk of manifest.open())
      if (chunk.includes('encryption-data'))
        throw new ReadFailure({ code: 'encrypted-file', file, value: file });
  const content = part('content.xml');
  if (content === undefined) return;
  const counting: XmlHandlers = {
    open: (name, attributes) => {
      if (name === 'table-row') {
        rowRepeats = repeats(attributes['table:number-rows-repeated']);
        inRow = 0;
      } else if (name === 'table-cell') {
        columnRepeats = repeats(attributes['table:number-columns-repeated']);
        hasValue = Object.keys(attributes).some((key) => key.endsWith(':value-type'));
      } else if (name === 'p') hasValue = true;
    },
    close: (name) => {
      if (name === 'table-cell' && hasValue) inRow += columnRepeats;
      if (name === 'table-row') cells += inRow * rowRepeats;
      if (cells > mostCells)
        throw new ReadFailure({
          code: 'too-many-cells',
          file,
          value: String(cells),
          detail: String(mostCells),
        });
    },
  };
  await readXml(content, file, counting, largestHeld);
}

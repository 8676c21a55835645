import type { Account } from './account.ts';

/** Where a number comes from as lines for a terminal: the verdict first, the SQL last. */
export function accountLines({ title, said, facts, differences }: Account): string[] {
  return [
    title,
    said,
    ...differences,
    '',
    ...facts.map(({ name, text, file, isCode }) => {
      const where = file === undefined ? '' : ` (${file})`;
      return isCode ? `\n${name}:\n${text}` : `${name}: ${text}${where}`;
    }),
  ];
}

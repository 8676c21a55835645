/** A run that may not be broken: a Latin word or number, or one character of another script. */
const unbroken = /\s+|[\p{Script=Latin}\p{N}\p{M}%.,'’()/+−–-]+|[\s\S]/gu;

/** Marks that never open a line. */
const never = /^[，。、；：！？）》」”%]/u;

/**
 * Breaks a text into lines no wider than the room there is. Chinese breaks between any two characters, Latin between words; a
 * word wider than the room keeps a line of its own.
 *
 * @example
 * wrapText('Said fixed 12', 10, (text) => text.length); // => ['Said fixed', '12']
 * wrapText('称已改，待确认', 4, (text) => text.length); // => ['称已改，', '待确认']
 */
export function wrapText(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [run] of text.matchAll(unbroken)) {
    if (line !== '' && widthOf((line + run).trim()) > room && !never.test(run)) {
      lines.push(line.trim());
      line = run.trim();
    } else {
      line += run;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

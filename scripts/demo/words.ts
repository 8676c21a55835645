import type { Words } from '../../src/model/words.ts';

/** A text in both languages of the demonstration. */
export function w(zh: string, en: string): Words {
  return { zh, en };
}

/** The same text with a capital at its start, which Chinese does not mind. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

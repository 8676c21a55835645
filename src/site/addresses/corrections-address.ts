import { programme } from '../programme.ts';

/** Where to ask for a correction: a mail address or a form, with what it is about as the subject of a mail. */
export function correctionsAddress(about = ''): string {
  const { corrections } = programme;
  if (!corrections.includes('@')) return corrections;
  return about ? `mailto:${corrections}?subject=${encodeURIComponent(about)}` : `mailto:${corrections}`;
}

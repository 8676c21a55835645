import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOf, filesBelow, kindOf } from './site-files.ts';

/** One page of a kind, to stand for all of them. */
export interface Specimen {
  readonly kind: string;
  readonly language: string;
  readonly address: string;
}

/**
 * Picks a page of every kind in every language: the largest, which has the most to go wrong. Of findings, whose pages differ by what
 * happened to them, also the smallest.
 */
export async function specimens(site: string, languages: readonly string[]): Promise<Specimen[]> {
  const largest = new Map<string, { specimen: Specimen; size: number }>();
  const offer = (key: string, specimen: Specimen, size: number) => {
    const known = largest.get(key);
    if (!known || size > known.size) largest.set(key, { specimen, size });
  };
  for (const file of await filesBelow(site)) {
    if (!file.endsWith('.html')) continue;
    const [folder = ''] = file.split('/');
    const language = languages.slice(1).includes(folder) ? folder : (languages[0] ?? '');
    const kind = kindOf(file, languages);
    const { size } = await stat(join(site, file));
    const specimen = { kind, language, address: addressOf(file) };
    offer(`${language} ${kind}`, specimen, size);
    if (kind === 'findings/*') offer(`${language} ${kind} small`, specimen, -size);
  }
  return [...largest.values()].map(({ specimen }) => specimen);
}

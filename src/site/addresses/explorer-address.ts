import { pageAddress } from './address.ts';
import { facets, writeSelection, type Facet, type Selection } from '../explorer/selection.ts';

/** The address of the register narrowed down to some values. Without script it shows the whole register. */
export function explorerAddress(language: string, chosen: Partial<Record<Facet, string>>): string {
  const all = Object.fromEntries(facets.map((facet) => [facet, chosen[facet] ?? ''])) as Selection['chosen'];
  return `${pageAddress(language, 'findings/')}${writeSelection({ text: '', chosen: all, sort: 'usual', page: 1 })}`;
}

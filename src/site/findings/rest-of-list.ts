import type { Facet } from '../explorer/selection.ts';
import { explorerAddress } from '../addresses/explorer-address.ts';
import { listAddress, type ListKind, type ListSubject } from './finding-lists.ts';
import { text } from '../i18n/text.ts';

/** By what the register is narrowed down to the lists of a kind. */
const facetOf: Partial<Record<ListKind, Facet>> = {
  outcome: 'status',
  department: 'department',
  category: 'category',
  channel: 'channel',
  severity: 'severity',
  period: 'found',
};

/** Where all of a list that is cut can be seen, and what that is called: the register narrowed down to it, else the lists by month. */
export function restOfList({ of, id }: ListSubject, language: string): { address: string; name: string } {
  const { filter, allByMonth } = text(language).findings;
  const facet = facetOf[of];
  return facet === undefined
    ? { address: `${listAddress(language, { of: 'all', id: '' })}#lists-month`, name: allByMonth }
    : { address: explorerAddress(language, { [facet]: id }), name: filter };
}

/** By what a reader can narrow the register down, in the order of the form. */
export const facets = [
  'status',
  'department',
  'hall',
  'service',
  'category',
  'channel',
  'severity',
  'found',
] as const;

export type Facet = (typeof facets)[number];

/** In which order findings are shown. `usual` puts those first that answer the text best, and else those that changed last. */
export const sorts = ['usual', 'changed', 'found', 'overdue'] as const;

export type Sort = (typeof sorts)[number];

/** What a reader chose: the address of the register says the same. */
export interface Selection {
  readonly text: string;
  /** '' where nothing is chosen. */
  readonly chosen: Readonly<Record<Facet, string>>;
  readonly sort: Sort;
  /** The page of the results, from 1. */
  readonly page: number;
}

/** What an address asks for. What it does not know it passes over. */
export function readSelection(address: URLSearchParams): Selection {
  const sort = address.get('sort');
  const text = (address.get('q') ?? '').trim().slice(0, 200);
  const chosen = Object.fromEntries(facets.map((facet) => [facet, address.get(facet) ?? ''])) as Record<
    Facet,
    string
  >;
  return {
    text,
    chosen,
    sort: sorts.find((one) => one === sort) ?? 'usual',
    page: Math.max(1, Math.trunc(Number(address.get('page'))) || 1),
  };
}

/**
 * The address of a selection, '' for the whole register in its usual order. Only what was chosen stands in it, always
 * in the same order, so that one selection has one address.
 */
export function writeSelection({ text, chosen, sort, page }: Selection): string {
  const parts: [string, string][] = [
    ['q', text],
    ...facets.map((facet): [string, string] => [facet, chosen[facet]]),
    ['sort', sort === 'usual' ? '' : sort],
    ['page', page > 1 ? String(page) : ''],
  ];
  const query = new URLSearchParams(parts.filter(([, value]) => value !== '')).toString();
  return query === '' ? '' : `?${query}`;
}

/** Whether anything narrows the register down. */
export function narrows({ text, chosen }: Selection): boolean {
  return text !== '' || facets.some((facet) => chosen[facet] !== '');
}

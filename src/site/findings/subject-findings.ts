import type { Subject } from '../figures/figures.ts';
import { byOutcome, commendations, grouped, problems, type Finding } from './findings.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { keeping } from '../keeping.ts';

/** What a page of this sort can be about. */
export type SubjectColumn = 'hall' | 'service' | 'category';

/** How many findings a page lists; the rest is in the register. */
const mostListed = 100;

function index(rows: readonly Finding[]) {
  return {
    hall: grouped(rows, ({ hall_id }) => hall_id),
    service: grouped(rows, ({ service_id }) => service_id),
    category: grouped(rows, ({ category_id }) => category_id),
  };
}

const problemIndex = index(problems);
const commendationIndex = index(commendations);

/** The problems of a hall, service or category, what is owed first, as far as its page lists them. */
export interface Listing {
  readonly rows: readonly Finding[];
  /** Whether there are more than the page lists. */
  readonly cut: boolean;
  readonly commendations: readonly Finding[];
}

function find(kind: SubjectColumn, id: string): Listing {
  const all = byOutcome(problemIndex[kind].get(id) ?? []);
  const good = commendationIndex[kind].get(id) ?? [];
  return {
    rows: all.slice(0, mostListed),
    cut: all.length > mostListed || good.length > mostListed,
    commendations: good.slice(0, mostListed),
  };
}

const listings: Readonly<Record<SubjectColumn, (id: string) => Listing>> = {
  hall: keeping((id) => find('hall', id)),
  service: keeping((id) => find('service', id)),
  category: keeping((id) => find('category', id)),
};

/** Looks up the findings of a hall, service or category: every number on its page leads to a place among them. */
export function listingOf({ kind, id }: Subject & { readonly kind: SubjectColumn }): Listing {
  return listings[kind](id);
}

/**
 * The place on the page where the problems at an outcome begin; the head of the list where none of those is listed,
 * and of the page where nothing is.
 */
export function placeOf(rows: readonly Finding[], outcome: Outcome | undefined): string {
  if (rows.length === 0) return '';
  return outcome && rows.some((row) => outcomeOf(row) === outcome) ? `#${outcome}` : '#problems';
}

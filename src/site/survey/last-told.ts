import { published, type PublishedRow } from '../../model/published.ts';
import type { FigureRow } from '../figures/figures.ts';
import type { Answer } from './answers.ts';
import { tables } from '../tables/tables.ts';

/** What an earlier release told of a figure, or of an answer, that is withheld now. */
export type LastTold = PublishedRow<'last_told'>;

const { key } = published.last_told;

/** The key of a row in its table, as an element names its numbers. A figure is of no answer, and an answer has no measure. */
export function lastToldKey(row: Readonly<Partial<Record<(typeof key)[number], string>>>): string {
  return key.map((column) => row[column] ?? '').join('|');
}

const byKey = new Map(tables.last_told.map((row) => [lastToldKey(row), row]));

/** Looks up what the last release told of a figure or an answer that told it; undefined where this one tells it, or none ever did. */
export function lastToldOf(one: FigureRow | Answer | undefined): LastTold | undefined {
  return one && byKey.get(lastToldKey(one));
}

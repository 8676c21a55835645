import { published, type PublishedRow } from '../../model/published.ts';
import { figureKey, type FigureRow } from '../figures/figures.ts';
import { tables } from '../tables/tables.ts';

/** What an earlier release told of a figure that is withheld now. */
export type LastTold = PublishedRow<'last_told'>;

const byKey = new Map(tables.last_told.map((row) => [figureKey(row), row]));

/** Looks up what the last release told of a figure that told it; undefined where this one tells it, or none ever did. */
export function lastToldOf(figure: FigureRow | undefined): LastTold | undefined {
  return figure && byKey.get(figureKey(figure));
}

/** The key of a row in its table, as an element names its numbers. */
export function lastToldKey(row: LastTold): string {
  return published.last_told.key.map((column) => row[column]).join('|');
}

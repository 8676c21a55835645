import { ownText } from '../../model/own-text.ts';
import { published, type PublishedRow } from '../../model/published.ts';
import { fileColumns } from '../../model/table.ts';
import { languages } from '../programme.ts';
import { checkHeader, linesIn, linesOf, rowReader, rowsOfTable, sameText } from '../tables/read-tables.ts';
import { tablesFolder } from '../tables/tables.ts';

/*
 * The steps of findings. There are ten for each finding, and only its own page tells them all: of every step its day is held, and
 * the rest is read again from the file where it is asked for.
 */

/** A step in a finding's life. */
export type FindingEvent = PublishedRow<'finding_events'>;

/** A step as far as all of them are held: what happened, and when. */
export type Step = Pick<FindingEvent, 'event' | 'on'>;

const table = published.finding_events;
const columns = fileColumns(table, languages);
const rows = rowsOfTable(tablesFolder, table);
const readRow = rowReader<FindingEvent>(table, columns, 'for a moment');
const readStep = rowReader<Step & Pick<FindingEvent, 'finding_id'>>(table, columns, 'for a moment', [
  'finding_id',
  'event',
  'on',
]);

/** The steps of a finding, and where its rows begin in the file. */
interface Place {
  readonly from: number;
  readonly steps: Step[];
}

function findPlaces(): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const same = sameText();
  checkHeader(table, rows, columns);
  let before = '';
  let row = 0;
  for (const line of linesOf(rows)) {
    const { finding_id: id, event, on } = readStep(line, row);
    const place = places.get(id) ?? { from: row, steps: [] };
    if (id !== before && place.steps.length > 0)
      throw new Error(`${table.name}.csv, row ${row + 2}: the steps of ${id} do not stand together`);
    if (id !== before) places.set(ownText(id), place);
    place.steps.push({ event: same(event), on: same(on) });
    before = id;
    row += 1;
  }
  return places;
}

const places = findPlaces();

/** How many steps all findings have. */
export const eventCount = rows.count;

/** What happened to a finding and when, in order. */
export function stepsOf(id: string): readonly Step[] {
  return places.get(id)?.steps ?? [];
}

/** The rows of a finding's steps, as they stand in their file. */
export function eventLinesOf(id: string): Buffer {
  const place = places.get(id);
  return place === undefined ? Buffer.alloc(0) : rows.slice(place.from, place.from + place.steps.length);
}

/** The steps of a finding with all that is known of them, in order. */
export function eventsOf(id: string): readonly FindingEvent[] {
  const from = places.get(id)?.from ?? 0;
  return linesIn(eventLinesOf(id).toString()).map((line, at) => readRow(line, from + at));
}

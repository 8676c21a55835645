import Papa from 'papaparse';
import type { Explorer } from './explore.ts';
import { labelIn, nameIn } from './form.ts';
import { facets, writeSelection, type Selection } from './selection.ts';
import type { ExplorerWords } from './words.ts';

/** A selection to be taken away. */
export interface Taking {
  readonly explorer: Explorer;
  readonly form: HTMLFormElement;
  readonly selection: Selection;
  /** Places in the register. */
  readonly places: readonly number[];
  readonly words: ExplorerWords;
}

function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The browser has taken hold of the file by the time the next task runs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name that says what the file holds, on every system. */
function fileName({ selection, words }: Taking, ending: string): string {
  const parts = [
    ...facets.map((facet) => selection.chosen[facet] && `${facet}_${selection.chosen[facet]}`),
    selection.text && `q_${selection.text}`,
  ].filter((part) => part !== '');
  const safe = parts
    .join('-')
    .replaceAll(/[^\p{L}\p{N}_-]+/gu, '_')
    .slice(0, 80);
  return `${words.fileStart}${safe === '' ? '' : `-${safe}`}.${ending}`;
}

/** The rows of the public table at some places of the register, in the order of the table. */
function rowsAt(table: readonly string[][], places: readonly number[]): string[][] {
  const [header = [], ...rows] = table;
  const [id, changed] = [header.indexOf('finding_id'), header.indexOf('last_event_on')];
  const key = (row: readonly string[], at: number) => row[at] ?? '';
  const byLatest = rows
    .map((_, at) => at)
    .sort((one, other) => {
      const [first, second] = [rows[one] ?? [], rows[other] ?? []];
      if (key(first, changed) !== key(second, changed))
        return key(first, changed) < key(second, changed) ? 1 : -1;
      return key(first, id) < key(second, id) ? 1 : -1;
    });
  const wanted = new Set(places.map((place) => byLatest[place]));
  return [header, ...rows.filter((_, at) => wanted.has(at))];
}

async function csvOf({ places, words }: Taking): Promise<string> {
  const response = await fetch(words.source);
  if (!response.ok) throw new Error(`${words.source}: ${response.status}`);
  const { data } = Papa.parse<string[]>(await response.text(), { skipEmptyLines: true });
  return `${Papa.unparse(rowsAt(data, places), { newline: '\r\n' })}\r\n`;
}

function provenanceOf({ form, selection, places, words }: Taking): string {
  const { provenance: says, colon } = words;
  const chosen = [
    ...(selection.text === '' ? [] : [`${words.text}${colon}${selection.text}`]),
    ...facets
      .filter((facet) => selection.chosen[facet] !== '')
      .map((facet) => `${labelIn(form, facet)}${colon}${nameIn(form, facet) || selection.chosen[facet]}`),
  ];
  const address = `${location.origin}${location.pathname}${writeSelection({ ...selection, page: 1 })}`;
  const lines = [
    [says.rows, String(places.length)],
    [says.selection, chosen.length > 0 ? chosen.join(' · ') : says.everything],
    [says.address, address],
    ...says.facts,
  ];
  return [says.title, '', ...lines.map(([name, value]) => `${name}${colon}${value}`), '', says.note, ''].join(
    '\n',
  );
}

/** Gives a reader the rows of a selection, or the account of where they come from. */
export async function takeAway(what: 'csv' | 'provenance', taking: Taking): Promise<void> {
  if (what === 'csv') save(fileName(taking, 'csv'), 'text/csv;charset=utf-8', await csvOf(taking));
  else save(fileName(taking, 'txt'), 'text/plain;charset=utf-8', provenanceOf(taking));
}

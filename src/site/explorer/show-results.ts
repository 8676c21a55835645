import type { Manifest, Row } from './manifest.ts';
import { labelIn, nameIn } from './form.ts';
import { facets, narrows, writeSelection, type Selection } from './selection.ts';
import { numberIn, type ExplorerWords } from './words.ts';

/** How many findings a page of results holds. */
export const resultsOnPage = 20;

/** Marks links that lead to another selection, which the script follows without leaving the page. */
const selectionLink = 'data-selection';

function link(selection: Selection, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = `${location.pathname}${writeSelection(selection)}`;
  anchor.setAttribute(selectionLink, '');
  anchor.textContent = text;
  return anchor;
}

/** A copy of a template of the page. */
function copied(results: HTMLElement, name: string): Element | null {
  const template = results.querySelector<HTMLTemplateElement>(`template[data-of="${name}"]`);
  return (template?.content.cloneNode(true) as DocumentFragment | undefined)?.firstElementChild ?? null;
}

function fill(row: Element, part: string, text: string, lang = ''): HTMLElement | null {
  const place = row.querySelector<HTMLElement>(`[data-part="${part}"]`);
  if (!place) return null;
  place.textContent = text;
  if (lang !== '') {
    place.lang = lang;
    // Of a language whose direction only the text itself tells here.
    place.dir = 'auto';
  }
  return place;
}

function rowElement(results: HTMLElement, manifest: Manifest, row: Row): Element | null {
  const [id, title, lang, status, department, category, changed, used] = row;
  const element = copied(results, 'row');
  if (!element) return null;
  fill(element, 'id', id);
  const anchor = fill(element, 'title', title, lang);
  if (anchor instanceof HTMLAnchorElement) anchor.href = `${location.pathname}${encodeURIComponent(id)}/`;
  fill(element, 'department', ...(manifest.names.department[department - 1] ?? ['']));
  fill(element, 'category', ...(manifest.names.category[category - 1] ?? ['']));
  const time = fill(element, 'changed', changed);
  if (time instanceof HTMLTimeElement) time.dateTime = changed;
  const outcome = manifest.values.status[status - 1] ?? '';
  const state = copied(results, `status-${outcome}`);
  if (state) element.querySelector('[data-part="status"]')?.append(state);
  const late = outcome === 'overdue' ? copied(results, 'overdue') : null;
  if (late) element.querySelector('[data-part="used"]')?.replaceWith(late);
  const days = fill(element, 'used', used);
  // A word in the place of days, and a blank, need no label of days.
  if (!late && !/\d/.test(used)) days?.removeAttribute('data-l');
  return element;
}

/** Shows the rows of a page of results. */
export function showRows(results: HTMLElement, manifest: Manifest, rows: readonly Row[]): void {
  const elements = rows.map((row) => rowElement(results, manifest, row)).filter((one) => one !== null);
  results.querySelector('tbody')?.replaceChildren(...elements);
}

/** Shows what was chosen, each with a link that leaves it out. */
export function showChosen(
  results: HTMLElement,
  form: HTMLFormElement,
  selection: Selection,
  words: ExplorerWords,
): void {
  const list = results.querySelector('[data-part="chosen"]');
  const without = { ...selection, page: 1 };
  const items = [
    ...(selection.text === ''
      ? []
      : [{ name: `${words.text}${words.colon}${selection.text}`, left: { ...without, text: '' } }]),
    ...facets
      .filter((facet) => selection.chosen[facet] !== '')
      .map((facet) => ({
        name: `${labelIn(form, facet)}${words.colon}${nameIn(form, facet) || selection.chosen[facet]}`,
        left: { ...without, chosen: { ...selection.chosen, [facet]: '' } },
      })),
  ].map(({ name, left }) => {
    const item = document.createElement('li');
    const remove = link(left, '×');
    remove.setAttribute('aria-label', words.remove.replace('#', name));
    item.append(`${name} `, remove);
    return item;
  });
  const clear = document.createElement('li');
  const blank = { ...selection, text: '', page: 1, sort: 'usual' } as const;
  const nothing = Object.fromEntries(facets.map((facet) => [facet, ''])) as Selection['chosen'];
  clear.className = 'no';
  clear.append(link({ ...blank, chosen: nothing }, words.clear));
  list?.replaceChildren(...(narrows(selection) ? [...items, clear] : []));
}

/** Shows how many findings of each outcome are among the results. */
export function showOutcomes(
  results: HTMLElement,
  counts: readonly [string, number][],
  language: string,
): void {
  const elements = counts.flatMap(([status, count]) => {
    const state = copied(results, `status-${status}`);
    if (!state || count === 0) return [];
    state.append(` ${numberIn(language, count)}`);
    return [state];
  });
  results.querySelector('[data-part="outcomes"]')?.replaceChildren(...elements);
}

/** Shows the links between the pages of the results: the first, the last, and two on either side. */
export function showPages(
  results: HTMLElement,
  selection: Selection,
  count: number,
  words: ExplorerWords,
): void {
  const last = Math.max(1, Math.ceil(count / resultsOnPage));
  const { page } = selection;
  const to = (target: number, text: string) => link({ ...selection, page: target }, text);
  const shown = Array.from({ length: last }, (_, at) => at + 1).filter(
    (one) => one === 1 || one === last || Math.abs(one - page) <= 2,
  );
  const links = shown.flatMap((one, at) => {
    const anchor = to(one, numberIn(words.language, one));
    anchor.setAttribute('aria-label', words.page.replace('#', String(one)));
    if (one === page) anchor.setAttribute('aria-current', 'page');
    return one - (shown[at - 1] ?? 0) > 1 ? ['…', anchor] : [anchor];
  });
  const nav = results.querySelector('[data-part="pages"]');
  nav?.replaceChildren(
    ...(page > 1 ? [to(page - 1, words.previous)] : []),
    ...links,
    ...(page < last ? [to(page + 1, words.next)] : []),
  );
  nav?.toggleAttribute('hidden', last === 1);
}

import { openExplorer, type Explorer, type Results } from './explore.ts';
import { selectionIn, setForm, showCounts } from './form.ts';
import { facets, narrows, readSelection, writeSelection, type Facet, type Selection } from './selection.ts';
import { resultsOnPage, showChosen, showOutcomes, showPages, showRows } from './show-results.ts';
import type { Taking } from './take-away.ts';
import { numberIn, withNumber, type ExplorerWords } from './words.ts';

/** Up to how many findings every column is fetched at once, so that all counts are there from the start. */
const fewFindings = 20_000;

/** How long a reader's fingers rest before what was typed is looked for. */
const restMilliseconds = 80;

/** The parts of the page that the explorer works on. */
interface Page {
  readonly form: HTMLFormElement;
  readonly results: HTMLElement;
  /** Says how many were found, aloud too. */
  readonly said: HTMLElement;
  /** The list that stands without script. */
  readonly list: HTMLElement;
  readonly words: ExplorerWords;
}

function pageOf(form: HTMLFormElement): Page | null {
  const part = (name: string) => document.querySelector<HTMLElement>(`[data-explorer-part="${name}"]`);
  const [results, said, list] = [part('results'), part('said'), part('list')];
  if (!results || !said || !list) return null;
  return { form, results, said, list, words: JSON.parse(form.dataset['words'] ?? '{}') as ExplorerWords };
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

function open(form: HTMLFormElement): Promise<Explorer> {
  const { index = '', columns = '' } = form.dataset;
  return openExplorer((file) => fetchText((file.startsWith('columns/') ? columns : index) + file));
}

/** The facets that a reader has turned to: their values are counted. */
function countedFacets(form: HTMLFormElement, { manifest }: Explorer, wake: () => void): Set<Facet> {
  const counted = new Set<Facet>(manifest.count <= fewFindings ? facets : []);
  form.addEventListener('focusin', ({ target }) => {
    const facet = facets.find((one) => target instanceof HTMLSelectElement && target.name === one);
    if (!facet || counted.has(facet)) return;
    counted.add(facet);
    wake();
  });
  return counted;
}

function showFound(page: Page, explorer: Explorer, selection: Selection, { places, counts }: Results): void {
  const { form, results, said, words } = page;
  const { language } = words;
  const { manifest } = explorer;
  const found = withNumber(language, words.results, places.length);
  const total = selection.chosen.status === 'commendation' ? '' : words.resultsOf;
  const all = numberIn(language, Number(form.dataset['all'] ?? manifest.count));
  said.textContent = places.length === 0 ? words.none : found + total.replace('#', all);
  showChosen(results, form, selection, words);
  showCounts(form, manifest, counts, words);
  const outcomes = manifest.values.status.map((status, at): [string, number] => [
    status,
    selection.chosen.status === '' && status !== 'commendation' ? (counts.get('status')?.[at + 1] ?? 0) : 0,
  ]);
  showOutcomes(results, outcomes, language);
  showPages(results, selection, places.length, words);
  for (const part of ['csv', 'provenance'] as const) {
    const button = results.querySelector<HTMLButtonElement>(`[data-part="${part}"]`);
    button?.toggleAttribute('hidden', places.length === 0);
    if (button && part === 'csv') button.textContent = withNumber(language, words.csv, places.length);
  }
  results.querySelector('table')?.toggleAttribute('hidden', places.length === 0);
}

/** Makes the form of the register work: the address holds what was chosen, back and forward lead through it. */
export async function startExplorer(form: HTMLFormElement): Promise<void> {
  const page = pageOf(form);
  if (!page) return;
  const { results, said, list, words } = page;
  const explorer = await open(form);
  let asked = readSelection(new URLSearchParams(location.search));
  // What is taken away is what stands there, whatever is under way or has failed: a selection and the places that it found.
  let shown: Pick<Taking, 'selection' | 'places'> = { selection: asked, places: [] };
  let turn = 0;

  const show = async (selection: Selection) => {
    turn += 1;
    const mine = turn;
    asked = selection;
    try {
      const next = await explorer.find(selection, counted);
      const start = (selection.page - 1) * resultsOnPage;
      const rows = await explorer.rows(next.places.slice(start, start + resultsOnPage));
      // What was asked later has the word.
      if (mine !== turn) return;
      shown = { selection, places: next.places };
      setForm(form, selection);
      showRows(results, explorer.manifest, rows);
      showFound(page, explorer, selection, next);
      const whole = !narrows(selection) && selection.sort === 'usual' && selection.page === 1;
      results.hidden = whole;
      list.hidden = !whole;
      if (whole) said.textContent = '';
    } catch {
      if (mine === turn) said.textContent = words.failed;
    }
  };
  const counted = countedFacets(form, explorer, () => void show(asked));

  /** Goes to a selection: as a new step that back undoes, or in place of the one that is still being typed. */
  const go = (selection: Selection, as: 'step' | 'typing') => {
    const address = `${location.pathname}${writeSelection(selection)}`;
    const typedOn = as === 'typing' && history.state === 'typing';
    if (typedOn) history.replaceState('typing', '', address);
    else history.pushState(as, '', address);
    return show(selection);
  };

  let resting: ReturnType<typeof setTimeout> | undefined;
  const typed = () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      const selection = selectionIn(form);
      if (selection.text !== asked.text) void go(selection, 'typing');
    }, restMilliseconds);
  };
  form.addEventListener('input', (event) => {
    // While an input method composes, what stands in the field is not yet what is meant.
    if (event.target instanceof HTMLInputElement && !(event as InputEvent).isComposing) typed();
  });
  form.addEventListener('compositionend', typed);
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) void go(selectionIn(form), 'step');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void go(selectionIn(form), 'step');
  });
  results.addEventListener('click', (event) => {
    const anchor =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-selection]') : null;
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    // The link is replaced with the results: the focus goes to what is said of them.
    void go(readSelection(new URL(anchor.href).searchParams), 'step').then(() => said.focus());
  });
  for (const part of ['csv', 'provenance'] as const)
    results.querySelector(`[data-part="${part}"]`)?.addEventListener('click', () => {
      import('./take-away.ts')
        .then(({ takeAway }) => takeAway(part, { explorer, form, ...shown, words }))
        .catch(() => {
          said.textContent = words.failed;
        });
    });
  addEventListener('popstate', () => void show(readSelection(new URLSearchParams(location.search))));
  const typedAlready = selectionIn(form);
  // What was typed or chosen before the script was there counts.
  if (location.search === '' && narrows(typedAlready)) await go(typedAlready, 'typing');
  else if (location.search !== '') await show(asked);
}

import { codesOf } from './explore.ts';
import type { Manifest } from './manifest.ts';
import { facets, readSelection, type Facet, type Selection } from './selection.ts';
import { numberIn, type ExplorerWords } from './words.ts';

/** The control of the form by its name. */
function control(form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : null;
}

/** What the form says, from its first page on. */
export function selectionIn(form: HTMLFormElement): Selection {
  const address = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') address.set(name, value);
  return readSelection(address);
}

/** Makes the form say a selection. */
export function setForm(form: HTMLFormElement, { text, chosen, sort }: Selection): void {
  const set = (name: string, value: string) => {
    const one = control(form, name);
    if (one && one.value !== value) one.value = value;
  };
  const typed = control(form, 'q');
  if (typed && typed.value.trim() !== text) typed.value = text;
  for (const facet of facets) set(facet, chosen[facet]);
  set('sort', sort);
}

/** What a value of a facet is called in the form; the value itself where the form does not have it. */
export function nameIn(form: HTMLFormElement, facet: Facet): string {
  const select = control(form, facet);
  if (!(select instanceof HTMLSelectElement)) return '';
  const option = select.selectedOptions[0];
  return option?.dataset['name'] ?? option?.text ?? '';
}

/** What a facet is called in the form. */
export function labelIn(form: HTMLFormElement, facet: Facet): string {
  return control(form, facet)?.labels?.[0]?.textContent?.trim() ?? facet;
}

/** Writes behind each value of a facet how many findings it would leave. */
export function showCounts(
  form: HTMLFormElement,
  manifest: Manifest,
  counts: ReadonlyMap<Facet, readonly number[]>,
  words: ExplorerWords,
): void {
  for (const [facet, tally] of counts) {
    const select = control(form, facet);
    if (!(select instanceof HTMLSelectElement)) continue;
    for (const option of select.options) {
      if (option.value === '') continue;
      option.dataset['name'] ??= option.text;
      const count = [...codesOf(manifest, facet, option.value)].reduce(
        (sum, code) => sum + (tally[code] ?? 0),
        0,
      );
      option.text = `${option.dataset['name']} (${numberIn(words.language, count)})`;
    }
  }
}

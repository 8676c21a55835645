import { withNumber } from '../explorer/words.ts';
import type { SearchWords } from './words.ts';

/** What Pagefind tells of a page that has the words. */
interface Found {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly plain_excerpt: string;
}

/** The part of Pagefind that we ask. It stands beside the pages, made when they were. */
interface Pagefind {
  options(options: Readonly<Record<string, string | number>>): Promise<void>;
  debouncedSearch(words: string): Promise<{ readonly results: readonly { data(): Promise<Found> }[] } | null>;
}

/** As many pages as are shown; who wants others says more. */
const most = 20;

/** How many words of a page are shown around what was found. */
const excerptWords = 24;

async function openPagefind({ bundle = '', base = '' }: DOMStringMap): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: excerptWords });
  return pagefind;
}

function resultOf({ url, meta, plain_excerpt }: Found): HTMLLIElement {
  const [item, link, excerpt] = [
    document.createElement('li'),
    document.createElement('a'),
    document.createElement('p'),
  ];
  link.href = url;
  link.textContent = meta['title'] ?? url;
  excerpt.className = 'sm';
  excerpt.textContent = plain_excerpt;
  item.append(link, excerpt);
  return item;
}

const queryOf = (typed: string) => `?${new URLSearchParams({ q: typed })}`;

/** Makes the search page work: the address holds what was typed, and what was found is announced. */
export async function startSearch(form: HTMLFormElement): Promise<void> {
  const part = (name: string) => document.querySelector<HTMLElement>(`[data-search-part="${name}"]`);
  const [said, list, further] = [part('said'), part('list'), part('further')];
  const field = form.querySelector<HTMLInputElement>('input[name=q]');
  if (!said || !list || !further || !field) return;
  const words = JSON.parse(form.dataset['words'] ?? '{}') as SearchWords;
  const register = further.textContent;
  const pagefind = openPagefind(form.dataset);

  const show = async (typed: string) => {
    further.textContent = typed === '' ? register : words.inFindings.replace('#', () => typed);
    further.setAttribute('href', `${form.dataset['findings'] ?? ''}${typed === '' ? '' : queryOf(typed)}`);
    if (typed === '') {
      said.textContent = '';
      list.replaceChildren();
      return;
    }
    const found = await (await pagefind).debouncedSearch(typed);
    // Null: something else has been typed meanwhile.
    if (found === null) return;
    const pages = await Promise.all(found.results.slice(0, most).map((result) => result.data()));
    if (field.value.trim() !== typed) return;
    said.textContent =
      found.results.length === 0
        ? words.none
        : withNumber(words.language, words.results, found.results.length);
    list.replaceChildren(...pages.map(resultOf));
  };
  const look = () =>
    show(field.value.trim()).catch(() => {
      said.textContent = words.failed;
    });
  const keep = () => {
    const typed = field.value.trim();
    history.replaceState(null, '', typed === '' ? location.pathname : queryOf(typed));
  };

  field.value ||= new URLSearchParams(location.search).get('q') ?? '';
  field.addEventListener('input', () => {
    keep();
    void look();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void look();
  });
  // What was typed while this script was on its way.
  keep();
  await look();
}

/**
 * Counts the site again in the reader's browser: starts the very program that anyone can download, as a worker, and
 * shows how far it is and what came of it. Nothing is fetched before a reader asks for it: by a button, or by the link that
 * led here with one figure, or with all figures of a page.
 */
import { showAccounts, type Account } from './show-accounts.ts';

/** What the program says; see `program.ts` of verification. */
type Told =
  | { readonly at: string; readonly share: number | null }
  | { readonly summary: readonly string[]; readonly differences: readonly string[] }
  | { readonly accounts: readonly Account[] }
  | { readonly failed: string };

const part = <Kind extends HTMLElement>(name: string) =>
  document.querySelector<Kind>(`[data-verifier-part="${name}"]`);

const written = (name: string, text: string) =>
  Object.assign(document.createElement(name), { textContent: text });

/** What the program is asked beside where and in which language: how much of the site, or which figures. */
type Wish =
  | { readonly extent: string }
  | { readonly asked: Readonly<Record<'figure' | 'page' | 'measure', string | null>> };

function start(choice: HTMLElement, wish: Wish, buttons: readonly HTMLButtonElement[]): void {
  const said = part('said');
  const progress = part<HTMLProgressElement>('progress');
  const [summary, differences, accounts] = [part('summary'), part('differences'), part('accounts')];
  if (!said || !progress || !summary || !differences || !accounts) return;
  const { program = '', site = '', language = '', stopped = '', none = '' } = choice.dataset;
  const root = new URL(site, location.href).href;
  const worker = new Worker(program);
  const setRunning = (running: boolean) => {
    for (const button of buttons) button.disabled = running;
    progress.hidden = !running;
  };
  const end = (first: string, sentences: readonly string[], wrong: readonly string[]) => {
    worker.terminate();
    setRunning(false);
    said.textContent = first;
    const others = sentences.filter((sentence) => sentence !== first);
    summary.replaceChildren(...others.map((sentence) => written('p', sentence)));
    differences.replaceChildren(...wrong.map((one) => written('li', one)));
  };
  setRunning(true);
  for (const place of [summary, differences, accounts]) place.replaceChildren();
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if ('at' in data) {
      said.textContent = data.at;
      if (data.share === null) progress.removeAttribute('value');
      else progress.value = data.share;
      return;
    }
    if ('accounts' in data) {
      const [first] = data.accounts;
      end(data.accounts.length === 1 ? (first?.said ?? '') : data.accounts.length === 0 ? none : '', [], []);
      showAccounts(accounts, data.accounts, root);
      return;
    }
    if ('failed' in data) return end(data.failed, [], []);
    const last = data.differences.at(-1) ?? data.summary.at(-1) ?? stopped;
    end(last, data.summary, data.differences);
  });
  worker.addEventListener('error', () => end(stopped, [], []));
  worker.postMessage({ site: root, language, ...wish });
}

const choice = document.querySelector<HTMLElement>('[data-verifier]');

if (choice) {
  const buttons = [...choice.querySelectorAll<HTMLButtonElement>('button')];
  choice.hidden = false;
  for (const button of buttons)
    button.addEventListener('click', () =>
      start(choice, { extent: button.dataset['extent'] ?? 'data' }, buttons),
    );
  const given = new URLSearchParams(location.search);
  const asked = {
    figure: given.get('figure'),
    page: given.get('page'),
    measure: given.get('measure'),
  };
  if (asked.figure !== null || asked.page !== null) start(choice, { asked }, buttons);
}

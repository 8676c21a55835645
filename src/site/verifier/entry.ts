/**
 * Counts the site again in the reader's browser: starts the very program that anyone can download, as a worker, and
 * shows how far it is and what came of it. Nothing is fetched before a reader asks for it.
 */

/** What the program says; see `program.ts` of verification. */
type Told =
  | { readonly at: string; readonly share: number | null }
  | { readonly summary: readonly string[]; readonly differences: readonly string[] };

const part = <Kind extends HTMLElement>(name: string) =>
  document.querySelector<Kind>(`[data-verifier-part="${name}"]`);

const written = (name: string, text: string) =>
  Object.assign(document.createElement(name), { textContent: text });

function start(choice: HTMLElement, extent: string, buttons: readonly HTMLButtonElement[]): void {
  const said = part('said');
  const progress = part<HTMLProgressElement>('progress');
  const [summary, differences] = [part('summary'), part('differences')];
  if (!said || !progress || !summary || !differences) return;
  const { program = '', site = '', language = '', stopped = '' } = choice.dataset;
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
  summary.replaceChildren();
  differences.replaceChildren();
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if ('at' in data) {
      said.textContent = data.at;
      if (data.share === null) progress.removeAttribute('value');
      else progress.value = data.share;
      return;
    }
    const last = data.differences.at(-1) ?? data.summary.at(-1) ?? stopped;
    end(last, data.summary, data.differences);
  });
  worker.addEventListener('error', () => end(stopped, [], []));
  worker.postMessage({ site: new URL(site, location.href).href, extent, language });
}

const choice = document.querySelector<HTMLElement>('[data-verifier]');

if (choice) {
  const buttons = [...choice.querySelectorAll<HTMLButtonElement>('button')];
  choice.hidden = false;
  for (const button of buttons)
    button.addEventListener('click', () => start(choice, button.dataset['extent'] ?? 'data', buttons));
}

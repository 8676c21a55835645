import { watchCharts } from '../charts/charts.ts';
import { figureAddress, type FigureAddress } from './figure-address.ts';

/** Fetches the figure out of its page; null where there is none. */
async function fetchFigure({ page, id }: FigureAddress): Promise<HTMLElement | null> {
  const response = await fetch(page);
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (!response.ok || !isPage) return null;
  const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
  const figure = parsed.getElementById(id);
  return figure instanceof HTMLElement && figure.matches('figure.fig')
    ? document.importNode(figure, true)
    : null;
}

/** Links of an embedded figure lead out of the frame, to where they led on the page. */
function leadOut(figure: HTMLElement, page: URL): void {
  for (const link of figure.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    link.href = new URL(link.getAttribute('href') ?? '', page).href;
    if (!link.hasAttribute('download')) link.target = '_top';
  }
  for (const own of figure.querySelectorAll('.embed')) own.remove();
}

/** Tells the page around how high the figure is, whenever that changes. */
function tellHeight(): void {
  if (parent === window) return;
  new ResizeObserver(() => {
    parent.postMessage({ from: 'zhaocha', height: document.documentElement.scrollHeight }, '*');
  }).observe(document.body);
}

async function embed(place: HTMLElement): Promise<void> {
  const asked = figureAddress(new URL(location.href));
  const figure = asked && (await fetchFigure(asked).catch(() => null));
  if (!asked || !figure) {
    place.textContent = place.dataset['missing'] ?? '';
    return;
  }
  leadOut(figure, asked.page);
  place.append(figure);
  const from = document.querySelector<HTMLAnchorElement>('[data-embed-from]');
  if (from) from.href = `${asked.page.href}#${asked.id}`;
  watchCharts();
}

const place = document.querySelector<HTMLElement>('[data-embed]');
if (place) {
  tellHeight();
  void embed(place);
}

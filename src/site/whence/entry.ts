/**
 * Puts a link beside every number of a page that leads to where it comes from, when a reader asks for it, and takes them
 * away again. Numbers themselves lead to the rows behind them.
 */
const place = document.querySelector<HTMLElement>('[data-whence]');
const button = place?.querySelector('button');

function add(verify: string, label: string): void {
  const numbers = [...document.querySelectorAll<HTMLElement>('main [data-figure]')];
  for (const [place, number] of numbers.entries()) {
    const key = number.dataset['figure'] ?? '';
    // A rate, what it is a rate of and its range are one figure: one link, after the last of them.
    if (numbers[place + 1]?.dataset['figure'] === key) continue;
    const link = Object.assign(document.createElement('a'), {
      className: 'wh whl',
      href: `${verify}?${new URLSearchParams({ figure: key })}`,
      textContent: '?',
      ariaLabel: label.replace('{number}', number.textContent?.trim() ?? ''),
    });
    const shown = number.closest('a') ?? number;
    // The two stay one thing: a number may be an item of a grid.
    const both = Object.assign(document.createElement('span'), { className: 'whn' });
    shown.replaceWith(both);
    both.append(shown, link);
  }
}

function takeAway(): void {
  for (const both of document.querySelectorAll('.whn')) {
    const [shown] = both.childNodes;
    if (shown !== undefined) both.replaceWith(shown);
  }
}

if (place && button) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const shown = button.ariaPressed === 'true';
    button.ariaPressed = String(!shown);
    takeAway();
    if (shown) return;
    add(place.dataset['whence'] ?? '', place.dataset['label'] ?? '');
    document.querySelector('main')?.scrollIntoView();
  });
}

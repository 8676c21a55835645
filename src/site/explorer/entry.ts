/**
 * Starts the explorer of the register when a reader turns to it, or comes with a selection in the address. A reader
 * who only looks at the list fetches nothing else.
 */
const form = document.querySelector<HTMLFormElement>('form[data-explorer]');

if (form) {
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    import('./start-explorer.ts')
      .then(({ startExplorer }) => startExplorer(form))
      .catch(() => {
        begun = false;
      });
  };
  for (const event of ['focusin', 'pointerdown', 'input']) form.addEventListener(event, begin);
  if (location.search !== '') begin();
}

/** Starts the search page when a reader turns to it, or comes with words in the address. */
const searchForm = document.querySelector<HTMLFormElement>('form[data-search]');

if (searchForm) {
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    import('./start-search.ts')
      .then(({ startSearch }) => startSearch(searchForm))
      .catch(() => {
        begun = false;
      });
  };
  for (const event of ['focusin', 'pointerdown', 'input']) searchForm.addEventListener(event, begin);
  if (location.search !== '') begin();
}

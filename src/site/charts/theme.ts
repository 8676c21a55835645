/** Calls back when the page changes between light and dark, by the system or by `data-theme` on the root. */
export function onThemeChange(redraw: () => void): void {
  const root = document.documentElement;
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  let theme = root.dataset.theme;
  new MutationObserver(() => {
    // A theme that was set and taken back in one go, as for a picture, is no change.
    if (root.dataset.theme === theme) return;
    theme = root.dataset.theme;
    redraw();
  }).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
}

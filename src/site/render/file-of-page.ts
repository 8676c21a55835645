/**
 * The file of a page or a file under its address, as servers look for it: a page is the index of its folder, that for what is not
 * found stands by itself.
 *
 * @example
 * fileOfPage('/departments/hrss/', 'page'); // => 'departments/hrss/index.html'
 * fileOfPage('/robots.txt', 'endpoint'); // => 'robots.txt'
 * fileOfPage('/404', 'page'); // => '404.html'
 */
export function fileOfPage(pathname: string, type: string): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type !== 'page') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}

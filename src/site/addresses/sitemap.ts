import { fileAddress, pageAddress } from './address.ts';
import { languages, mainLanguage, programme } from '../programme.ts';
import { sitePaths } from './site-paths.ts';
import { xmlText } from '../markup/xml.ts';

/** The most addresses of one sitemap: the protocol allows fifty thousand and fifty megabytes. */
const mostAddresses = 20_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The entries of pages, from one up to another: those of the first language, then those of the next. */
function addresses(from: number, to: number): string[] {
  const paths = sitePaths();
  return Array.from({ length: to - from }, (_, at) => {
    const language = languages[Math.floor((from + at) / paths.length)] ?? mainLanguage;
    const { path = '', changed = '' } = paths[(from + at) % paths.length] ?? {};
    const address = xmlText(programme.site + pageAddress(language, path));
    return `<url><loc>${address}</loc><lastmod>${changed}</lastmod></url>`;
  });
}

/** A file by which search engines find pages. */
export interface Sitemap {
  readonly name: string;
  /** Made when it is asked for: all of them are a line for every page. */
  readonly content: () => string;
}

const wrapped = (element: string, rows: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${element} xmlns="${namespace}">\n${rows.join('\n')}\n</${element}>\n`;

/** The files by which search engines find every page: the index, and the sitemaps it names. None without a host. */
export function sitemaps(): Sitemap[] {
  if (programme.site === '') return [];
  const count = languages.length * sitePaths().length;
  const parts = Array.from({ length: Math.ceil(count / mostAddresses) }, (_, place) => ({
    name: `sitemap-${place + 1}`,
    content: () =>
      wrapped('urlset', addresses(place * mostAddresses, Math.min((place + 1) * mostAddresses, count))),
  }));
  const named = parts.map(
    ({ name }) =>
      `<sitemap><loc>${xmlText(`${programme.site}${fileAddress(`${name}.xml`)}`)}</loc></sitemap>`,
  );
  return [{ name: 'sitemap', content: () => wrapped('sitemapindex', named) }, ...parts];
}

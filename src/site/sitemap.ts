import { fileAddress, pageAddress } from './address.ts';
import { languages, programme } from './programme.ts';
import { sitePaths } from './site-paths.ts';
import { xmlText } from './xml.ts';

/** The most addresses of one sitemap: the protocol allows fifty thousand and fifty megabytes. */
const mostAddresses = 20_000;

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function addresses(): string[] {
  const paths = sitePaths();
  return languages.flatMap((language) =>
    paths.map(
      ({ path, changed }) =>
        `<url><loc>${xmlText(programme.site + pageAddress(language, path))}</loc><lastmod>${changed}</lastmod></url>`,
    ),
  );
}

/** The files by which search engines find every page: the index, and the sitemaps it names. None without a host. */
export function sitemaps(): { readonly name: string; readonly content: string }[] {
  if (programme.site === '') return [];
  const all = addresses();
  const parts = Array.from({ length: Math.ceil(all.length / mostAddresses) }, (_, place) => ({
    name: `sitemap-${place + 1}`,
    rows: all.slice(place * mostAddresses, (place + 1) * mostAddresses),
  }));
  const wrapped = (element: string, rows: readonly string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<${element} xmlns="${namespace}">\n${rows.join('\n')}\n</${element}>\n`;
  const named = parts.map(
    ({ name }) =>
      `<sitemap><loc>${xmlText(`${programme.site}${fileAddress(`${name}.xml`)}`)}</loc></sitemap>`,
  );
  return [
    { name: 'sitemap', content: wrapped('sitemapindex', named) },
    ...parts.map(({ name, rows }) => ({ name, content: wrapped('urlset', rows) })),
  ];
}

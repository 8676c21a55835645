import { brandIn } from '../brand.ts';
import { fileAddress, pageAddress } from '../addresses/address.ts';
import { languageTag } from '../i18n/language-tag.ts';
import { text } from '../i18n/text.ts';
import { previewSize } from '../preview/preview.ts';
import { factIn, languages, mainLanguage } from '../programme.ts';
import { scriptJson } from './script-json.ts';
import { absoluteAddress, type Thing } from '../structured-data.ts';
import { xmlText } from './xml.ts';

/*
 * The head and the header of a page stand on every page, and differ from one to the next: they are put together here, without
 * components. All that comes from data goes through `xmlText`.
 */

/** What a page says of itself to those who do not look at it. */
export interface HeadWords {
  readonly language: string;
  /** The path of the page without its language. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** The folder of the feed that tells what is new on this page: '' for that of the whole site. */
  readonly feed?: string | undefined;
  /** The folder of the picture that goes along with this page: '' for that of the whole site. */
  readonly preview?: string | undefined;
  /** Not for search engines, and without its like in other languages. */
  readonly unlisted?: boolean | undefined;
  /** What the page is about, for machines. */
  readonly things?: readonly Thing[];
}

/** An element without content. What has no value is left out. */
function tag(name: string, attributes: Readonly<Record<string, string | null>>): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === null ? '' : ` ${key}="${xmlText(value)}"`,
  );
  return `<${name}${written.join('')}>`;
}

const named = (name: string, content: string) => tag('meta', { name, content });
const property = (name: string, content: string | null) => tag('meta', { property: name, content });

/** The same page in each language, and which one is for those who read none of them. */
function alternates(path: string): string[] {
  const alternate = (language: string, hreflang: string) =>
    tag('link', { rel: 'alternate', hreflang, href: absoluteAddress(language, path) });
  return [
    ...languages.map((language) => alternate(language, languageTag(language))),
    alternate(mainLanguage, 'x-default'),
  ];
}

/** The feeds that tell what is new. */
function feeds(language: string, folder: string): string[] {
  const { title } = text(language).feed;
  return [
    { type: 'application/atom+xml', file: 'feed.xml' },
    { type: 'application/feed+json', file: 'feed.json' },
  ].map(({ type, file }) =>
    tag('link', { rel: 'alternate', type, href: pageAddress(language, `${folder}${file}`), title }),
  );
}

/** How the page looks where somebody passes its address on. */
function card({ language, path, description, preview = '' }: HeadWords, title: string): string[] {
  return [
    property('og:title', title),
    property('og:description', description),
    property('og:image', absoluteAddress(language, `${preview}preview.png`)),
    property('og:image:width', String(previewSize.width)),
    property('og:image:height', String(previewSize.height)),
    property('og:image:alt', text(language).previewAlt),
    named('twitter:card', 'summary_large_image'),
    property('og:type', 'website'),
    property('og:site_name', factIn('name', language).text),
    property('og:url', absoluteAddress(language, path)),
    property('og:locale', languageTag(language).replace('-', '_')),
  ];
}

/** What a page tells to machines. Data, never run: the policy of the site lets no script stand in a page. */
function structuredData(things: readonly Thing[]): string {
  if (things.length === 0) return '';
  const graph = { '@context': 'https://schema.org', '@graph': things };
  return `<script type="application/ld+json">${scriptJson(graph)}</script>`;
}

/** What search engines, feed readers and those who pass a link on need to know of a page, as markup. */
export function headMarkup(words: HeadWords): string {
  const { language, path, title, description, feed = '', unlisted = false, things = [] } = words;
  const name = factIn('name', language).text;
  const full = path === '' ? `${brandIn(language).text} · ${name}` : `${title} · ${name}`;
  const address = unlisted ? null : absoluteAddress(language, path);
  return [
    '<meta charset="utf-8">',
    named('viewport', 'width=device-width,initial-scale=1'),
    `<title>${xmlText(full)}</title>`,
    named('description', description),
    named('color-scheme', 'light dark'),
    tag('link', { rel: 'icon', href: fileAddress('favicon.svg'), type: 'image/svg+xml' }),
    tag('link', { rel: 'manifest', href: pageAddress(language, 'site.webmanifest') }),
    ...(unlisted ? [named('robots', 'noindex')] : []),
    ...(address === null ? [] : [tag('link', { rel: 'canonical', href: address })]),
    ...(address !== null && languages.length > 1 ? alternates(path) : []),
    ...(unlisted ? [] : feeds(language, feed)),
    ...(address === null ? [] : card(words, full)),
    structuredData(things),
  ].join('');
}

import { pageAddress } from '../addresses/address.ts';
import { languageTag } from '../i18n/language-tag.ts';
import { factIn, programme } from '../programme.ts';
import { xmlText } from '../markup/xml.ts';
import { feedId } from './feed-id.ts';

/** One thing that a feed tells of. */
export interface Entry {
  /** Another id for every state, so that it comes up again in a reader when it changes. */
  readonly id: string;
  readonly title: string;
  readonly address: string;
  /** The day on which it changed. */
  readonly changed: string;
  readonly summary: string;
  /** What it is filed under, '' for nothing. */
  readonly tag: string;
}

/** What is new in the whole site, in a department, in a category, or with the releases. */
export interface Feed {
  readonly language: string;
  readonly title: string;
  /** The page that the feed belongs to, by its path; its files lie in the folder of that page. */
  readonly path: string;
  /** The latest change first. */
  readonly entries: readonly Entry[];
}

/** A date without a time stands for the beginning of its day. */
const moment = (date: string) => `${date}T00:00:00Z`;

/** The address of a page on its host, as a feed must give it. */
export const hosted = (language: string, path: string) => `${programme.site}${pageAddress(language, path)}`;

/** A feed in Atom. */
export function atomFeed(feed: Feed): string {
  const { language, title, path } = feed;
  const entries = feed.entries.map(
    ({ id, title: name, address, changed, summary, tag }) => `<entry>
<id>${xmlText(id)}</id>
<title>${xmlText(name)}</title>
<link href="${xmlText(address)}"/>
<updated>${moment(changed)}</updated>
${tag === '' ? '' : `<category term="${xmlText(tag)}"/>\n`}<summary>${xmlText(summary)}</summary>
</entry>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTag(language)}">
<id>${xmlText(feedId(language, `${path}feed.xml`))}</id>
<title>${xmlText(title)}</title>
<link href="${xmlText(hosted(language, path))}"/>
<link rel="self" href="${xmlText(hosted(language, `${path}feed.xml`))}"/>
<updated>${moment(programme.cutoff)}</updated>
<author><name>${xmlText(factIn('publisher', language).text)}</name></author>
${entries.join('')}</feed>
`;
}

/** The same feed in JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  const { language, title, path } = feed;
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      language: languageTag(language),
      home_page_url: hosted(language, path),
      feed_url: hosted(language, `${path}feed.json`),
      authors: [{ name: factIn('publisher', language).text }],
      items: feed.entries.map(({ id, title: name, address, changed, summary, tag }) => ({
        id,
        url: address,
        title: name,
        content_text: summary,
        date_modified: moment(changed),
        ...(tag === '' ? {} : { tags: [tag] }),
      })),
    },
    null,
    1,
  )}\n`;
}

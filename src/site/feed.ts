import { findingPath, pageAddress } from './address.ts';
import { shortNameOf } from './departments.ts';
import { titleOf, type Finding } from './findings.ts';
import { languageTag } from './i18n/language-tag.ts';
import { text } from './i18n/text.ts';
import { outcomeOf } from './outcome.ts';
import { factIn, localized, programme } from './programme.ts';
import { xmlText } from './xml.ts';

/** How many findings a feed tells of: a quarter of a busy programme has more, and the register has them all. */
const longest = 50;

/** What is new in the whole site, in a department or in a category. */
export interface Feed {
  readonly language: string;
  readonly title: string;
  /** The page that the feed belongs to, by its path; its files lie in the folder of that page. */
  readonly path: string;
  /** The findings, the latest change first. */
  readonly findings: readonly Finding[];
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly changed: string;
  readonly summary: string;
  readonly department: string;
}

/** A date without a time stands for the beginning of its day. */
const moment = (date: string) => `${date}T00:00:00Z`;

const hosted = (language: string, path: string) => `${programme.site}${pageAddress(language, path)}`;

function entryOf(finding: Finding, language: string): Entry {
  const words = text(language);
  const state = finding.kind === 'problem' ? words.outcome[outcomeOf(finding)].name : words.commendation;
  const changed = finding.last_event_on || finding.found_on || programme.cutoff;
  const told = ['now', 'ending', 'reply', 'description'].map(
    (column) => localized(finding, column, language).text,
  );
  return {
    // A finding comes up again in a reader when its state changes: the state is part of the id.
    id: `urn:zhaocha:${encodeURIComponent(finding.finding_id)}:${changed}:${finding.status}`,
    title: `${state}${words.feed.colon}${titleOf(finding, language).text}`,
    address: hosted(language, findingPath(finding.finding_id)),
    changed,
    summary: told.find((one) => one !== '') ?? '',
    department: shortNameOf(finding.department_id, language).text,
  };
}

const entriesOf = ({ findings, language }: Feed) =>
  findings.slice(0, longest).map((finding) => entryOf(finding, language));

/** A feed in Atom. */
export function atomFeed(feed: Feed): string {
  const { language, title, path } = feed;
  const entries = entriesOf(feed).map(
    ({ id, title: name, address, changed, summary, department }) => `<entry>
<id>${xmlText(id)}</id>
<title>${xmlText(name)}</title>
<link href="${xmlText(address)}"/>
<updated>${moment(changed)}</updated>
${department === '' ? '' : `<category term="${xmlText(department)}"/>\n`}<summary>${xmlText(summary)}</summary>
</entry>
`,
  );
  const tag = languageTag(language);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${tag}">
<id>urn:zhaocha:feed:${tag}:${xmlText(path)}</id>
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
      items: entriesOf(feed).map(({ id, title: name, address, changed, summary, department }) => ({
        id,
        url: address,
        title: name,
        content_text: summary,
        date_modified: moment(changed),
        ...(department === '' ? {} : { tags: [department] }),
      })),
    },
    null,
    1,
  )}\n`;
}

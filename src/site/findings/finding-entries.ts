import { findingPath } from '../addresses/address.ts';
import { shortNameOf } from '../departments.ts';
import { feedId } from '../feeds/feed-id.ts';
import { hosted, type Entry } from '../feeds/feed.ts';
import { titleOf, type Finding } from './findings.ts';
import { text } from '../i18n/text.ts';
import { outcomeOf } from './outcome.ts';
import { localized, programme } from '../programme.ts';

/** How many findings a feed tells of: a quarter of a busy programme has more, and the register has them all. */
const longest = 50;

function entryOf(finding: Finding, language: string): Entry {
  const words = text(language);
  const path = findingPath(finding.finding_id);
  const state = finding.kind === 'problem' ? words.outcome[outcomeOf(finding)].name : words.commendation;
  const changed = finding.last_event_on || finding.found_on || programme.cutoff;
  const told = ['now', 'ending', 'reply', 'description'].map(
    (column) => localized(finding, column, language).text,
  );
  return {
    id: feedId(language, path, `${changed}:${finding.status}`),
    title: `${state}${words.feed.colon}${titleOf(finding, language).text}`,
    address: hosted(language, path),
    changed,
    summary: told.find((one) => one !== '') ?? '',
    tag: shortNameOf(finding.department_id, language).text,
  };
}

/** What a feed tells of findings; they are given with the latest change first. */
export function findingEntries(findings: readonly Finding[], language: string): Entry[] {
  return findings.slice(0, longest).map((finding) => entryOf(finding, language));
}

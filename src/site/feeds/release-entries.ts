import { findingPath } from '../addresses/address.ts';
import { takenBackBy } from '../../model/release-shown.ts';
import { hosted, type Entry } from './feed.ts';
import { feedId } from './feed-id.ts';
import { textDirection } from '../i18n/text-direction.ts';
import { text } from '../i18n/text.ts';
import { localized, programme } from '../programme.ts';
import { tables } from '../tables/tables.ts';
import { formatDate } from '../words/format.ts';
import { toldBefore } from './told-again.ts';
import { putBackBy, toldChanges, type ToldChange } from './told-changes.ts';

/** How many entries the feed of changes has at most: releases and what was put right with them. */
const longest = 100;

/** From what was to what is, the way that a reader's eye goes. */
const arrows = { ltr: '→', rtl: '←' };

interface Issue {
  readonly release: number;
  /** The day on which it was published; the cut-off for what is to be published next. */
  readonly on: string;
}

/** That a release was taken down, when and by which; blank of one that was not. */
function takenDownText(release: number, language: string): string {
  const by = takenBackBy(tables.releases, release);
  return by === undefined
    ? ''
    : text(language)
        .changes.releases.takenDown.replace('{release}', by.release)
        .replace('{date}', formatDate(by.published_on, language));
}

function changeEntry({ release, on }: Issue, change: ToldChange, language: string): Entry {
  const { row, column, finding, reason, what, was, is, why, source } = change;
  const { colon, release: named } = text(language).changes.since;
  const down = takenDownText(release, language);
  return {
    id: feedId(language, 'changes/', `${release}:${encodeURIComponent(`${row}:${column}`)}`),
    title: `${reason.text}${colon}${finding === undefined ? row : localized(finding, 'title', language).text}`,
    address: hosted(language, finding === undefined ? 'changes/' : findingPath(finding.finding_id)),
    changed: on,
    summary: [
      `${what.text} ${was.text} ${arrows[textDirection(language)]} ${is.text}`.trim(),
      why?.text ?? '',
      source,
      // Whoever comes upon what was undone is told so there.
      down === '' ? '' : `${named.replace('{release}', String(release))}${down}`,
    ]
      .filter(Boolean)
      .join(' · '),
    tag: reason.text,
  };
}

function releaseEntry({ release, on }: Issue, language: string): Entry[] {
  const row = tables.releases.find((one) => Number(one.release) === release);
  if (row === undefined) return [];
  const { changes, sentenceGap } = text(language);
  const words = changes.releases;
  const back = putBackBy(release);
  return [
    {
      id: feedId(language, 'changes/', String(release)),
      title: words.named.replace('{release}', row.release).replace('{version}', row.version),
      address: hosted(language, 'changes/'),
      changed: on,
      summary: [
        takenDownText(release, language),
        back === undefined ? '' : words.putBack.replace('{release}', String(back)),
        ...toldBefore(release).map(({ release: before, takenDownOn }) =>
          words.toldAgain
            .replace('{release}', String(before))
            .replace('{date}', formatDate(takenDownOn, language)),
        ),
        localized(row, 'note', language).text,
      ]
        .filter(Boolean)
        .join(sentenceGap),
      tag: words.release,
    },
  ];
}

/** What the feed of changes tells: every release, and what was corrected, withdrawn, sent back or removed with it. */
export function releaseEntries(language: string): Entry[] {
  const numbers = [
    ...tables.releases.map(({ release }) => Number(release)),
    ...tables.release_changes.map(({ release }) => release ?? 0),
  ];
  const published = new Map(tables.releases.map((row) => [Number(row.release), row.published_on]));
  return [...new Set(numbers)]
    .sort((one, other) => other - one)
    .flatMap((release) => {
      const issue = { release, on: published.get(release) ?? programme.cutoff };
      return [
        ...releaseEntry(issue, language),
        ...toldChanges(release, language).map((change) => changeEntry(issue, change, language)),
      ];
    })
    .slice(0, longest);
}

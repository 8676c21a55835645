import { fileAddress, findingPath, pageAddress } from '../addresses/address.ts';
import { eventsOf } from './finding-events.ts';
import { changesOf, duplicatesOf, recurrencesOf, titleOf, type Finding } from './findings.ts';
import { languageTag } from '../i18n/language-tag.ts';
import { factIn, languages, latestRelease, mainLanguage, programme } from '../programme.ts';

/** A row without the cells that say nothing: a blank is a fact that is not known, or does not apply. */
function told(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '' && cell !== null));
}

/** What a citation says of the state of the data. */
const asOf = () => told({ data_to: programme.cutoff, release: latestRelease?.release ?? '' });

/**
 * All that is public about one finding, for a program: its row, its steps, what later drops corrected in it, the
 * findings that belong to it, where its pages stand, and how to cite it. Columns are those of the public tables.
 */
export function findingRecord(finding: Finding) {
  const id = finding.finding_id;
  const ids = (some: readonly Finding[]) => some.map(({ finding_id }) => finding_id);
  return {
    finding: told(finding),
    events: eventsOf(id).map(told),
    corrections: changesOf(id).map(told),
    recurrences: ids(recurrencesOf(id)),
    duplicates: ids(duplicatesOf(id)),
    pages: Object.fromEntries(
      languages.map((language) => [
        languageTag(language),
        `${programme.site}${pageAddress(language, findingPath(id))}`,
      ]),
    ),
    citation: told({
      publisher: factIn('publisher', mainLanguage).text,
      title: titleOf(finding, mainLanguage).text,
      ...asOf(),
      licence: programme.licenceUrl,
    }),
    tables: ['findings', 'finding_events', 'changes'].map(
      (table) => `${programme.site}${fileAddress(`data/latest/${table}.csv`)}`,
    ),
  };
}

const written = (value: unknown) => JSON.stringify(value, null, 1);

/** The file of a finding. */
export function recordText(finding: Finding): string {
  return `${written(findingRecord(finding))}\n`;
}

/** What such a file says of the state of the data, as it stands there: a file that is taken over gets that of now. */
export function asOfInRecord(): string {
  const [, , ...lines] = written({ citation: asOf() }).split('\n');
  return lines.slice(0, -2).join('\n');
}

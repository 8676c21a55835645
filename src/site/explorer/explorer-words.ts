import { fileAddress, pageAddress } from '../addresses/address.ts';
import { formsOf } from '../i18n/forms-of.ts';
import { languageTag } from '../i18n/language-tag.ts';
import { text } from '../i18n/text.ts';
import { factIn, latestRelease, programme } from '../programme.ts';
import type { ExplorerWords } from './words.ts';

/** What the script of the explorer has to say in a language, handed to it with the form. */
export function explorerWords(language: string): ExplorerWords {
  const { explorer: words, provenance, feed, pages } = text(language);
  const hosted = (address: string) => `${programme.site}${address}`;
  return {
    language: languageTag(language),
    results: formsOf(language, words.results),
    resultsOf: words.resultsOf,
    csv: formsOf(language, words.csv),
    remove: words.remove('#'),
    clear: words.clear,
    none: words.none,
    failed: words.failed,
    colon: feed.colon,
    page: pages.page.replace('{page}', '#'),
    text: words.text,
    previous: pages.previous,
    next: pages.next,
    provenance: {
      title: provenance.title.replace('{name}', factIn('name', language).text),
      rows: provenance.rows,
      selection: provenance.selection,
      everything: provenance.everything,
      address: provenance.address,
      facts: [
        [provenance.cutoff, programme.cutoff],
        ...(latestRelease ? [[provenance.release, latestRelease.release] as const] : []),
        [provenance.source, hosted(fileAddress('data/latest/findings.csv'))],
        [provenance.columns, `${hosted(pageAddress(language, 'data/'))}#findings`],
        [provenance.publisher, factIn('publisher', language).text],
        [provenance.licence, `${factIn('licence_name', language).text} ${programme.licenceUrl}`],
      ],
      note: provenance.note,
    },
    source: fileAddress('data/latest/findings.csv'),
    fileStart: `findings-${programme.cutoff}`,
  };
}

import { findingPath, pageAddress } from '../addresses/address.ts';
import { titleOf, type Finding } from './findings.ts';
import { langOf } from '../words/lang-of.ts';
import { xmlText } from '../markup/xml.ts';

/** The title of a finding as markup, which leads to its page: as every list of findings has it. */
export function titleLink(finding: Finding, language: string): string {
  const title = titleOf(finding, language);
  const address = pageAddress(language, findingPath(finding.finding_id));
  return `<a href="${xmlText(address)}" data-text${langOf(title)}>${xmlText(title.text)}</a>`;
}

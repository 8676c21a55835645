import { channels, remedyKinds, severities, type Code } from '../../model/record.ts';
import { declared } from '../words/own-words.ts';
import { categoryPath, departmentPath, hallPath, pageAddress, servicePath } from '../addresses/address.ts';
import { dayMarkup } from '../markup/day-markup.ts';
import type { Finding } from './findings.ts';
import { text } from '../i18n/text.ts';
import type { Dictionary } from '../i18n/zh.ts';
import type { Localized } from '../words/localized.ts';
import { localized } from '../programme.ts';
import { tables } from '../tables/tables.ts';
import { wordsMarkup } from '../markup/words-markup.ts';
import { xmlText } from '../markup/xml.ts';

/** One line of the facts of a finding. */
interface Fact {
  readonly name: keyof Dictionary['finding']['facts'];
  readonly of: Localized;
  readonly href?: string | undefined;
}

const cohortsById = new Map(tables.cohorts.map((cohort) => [cohort.cohort_id, cohort]));

function coded(list: readonly Code[], code: string, language: string): Localized {
  const found = list.find((one) => one.code === code);
  return found ? declared(found, language) : { text: '', lang: undefined };
}

/** What is known about a finding in a word each: where, what kind, by which way. What is blank is left out. */
function factsOf(finding: Finding, language: string): Fact[] {
  const name = (column: string) => localized(finding, column, language);
  const at = (id: string, path: (id: string) => string) => (id ? pageAddress(language, path(id)) : undefined);
  const facts: Fact[] = [
    { name: 'department', of: name('department'), href: at(finding.department_id, departmentPath) },
    { name: 'hall', of: name('hall'), href: at(finding.hall_id, hallPath) },
    { name: 'service', of: name('service'), href: at(finding.service_id, servicePath) },
    { name: 'category', of: name('category'), href: at(finding.category_id, categoryPath) },
    { name: 'channel', of: coded(channels, finding.channel, language) },
    { name: 'severity', of: coded(severities, finding.severity, language) },
    { name: 'cohort', of: localized(cohortsById.get(finding.cohort_id) ?? {}, 'name', language) },
    { name: 'remedy', of: coded(remedyKinds, finding.remedy_kind, language) },
    { name: 'reason', of: name('ending_reason') },
  ];
  return facts.filter(({ of }) => of.text !== '');
}

/** The facts of a finding as the items of a list of terms, as markup: its id, its days, and what is known in a word each. */
export function factsMarkup(finding: Finding, language: string): string {
  const { facts } = text(language).finding;
  const item = (name: Fact['name'], html: string, more = '') =>
    `<dt>${xmlText(facts[name])}</dt><dd${more}>${html}</dd>`;
  const due = [
    dayMarkup(finding.due_on, language),
    finding.due_time && `<time>${xmlText(finding.due_time)}</time>`,
  ].filter((part) => part !== '');
  return [
    item('id', xmlText(finding.finding_id), ' class="id"'),
    item('found', dayMarkup(finding.found_on, language)),
    finding.due_on && item('due', due.join(' ')),
    ...factsOf(finding, language).map(({ name, of, href }) => {
      const words = wordsMarkup(of);
      return item(name, href === undefined ? words : `<a href="${xmlText(href)}">${words}</a>`);
    }),
  ].join('');
}

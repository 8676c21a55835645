import { createHash } from 'node:crypto';
import { channels, severities } from '../../model/record.ts';
import { shortNameOf } from '../departments.ts';
import { dayNumber } from '../drawing.ts';
import { latestFirst, titleOf, type Finding } from '../findings/findings.ts';
import { nameInitial } from '../words/name-initial.ts';
import { outcomeOf, outcomes } from '../findings/outcome.ts';
import { localized } from '../programme.ts';
import { rowKey } from '../tables/row-key.ts';
import { tables } from '../tables/tables.ts';
import type { Localized } from '../words/localized.ts';
import { usedWords } from '../findings/used-words.ts';
import { buildIndex, type Searchable } from './build-index.ts';
import { writeColumn } from './column.ts';
import type { FacetName, Manifest, Row } from './manifest.ts';
import { facets, type Facet } from './selection.ts';

/** A file of the explorer, by its name in its folder. What it holds is put together when it is asked for. */
export interface ExplorerFile {
  readonly name: string;
  readonly content: () => string | Uint8Array<ArrayBuffer>;
}

/** How many rows a file of rows holds: a phone that shows twenty of them should not fetch hundreds. */
const rowsInFile = 50;

const valueIn: Readonly<Record<Facet, (finding: Finding) => string>> = {
  status: (finding) => (finding.kind === 'problem' ? outcomeOf(finding) : 'commendation'),
  department: ({ department_id }) => department_id,
  hall: ({ hall_id }) => hall_id,
  service: ({ service_id }) => service_id,
  category: ({ category_id }) => category_id,
  channel: ({ channel }) => channel,
  severity: ({ severity }) => severity,
  found: ({ found_on }) => found_on.slice(0, 7),
};

/** The values of each facet, in the order of their codes. */
export const facetValues: Manifest['values'] = {
  status: [...outcomes, 'commendation'],
  department: tables.departments.map(({ department_id }) => department_id),
  hall: tables.halls.map(({ hall_id }) => hall_id),
  service: tables.services.map(({ service_id }) => service_id),
  category: tables.categories.map(({ category_id }) => category_id),
  channel: channels.map(({ code }) => code),
  severity: severities.map(({ code }) => code),
  found: [...new Set(latestFirst.map(valueIn.found))]
    .filter((month) => month !== '')
    .sort()
    .reverse(),
};

const codes = Object.fromEntries(
  facets.map((facet) => [facet, new Map(facetValues[facet].map((value, at) => [value, at + 1]))]),
) as unknown as Readonly<Record<Facet, ReadonlyMap<string, number>>>;

const codeOf = (facet: Facet, finding: Finding) => codes[facet].get(valueIn[facet](finding)) ?? 0;

/** A folder for each state of the register: a reader's copy of one file never meets another state's files. */
export const explorerVersion: string = versionOf(latestFirst);

function versionOf(findings: readonly Finding[]): string {
  const hash = createHash('sha256').update(
    JSON.stringify([tables.departments, tables.halls, tables.services, tables.categories]),
  );
  for (const finding of findings) hash.update(rowKey(finding));
  return hash.digest('hex').slice(0, 12);
}

/** The columns, the same in every language. */
export function columnFiles(): ExplorerFile[] {
  const first = dayNumber(
    latestFirst
      .map(({ found_on }) => found_on)
      .filter(Boolean)
      .sort()[0] ?? '1970-01-01',
  );
  const daysOf = ({ found_on }: Finding) => (found_on === '' ? 0 : dayNumber(found_on) - first + 1);
  const column = (name: string, numberOf: (finding: Finding) => number) => ({
    name: `columns/${name}.txt`,
    content: () => writeColumn(latestFirst.map(numberOf)),
  });
  return [
    ...facets.map((facet) => column(facet, (finding) => codeOf(facet, finding))),
    column('found-day', daysOf),
    column('overdue-days', ({ overdue_working_days }) => overdue_working_days ?? 0),
  ];
}

function searchableIn(language: string): (finding: Finding) => Searchable {
  return (finding) => ({
    title: `${titleOf(finding, language).text} ${finding.finding_id}`,
    texts: [localized(finding, 'description', language).text, localized(finding, 'now', language).text],
    names: [
      ...['department', 'hall', 'service', 'category'].map(
        (column) => localized(finding, column, language).text,
      ),
      shortNameOf(finding.department_id, language).text,
    ],
  });
}

function rowOf(finding: Finding, language: string): Row {
  const title = titleOf(finding, language);
  return [
    finding.finding_id,
    title.text,
    title.lang ?? '',
    codeOf('status', finding),
    codeOf('department', finding),
    codeOf('category', finding),
    finding.kind === 'problem' ? finding.last_event_on : finding.found_on,
    usedWords(finding, language),
  ];
}

const named = ({ text, lang }: Localized): FacetName => (lang === undefined ? [text] : [text, lang]);

/** The files of the explorer in a language: the manifest, the index of texts, the rows of the results. */
export function languageFiles(language: string): ExplorerFile[] {
  const initials = language.startsWith('zh') ? (character: string) => nameInitial(character, '') : undefined;
  const { begins, files } = buildIndex(latestFirst.values().map(searchableIn(language)), initials);
  const manifest: Manifest = {
    count: latestFirst.length,
    rowsInFile,
    begins,
    values: facetValues,
    names: {
      department: facetValues.department.map((id) => named(shortNameOf(id, language))),
      category: tables.categories.map((category) => named(localized(category, 'name', language))),
    },
  };
  const rows = Array.from({ length: Math.ceil(latestFirst.length / rowsInFile) }, (_, at) => ({
    name: `rows/${at}.json`,
    content: () => {
      const some = latestFirst.slice(at * rowsInFile, (at + 1) * rowsInFile);
      return JSON.stringify(some.map((finding) => rowOf(finding, language)));
    },
  }));
  return [
    { name: 'manifest.json', content: () => JSON.stringify(manifest) },
    ...files.map((content, at) => ({ name: `terms/${at}.txt`, content: () => content })),
    ...rows,
  ];
}

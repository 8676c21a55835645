import { published } from '../../model/published.ts';
import {
  channels,
  eventKinds,
  findingKinds,
  remedyKinds,
  severities,
  witnesses,
  type Code,
} from '../../model/record.ts';
import { declared } from '../words/own-words.ts';
import { codeWords } from '../words/code-words.ts';
import { foreign, type Localized } from '../words/localized.ts';
import { languages, localized } from '../programme.ts';
import { tables } from '../tables/tables.ts';

const meanings = new Map(
  [...published.finding_events.columns, ...published.findings.columns].map(({ name, meaning }) => [
    name as string,
    meaning,
  ]),
);

const codeLists: Readonly<Record<string, readonly Code[]>> = {
  kind: findingKinds,
  channel: channels,
  severity: severities,
  event: eventKinds,
  by: witnesses,
  remedy: remedyKinds,
};

type Named = Readonly<Record<string, unknown>>;

const lookups: Readonly<Record<string, ReadonlyMap<string, Named>>> = {
  department: new Map(tables.departments.map((row) => [row.department_id, row])),
  hall: new Map(tables.halls.map((row) => [row.hall_id, row])),
  service: new Map(tables.services.map((row) => [row.service_id, row])),
  category: new Map(tables.categories.map((row) => [row.category_id, row])),
  cohort: new Map(tables.cohorts.map((row) => [row.cohort_id, row])),
};

/**
 * What a corrected column is called in words: a name by what it is the name of, a column of one language by the name it has without it.
 * Of what a column means the first part names it; what explains it further would stand between the name and the value.
 */
export function columnWords(column: string, language: string): Localized {
  const meaning =
    meanings.get(`${column}_id`) ??
    meanings.get(column) ??
    meanings.get(column.replace(/_[a-z]{2}(-[A-Za-z]+)?$/, ''));
  if (!meaning) return { text: column, lang: undefined };
  const words = declared(meaning, language);
  return { ...words, text: words.text.replace(/[：:；;].*/, '') };
}

/** Which event of a finding was corrected, in words: what it is, and when it was; blank for the finding itself. */
export function eventWords(event: string, language: string): Localized {
  const [kind = '', ...moment] = event.split(' ');
  const words = codeWords(eventKinds, kind, language);
  return { ...words, text: [words.text, ...moment].join(' ') };
}

/** A corrected value as a reader knows it: the name behind an id, the words of a code, else the text itself, in the language of its column. */
export function valueWords(column: string, value: string, language: string): Localized {
  const row = lookups[column]?.get(value);
  if (row) return localized(row, 'name', language);
  const codes = codeLists[column];
  if (codes) return codeWords(codes, value, language);
  const written = languages.find((one) => column.endsWith(`_${one}`)) ?? language;
  return written === language ? { text: value, lang: undefined } : foreign(value, written, language);
}

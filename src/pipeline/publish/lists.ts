import { calledThroughout } from '../../model/called-throughout.ts';
import { measures } from '../../model/measure.ts';
import { methodRules } from '../../model/method-rule.ts';
import { officerFacts } from '../../model/officers.ts';
import type { Programme } from '../../model/programme.ts';
import { thresholdsOf } from '../../model/programme.ts';
import { rules } from '../../model/rule.ts';
import type { Register } from '../../model/register.ts';
import type { LookupEntry, Settings } from '../../model/settings.ts';
import { sidesOf } from '../../model/sides.ts';
import { tallyNames, type TallyName } from '../../model/tally.ts';
import { wordsAmong, type Words } from '../../model/words.ts';
import type { OutgoingRow } from './cells.ts';

function inLanguages(name: string, words: Words, languages: readonly string[]): OutgoingRow {
  return Object.fromEntries(
    languages.map((language) => [`${name}_${language}`, wordsAmong(words, language, languages)]),
  );
}

/** The names of an entry in each language, where it has one. */
export function cellsInLanguages(
  name: string,
  cells: Readonly<Record<string, string>>,
  languages: readonly string[],
  from = name,
): OutgoingRow {
  return Object.fromEntries(
    languages.map((language) => [`${name}_${language}`, cells[`${from}_${language}`] ?? '']),
  );
}

/** The rows of the code lists, from the office's lists and our own declarations. */
export function listRows({ lookups, questions, margins, programme }: Settings) {
  const { languages } = programme;
  const named = (entry: LookupEntry, key: string): OutgoingRow => ({
    [key]: entry.id,
    ...cellsInLanguages('name', entry.cells, languages),
  });
  return {
    departments: lookups.departments.map((entry): OutgoingRow => ({
      ...named(entry, 'department_id'),
      ...cellsInLanguages('short', entry.cells, languages),
      pinyin: entry.cells['pinyin'],
      since: entry.cells['since'],
      until: entry.cells['until'],
      successor_id: entry.cells['successor'],
    })),
    halls: lookups.halls.map((entry): OutgoingRow => ({
      ...named(entry, 'hall_id'),
      ...cellsInLanguages('district', entry.cells, languages),
      pinyin: entry.cells['pinyin'],
    })),
    services: lookups.services.map((entry): OutgoingRow => ({
      ...named(entry, 'service_id'),
      department_id: entry.cells['department'],
      pinyin: entry.cells['pinyin'],
    })),
    categories: lookups.categories.map((entry): OutgoingRow => ({
      ...named(entry, 'category_id'),
      aim: entry.cells['aim'],
      ...cellsInLanguages('meaning', entry.cells, languages),
    })),
    cohorts: lookups.cohorts.map((entry): OutgoingRow => ({
      ...named(entry, 'cohort_id'),
      starts_on: entry.cells['starts_on'],
      ends_on: entry.cells['ends_on'],
      officers: entry.cells['officers'] ? Number(entry.cells['officers']) : null,
    })),
    questions: questions.map((question, place): OutgoingRow => ({
      question_id: question.id,
      survey: question.survey,
      kind: question.kind,
      place: place + 1,
      ...sidesOf(question),
      ...Object.fromEntries(
        languages.map((language) => [`text_${language}`, question.names[language] ?? '']),
      ),
    })),
    margins: margins.map((margin): OutgoingRow => ({ ...margin })),
  };
}

/** What the project itself declares: measures, the numbers we chose, the statements that count. */
export function declarationRows(programme: Programme, statementOf: (name: TallyName) => string) {
  const { languages, officers = {} } = programme;
  const thresholds = thresholdsOf(programme);
  return {
    measures: calledThroughout(measures, officers).map(
      ({ measure, kind, name, definition, formula, sql, method, source, hidden }): OutgoingRow => ({
        measure,
        kind,
        formula,
        sql,
        ...inLanguages('name', name, languages),
        ...inLanguages('definition', definition, languages),
        ...inLanguages('method', method, languages),
        ...inLanguages('source', source, languages),
        ...inLanguages('hidden', hidden, languages),
      }),
    ),
    rules: [
      ...Object.values(rules).map((rule) => ({ ...rule, value: thresholds[rule.rule] })),
      ...methodRules,
    ].map(({ rule, value, name, unit, reason }): OutgoingRow => ({
      rule,
      value,
      ...inLanguages('name', name, languages),
      ...inLanguages('unit', unit, languages),
      ...inLanguages('reason', reason, languages),
    })),
    statements: tallyNames.map((name): OutgoingRow => ({ sql: `${name}.sql`, statement: statementOf(name) })),
  };
}

/** The days by which working days were counted. */
export function specialDayRows(
  { specialDays }: Pick<Register, 'specialDays'>,
  languages: readonly string[],
): OutgoingRow[] {
  return specialDays.map(({ day, working, occasion }): OutgoingRow => ({
    day,
    working,
    ...Object.fromEntries(
      languages.map((language) => [
        `occasion_${language}`,
        occasion[language] ?? wordsAmong(occasion, language, languages),
      ]),
    ),
  }));
}

/** The facts about the programme, as `field, value` rows. */
export function programmeRows(
  { programme }: Settings,
  { cutoff }: Pick<Register, 'cutoff'>,
  version: string,
): OutgoingRow[] {
  const { name, city, publisher, brand, licence, officers = {}, endings = {}, deadlines = {} } = programme;
  const earlier = programme.earlier_deadlines ?? [];
  const named = (field: string, texts: Readonly<Record<string, string>>) =>
    programme.languages.map((language) => [`${field}_${language}`, texts[language] ?? ''] as const);
  const facts: (readonly [string, string])[] = [
    ...named('name', name),
    ...named('city', city),
    ...named('publisher', publisher),
    ...officerFacts(officers),
    ...(brand === undefined ? [] : named('brand', brand)),
    ['contact', programme.contact],
    ['corrections', programme.corrections],
    ['site', programme.site ?? ''],
    ['languages', programme.languages.join(' ')],
    ['time_zone', programme.time_zone],
    ['calendar', programme.calendar],
    ['cutoff', cutoff.on],
    ['cutoff_time', cutoff.time],
    ['period', programme.period],
    ...Object.entries(deadlines).map(([severity, days]) => [`deadline_${severity}`, String(days)] as const),
    ...earlier.flatMap(({ until, ...limits }) =>
      Object.entries(limits).map(
        ([severity, days]) => [`deadline_${severity}_until_${until}`, String(days)] as const,
      ),
    ),
    ...named('licence_name', licence.name),
    ['licence_url', licence.url],
    ['next_update', programme.next_update ?? ''],
    ['demonstration', String(programme.demonstration)],
    ['overall_question', programme.overall_question ?? ''],
    ...Object.entries(endings).flatMap(([code, texts]) => named(`reason_${code}`, texts)),
    ['version', version],
  ];
  return facts.map(([field, value]) => ({ field, value }));
}

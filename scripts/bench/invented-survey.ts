import { programmeSettings } from '../../src/model/programme.ts';
import type { ValueRow } from '../../src/model/query.ts';
import { channels, grades } from '../../src/model/record.ts';
import type { LookupEntry, Settings } from '../../src/model/settings.ts';
import { surveyDimensions, surveyFamilies, type SurveyDimension } from '../../src/model/survey-table.ts';
import { tallyNames, type Tallies } from '../../src/model/tally.ts';
import { randomFrom, samplerOf, type Random } from '../demo/random.ts';

/** How large an invented survey is. */
export interface SurveySize {
  readonly departments: number;
  readonly halls: number;
  readonly periods: number;
  readonly responses: number;
}

/** Five tables that share four dimensions, so that every one tells something of the others. */
const tables = [
  'department × hall',
  'department × channel',
  'department × period',
  'hall × period',
  'channel × period',
];

const asked = 'overall';
const words = { zh: '虚构', en: 'Invented' };
const idsOf = (what: string, count: number) => Array.from({ length: count }, (_, at) => `${what}-${at + 1}`);
const entry = (id: string): LookupEntry => ({ id, cells: { id, name_zh: id, name_en: id } });

function settingsOf({ departments, halls }: SurveySize): Settings {
  return {
    programme: programmeSettings.parse({
      name: words,
      city: words,
      publisher: words,
      contact: 'bench@zhaocha.example',
      corrections: 'bench@zhaocha.example',
      site: 'https://zhaocha.example/',
      demonstration: true,
      languages: ['zh'],
      time_zone: 'UTC',
      calendar: 'china',
      cutoff: '2026-09-30',
      period: 'quarter',
      deadlines: { serious: 7, ordinary: 15, minor: 30 },
      endings: {},
      overall_question: asked,
      survey_tables: tables,
      licence: { name: words, url: 'https://zhaocha.example/' },
      next_update: '2027-01-15',
    }),
    lookups: {
      departments: idsOf('department', departments).map(entry),
      halls: idsOf('hall', halls).map(entry),
      services: [],
      categories: [],
      cohorts: [],
    },
    listed: new Set(['departments', 'halls', 'services']),
    questions: [
      {
        id: asked,
        survey: 'bench',
        kind: 'grade',
        names: words,
        choices: grades.map(({ code }) => ({ id: code, names: words })),
      },
    ],
    spellings: [],
    margins: [],
    specialDays: [],
    redactions: [],
    layouts: [],
  };
}

/** Some are large and most are small: the one at place n has a share that falls with n. */
function unequal(random: Random, ids: readonly string[], steepness: number): () => string {
  const shares = new Map(ids.map((id, place) => [id, (place + 1) ** -steepness]));
  return samplerOf(random, ids, (id) => shares.get(id) ?? 0);
}

const channelShares: Readonly<Record<string, number>> = { online: 50, onsite: 35, survey: 10, discussion: 5 };
const gradeShares: readonly number[] = [49, 31, 14, 4, 2];

type Person = Readonly<Partial<Record<SurveyDimension, string>>> & { readonly grade: string };

function* personsOf(size: SurveySize): Generator<Person> {
  const random = randomFrom(1, 'protecting');
  const department = unequal(random, idsOf('department', size.departments), 1);
  const hall = unequal(random, idsOf('hall', size.halls), 0.7);
  const codes = channels.map(({ code }) => code);
  const channel = samplerOf(random, codes, (code) => channelShares[code] ?? 0);
  const period = unequal(random, idsOf('period', size.periods), 0);
  const places = [...grades.keys()];
  const grade = samplerOf(random, places, (place) => gradeShares[place] ?? 0);
  for (let number = 0; number < size.responses; number += 1) {
    const by = channel();
    yield {
      department: department(),
      hall: by === 'online' ? '' : hall(),
      channel: by,
      period: period(),
      grade: grades[grade()]?.code ?? '',
    };
  }
}

const columnOf = (dimension: SurveyDimension) =>
  ['department', 'service', 'hall'].includes(dimension) ? `${dimension}_id` : dimension;

/** Invents the counts of a survey of one question with five grades, as the tallies give them. */
export function inventedSurvey(size: SurveySize): { readonly settings: Settings; readonly tallies: Tallies } {
  const settings = settingsOf(size);
  const persons = [...personsOf(size)];
  const counted = (name: string, more: (person: Person) => ValueRow) =>
    surveyFamilies(tables).flatMap((family) => {
      const leftOut = surveyDimensions.reduce(
        (mask, dimension) => mask * 2 + (family.includes(dimension) ? 0 : 1),
        0,
      );
      const counts = new Map<string, { row: ValueRow; count: number }>();
      for (const person of persons) {
        const others = more(person);
        const key = [
          ...family.map((dimension) => person[dimension] ?? ''),
          ...Object.values(others).map(String),
        ].join('|');
        const found = counts.get(key);
        if (found === undefined) {
          const places = surveyDimensions.map((dimension) => [
            columnOf(dimension),
            family.includes(dimension) ? (person[dimension] ?? '') : null,
          ]);
          const row = { ...Object.fromEntries(places), block: 'new', left_out: leftOut, ...others };
          counts.set(key, { row, count: 1 });
        } else found.count += 1;
      }
      return [...counts.values()].map(({ row, count }) => ({ ...row, [name]: count }));
    });
  return {
    settings,
    tallies: {
      ...(Object.fromEntries(tallyNames.map((name) => [name, []])) as unknown as Tallies),
      responses: counted('responses', () => ({ origin: '', transactions: 'unknown' })),
      answers: counted('answers', ({ grade }) => ({ question_id: asked, answer_id: grade })),
    },
  };
}

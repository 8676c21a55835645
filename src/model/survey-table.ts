import { allTime, wholeProgramme } from './published.ts';

/** What answers are counted by. */
export const surveyDimensions = ['department', 'service', 'hall', 'channel', 'respondent', 'period'] as const;

export type SurveyDimension = (typeof surveyDimensions)[number];

/** The dimensions of one public table of answers; none for the programme as a whole. */
export type SurveyTable = readonly SurveyDimension[];

const sign = ' × ';

/** The tables by two dimensions that the settings can name, as `hall × period`. */
export const twoWayTables: readonly string[] = surveyDimensions.flatMap((one, place) =>
  surveyDimensions.slice(place + 1).map((other) => `${one}${sign}${other}`),
);

/**
 * The public tables of answers: everything together, each dimension by itself, and those by two dimensions that the
 * settings name.
 *
 * @example
 * surveyTables(['hall × period']).at(-1); // => ['hall', 'period']
 */
export function surveyTables(named: readonly string[]): readonly SurveyTable[] {
  const twoWay = named.map((name) => name.split(sign) as SurveyDimension[]);
  return [[], ...surveyDimensions.map((dimension) => [dimension]), ...twoWay];
}

/**
 * Dimensions that share a table, one with the other, belong to one family: its tables are counted and protected together.
 * A service belongs to its department, so these two always go together.
 *
 * @example
 * surveyFamilies(['hall × period']); // => [['department', 'service'], ['hall', 'period'], ['channel'], ['respondent']]
 */
export function surveyFamilies(named: readonly string[]): readonly SurveyTable[] {
  const links = [
    ['department', 'service'] as const,
    ...surveyTables(named).filter(({ length }) => length > 1),
  ];
  const families: SurveyDimension[][] = surveyDimensions.map((dimension) => [dimension]);
  for (const link of links) {
    const joined = families.filter((family) => family.some((dimension) => link.includes(dimension)));
    const [first, ...others] = joined;
    for (const other of others) {
      first?.push(...other);
      families.splice(families.indexOf(other), 1);
    }
  }
  const inOrder = (family: SurveyDimension[]) =>
    surveyDimensions.filter((dimension) => family.includes(dimension));
  return families.map(inOrder);
}

/** One unit whose answers are counted: a subject, in a period or in all closed periods together. */
export interface SurveyUnit {
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly period: string;
}

/** The unit that stands for the whole programme. */
export const everyone: SurveyUnit = {
  subject_kind: 'programme',
  subject_id: wholeProgramme,
  period: allTime,
};

/** Joins the two ids of a subject that is where two meet: `hrss+city-hall`. */
const meeting = '+';

/**
 * The unit at one place of a table.
 *
 * @example
 * unitAt(['hall', 'period'], ['minghu', '2026-Q1']); // => { subject_kind: 'hall', subject_id: 'minghu', period: '2026-Q1' }
 * unitAt(['department', 'channel'], ['hrss', 'online']).subject_id; // => 'hrss+online'
 */
export function unitAt(table: SurveyTable, groups: readonly string[]): SurveyUnit {
  const subjects = table.filter((dimension) => dimension !== 'period');
  const of = (dimension: SurveyDimension) => groups[table.indexOf(dimension)] ?? '';
  return {
    subject_kind: subjects.length === 0 ? everyone.subject_kind : subjects.join('_'),
    subject_id: subjects.length === 0 ? everyone.subject_id : subjects.map(of).join(meeting),
    period: table.includes('period') ? of('period') : everyone.period,
  };
}

/**
 * One text for a unit.
 *
 * @example
 * unitKey(unitAt([], [])); // => 'programme:all|all'
 */
export function unitKey({ subject_kind, subject_id, period }: SurveyUnit): string {
  return `${subject_kind}:${subject_id}|${period}`;
}

import { questionColumn } from '../../model/batch.ts';
import { channels, ratingOrigins, respondentKinds } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import { quoteName, quoteText } from '../../model/sql-text.ts';
import type { Database } from './database.ts';
import { askedQuestions } from './raw.ts';

/** The tallies of the survey, and the columns of each before its count, in the order in which its statement gives them. */
export const surveyTallies = {
  responses: { columns: ['block', 'origin', 'transactions'], before: [], count: 'responses' },
  answered: { columns: ['block'], before: ['question_id'], count: 'people' },
  answers: { columns: ['block', 'answer_id'], before: ['question_id'], count: 'answers' },
} as const;

export type SurveyTally = keyof typeof surveyTallies;

const placeColumns = ['department_id', 'service_id', 'hall_id', 'channel', 'respondent', 'period'];

/** The columns of a tally of the survey before its count. */
export function columnsOfTally(name: SurveyTally): readonly string[] {
  const { before, columns } = surveyTallies[name];
  return [...before, ...placeColumns, ...columns, 'left_out'];
}

const dimensions = ['department', 'service', 'hall', 'channel', 'respondent'] as const;

/** What a cell of a dimension, an origin, a question or an answer may hold, is held as a small number: counting takes half as long. */
export async function declareCodes(database: Database, settings: Settings): Promise<void> {
  const { departments, services, halls } = settings.lookups;
  const asked = askedQuestions(settings);
  const codes: Readonly<Record<string, readonly string[]>> = {
    department: departments.map(({ id }) => id),
    service: services.map(({ id }) => id),
    hall: halls.map(({ id }) => id),
    channel: channels.map(({ code }) => code),
    respondent: respondentKinds.map(({ code }) => code),
    origin: ratingOrigins.map(({ code }) => code),
    question: asked.map(({ id }) => id),
    answer: asked.flatMap(({ choices }) => choices.map(({ id }) => id)),
  };
  for (const [name, all] of Object.entries(codes))
    await database.run(
      `CREATE TYPE IF NOT EXISTS ${name}_code AS ENUM (${[...new Set(['', ...all])].map(quoteText).join(', ')})`,
    );
}

/** Beyond this come the ranks of drops: a block is a rank and a month in one number until all parts are put together. */
const rankUnit = 1_000_000;

/** The rank and the month of a block, in SQL. */
export const rankOf = `(block // ${rankUnit})`;
export const monthOf = `(block % ${rankUnit})`;

const block = `CAST(drop_rank * ${rankUnit} + COALESCE(EXTRACT(YEAR FROM submitted_on) * 100 + EXTRACT(MONTH FROM submitted_on), 0) AS BIGINT)`;

type Asked = ReturnType<typeof askedQuestions>[number];

/** The responses of a part with some of their answers. */
async function place(database: Database, from: string, questions: readonly Asked[]): Promise<void> {
  const places = [...dimensions, 'origin'].map(
    (name) => `CAST(COALESCE(${name}, '') AS ${name}_code) AS ${name}`,
  );
  const answers = questions.map(({ id, kind }) => {
    const column = quoteName(questionColumn(id));
    return kind === 'multiple' ? column : `CAST(${column} AS answer_code) AS ${column}`;
  });
  await database.run(
    `CREATE OR REPLACE TABLE placed AS SELECT ${[...places, ...answers].join(', ')}, ${block} AS block, CAST(sign AS TINYINT) AS sign FROM (${from}) AS part`,
  );
}

/** What a block says, once the parts are put together, a part need not say: it is one period. */
const columns = `${dimensions.join(', ')}, CAST(0 AS TINYINT) AS period, block, FALSE AS by_default`;

const rated = `origin <> CAST('default' AS origin_code)`;

/** The answers to one question, a row each. Default ratings are nobody's answer. */
function answersTo({ id }: Asked, answer: string, from = 'placed'): string {
  return `SELECT CAST(${quoteText(id)} AS question_code) AS question_id, ${columns}, ${answer} AS answer_id, sign FROM ${from} WHERE ${rated} AND ${quoteName(questionColumn(id))} IS NOT NULL`;
}

/** The answers to a multiple-choice question: few sets of them are ever chosen together, and each is taken apart once. */
function severalAnswersTo(question: Asked): string {
  const column = quoteName(questionColumn(question.id));
  const sets = `SELECT DISTINCT ${column} AS chosen FROM placed WHERE ${column} IS NOT NULL`;
  const parts = `SELECT chosen, CAST(UNNEST(STRING_SPLIT(chosen, '|')) AS answer_code) AS answer FROM (${sets}) AS sets`;
  return answersTo(question, 'answer', `placed INNER JOIN (${parts}) AS parts ON parts.chosen = ${column}`);
}

function answersOf(question: Asked): string {
  return question.kind === 'multiple'
    ? severalAnswersTo(question)
    : answersTo(question, quoteName(questionColumn(question.id)));
}

const none = `SELECT CAST('' AS question_code) AS question_id, ${columns}, CAST('' AS answer_code) AS answer_id, sign FROM placed WHERE FALSE`;

const allOf = (parts: readonly string[]) => (parts.length > 0 ? parts : [none]).join(' UNION ALL ');

/** Opens what the statements of the tally count, for one part of the responses and some of the questions. */
async function open(database: Database, name: SurveyTally, questions: readonly Asked[]): Promise<void> {
  if (name === 'responses')
    await database.run(
      `CREATE OR REPLACE TABLE responded AS SELECT *, CASE WHEN ${monthOf} > 0 THEN CONCAT(${monthOf} // 100, '-', LPAD(CAST(${monthOf} % 100 AS VARCHAR), 2, '0')) END AS "month" FROM (SELECT ${dimensions.join(', ')}, CAST(0 AS TINYINT) AS period, block, origin, SUM(sign) AS responses FROM placed GROUP BY ALL) AS counted`,
    );
  if (name === 'answered') {
    const several = questions.filter(({ kind }) => kind === 'multiple');
    const people = several.map((one) => answersTo(one, `CAST('' AS answer_code)`));
    await database.run(
      `CREATE OR REPLACE VIEW answered AS SELECT part.* RENAME (sign AS people) FROM (${allOf(people)}) AS part`,
    );
  }
  if (name === 'answers')
    await database.run(
      `CREATE OR REPLACE VIEW answer AS SELECT part.* RENAME (sign AS answers) FROM (${allOf(questions.map(answersOf))}) AS part`,
    );
}

/** Of more questions at a time the store could not hold the answers. */
const questionsAtOnce = 32;

/** Questions in groups, of which there is at least one. */
function inGroups(questions: readonly Asked[]): Asked[][] {
  const count = Math.max(1, Math.ceil(questions.length / questionsAtOnce));
  return Array.from({ length: count }, (_, position) =>
    questions.slice(position * questionsAtOnce, (position + 1) * questionsAtOnce),
  );
}

/** The table in which the counts of a part are gathered. */
export const partTable = (name: SurveyTally) => `part_${name}`;

/** Makes or empties the tables in which the counts of a part are gathered. */
export async function emptyPart(database: Database, names: readonly SurveyTally[]): Promise<void> {
  for (const name of names) {
    const cells = columnsOfTally(name).map((column) =>
      ['block', 'left_out'].includes(column) ? `${column} BIGINT` : `${column} VARCHAR`,
    );
    await database.run(
      `CREATE OR REPLACE TABLE ${partTable(name)} (${cells.join(', ')}, ${surveyTallies[name].count} BIGINT)`,
    );
  }
}

/** Counts some responses, by the statements of the tally, into the tables of the part. `from` gives them with their sign. */
export async function countPart(
  database: Database,
  from: string,
  names: readonly SurveyTally[],
  settings: Settings,
  statementOf: (name: SurveyTally) => string,
): Promise<void> {
  for (const [position, questions] of inGroups(askedQuestions(settings)).entries()) {
    const due = names.filter((name) => name !== 'responses' || position === 0);
    if (due.length === 0) continue;
    await place(database, from, questions);
    for (const name of due) {
      await open(database, name, questions);
      await database.run(
        `INSERT INTO ${partTable(name)} SELECT * FROM (\n${statementOf(name)}\n) AS counted`,
      );
    }
  }
}

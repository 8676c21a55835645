import { questionColumn } from '../../model/batch.ts';
import type { Settings } from '../../model/settings.ts';
import { surveyDimensions } from '../../model/survey-table.ts';
import { quoteName, quoteText, type Database } from './database.ts';
import { askedQuestions } from './raw.ts';

/** What responses must share for their answers to be counted together. */
const placeColumns = [...surveyDimensions, 'block', 'by_default'];

const byDefault = `COALESCE(origin, '') = 'default' AS by_default`;

/** How a response came about, and in which month. */
const arrival = `COALESCE(held.origin, '') AS origin, SUBSTR(CAST(held.submitted_on AS VARCHAR), 1, 7) AS "month"`;

/** The answers to one question, a row each, as they are held under the ids of their places. */
function part(id: string, answer: string): string {
  return `SELECT ${quoteText(id)} AS question_id, place_id, ${answer} AS answer_id FROM placed_response WHERE ${quoteName(questionColumn(id))} IS NOT NULL`;
}

const none = `SELECT '' AS question_id, place_id, '' AS answer_id FROM place WHERE FALSE`;

const allOf = (parts: readonly string[]) => (parts.length > 0 ? parts.join(' UNION ALL ') : none);

/** The ids of places. */
async function numberPlaces(database: Database): Promise<void> {
  const dimensions = [...surveyDimensions, 'block'].join(', ');
  await database.run(
    `CREATE TABLE place AS SELECT ROW_NUMBER() OVER () AS place_id, one.* FROM (SELECT DISTINCT ${dimensions}, ${byDefault} FROM counted) AS one`,
  );
}

/** The responses that count, with some of their answers and the id of their place instead of the many columns that make it. */
async function placeResponses(database: Database, columns: readonly string[]): Promise<void> {
  const same = placeColumns.map((column) => `place.${column} = held.${column}`).join(' AND ');
  await database.run(
    `CREATE OR REPLACE TABLE placed_response AS SELECT ${['place.place_id', arrival, ...columns.map((column) => `held.${column}`)].join(', ')} FROM (SELECT counted.*, ${byDefault} FROM counted) AS held INNER JOIN place ON ${same}`,
  );
}

/** Of more questions at a time the store could not hold the answers. */
const questionsAtOnce = 32;

/** Questions in groups, of which there is at least one. */
function inGroups<Question>(questions: readonly Question[]): Question[][] {
  const count = Math.max(1, Math.ceil(questions.length / questionsAtOnce));
  return Array.from({ length: count }, (_, place) =>
    questions.slice(place * questionsAtOnce, (place + 1) * questionsAtOnce),
  );
}

/**
 * Makes the views `answer`, `answered` and `responded` of the responses in `counted`: how many gave an answer, how many
 * answered a multiple-choice question at all, and how many responses came about in which way and month, by place. A place
 * is all that answers are counted by, taken together; there are far fewer places than responses, so the tallies add up these
 * counts instead of going through every response for every table.
 */
export async function countAnswers(database: Database, settings: Settings): Promise<void> {
  const asked = askedQuestions(settings).map(({ id, kind }) => ({
    id,
    kind,
    column: quoteName(questionColumn(id)),
  }));
  await numberPlaces(database);
  for (const [place, group] of inGroups(asked).entries()) {
    const make = (table: string, query: string) =>
      database.run(place === 0 ? `CREATE TABLE ${table} AS ${query}` : `INSERT INTO ${table} ${query}`);
    await placeResponses(
      database,
      group.map(({ column }) => column),
    );
    const answers = group.map(({ id, kind, column }) =>
      part(id, kind === 'multiple' ? `UNNEST(STRING_SPLIT(${column}, '|'))` : column),
    );
    const several = group.filter(({ kind }) => kind === 'multiple').map(({ id, column }) => part(id, column));
    await make(
      'answer_count',
      `SELECT question_id, place_id, answer_id, COUNT(*) AS answers FROM (${allOf(answers)}) AS one GROUP BY question_id, place_id, answer_id`,
    );
    await make(
      'answered_count',
      `SELECT question_id, place_id, COUNT(*) AS people FROM (${allOf(several)}) AS one GROUP BY question_id, place_id`,
    );
  }
  await database.run(
    'CREATE TABLE response_count AS SELECT place_id, origin, "month", COUNT(*) AS responses FROM placed_response GROUP BY place_id, origin, "month"',
  );
  await database.run('DROP TABLE placed_response');
  const columns = placeColumns.map((column) => `place.${column}`).join(', ');
  await database.run(
    `CREATE VIEW answer AS SELECT held.question_id, held.answer_id, held.answers, ${columns} FROM answer_count AS held INNER JOIN place ON place.place_id = held.place_id`,
  );
  await database.run(
    `CREATE VIEW responded AS SELECT held.origin, held."month", held.responses, ${columns} FROM response_count AS held INNER JOIN place ON place.place_id = held.place_id`,
  );
  await database.run(
    `CREATE VIEW answered AS SELECT held.question_id, held.people, ${columns} FROM answered_count AS held INNER JOIN place ON place.place_id = held.place_id`,
  );
}

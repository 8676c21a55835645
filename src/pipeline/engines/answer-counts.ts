import { questionColumn } from '../../model/batch.ts';
import type { Question, Settings } from '../../model/settings.ts';
import { surveyDimensions } from '../../model/survey-table.ts';
import { nameOf, writtenOut, type Dialect } from './dialect.ts';

/** What responses must share for their answers to be counted together. */
const place = [...surveyDimensions, 'block', 'by_default'].join(', ');

/** Of more questions at a time every response would be compared with too many. */
const questionsAtOnce = 32;

/** The questions whose answers are counted at all. */
export function countedQuestions({ questions }: Settings): readonly Question[] {
  return questions.filter(({ kind }) => kind !== 'text');
}

/** How many responses filled in a question in which way, for some of the questions. */
function filledIn(dialect: Dialect, questions: readonly Question[]): string {
  const numbered = questions.map(({ id }, number) => [id, String(number)]);
  const cells = questions.map(({ id }, number) => `WHEN '${number}' THEN ${nameOf(questionColumn(id))}`);
  return `SELECT ${place}, question_id, filled_in, COUNT(*) AS responses
FROM (
  SELECT counted.*, question.question_id, CASE question.number ${cells.join(' ')} END AS filled_in
  FROM counted
  CROSS JOIN ${writtenOut(dialect, 'question', ['question_id', 'number'], numbered)}
) AS one
WHERE filled_in IS NOT NULL
GROUP BY ${place}, question_id, filled_in`;
}

function inGroups(questions: readonly Question[]): Question[][] {
  return Array.from({ length: Math.ceil(questions.length / questionsAtOnce) }, (_, group) =>
    questions.slice(group * questionsAtOnce, (group + 1) * questionsAtOnce),
  );
}

const nothing = `SELECT ${place}, '' AS question_id, '' AS filled_in, 0 AS responses FROM counted WHERE FALSE`;

const view = (name: string, query: string) => `CREATE TEMPORARY VIEW ${name} AS ${query}`;

/** How many answers were given to each question that takes several, listed or not. */
export function answersGiven(): string {
  return `SELECT
  question_id,
  SUM(responses * (LENGTH(filled_in) - LENGTH(REPLACE(filled_in, '|', '')) + 1)) AS answers
FROM question_count
WHERE NOT by_default
GROUP BY question_id
ORDER BY question_id`;
}

/**
 * Statements that make `answer`, `answered` and `responded`, which the tally adds up, of the responses in `counted`. Every
 * response is looked at twice, whatever the number of questions: once for itself and once for all that it answers. Several
 * answers in one cell are taken apart when they are counted.
 */
export function answerCounts(dialect: Dialect, settings: Settings): string[] {
  const questions = countedQuestions(settings);
  const several = questions.filter(({ kind }) => kind === 'multiple');
  const choices = several.flatMap(({ id, choices: all }) => all.map((choice) => [id, choice.id]));
  const ids = several.map(({ id }) => dialect.text(id)).join(', ');
  const isSeveral = several.length === 0 ? 'FALSE' : `question_id IN (${ids})`;
  const chosen =
    choices.length === 0
      ? ''
      : `
UNION ALL
SELECT ${place}, filled.question_id, choice.answer_id, responses AS answers
FROM question_count AS filled
INNER JOIN ${writtenOut(dialect, 'choice', ['question_id', 'answer_id'], choices)}
  ON choice.question_id = filled.question_id
  AND POSITION('|' || choice.answer_id || '|' IN '|' || filled.filled_in || '|') > 0`;
  return [
    `${dialect.keep('question_count')} ${
      inGroups(questions)
        .map((group) => filledIn(dialect, group))
        .join('\nUNION ALL\n') || nothing
    }`,
    view(
      'answer',
      `SELECT ${place}, question_id, filled_in AS answer_id, responses AS answers FROM question_count WHERE NOT (${isSeveral})${chosen}`,
    ),
    view(
      'answered',
      `SELECT ${place}, question_id, responses AS people FROM question_count WHERE ${isSeveral}`,
    ),
    view(
      'responded',
      `SELECT ${place}, origin, "month", COUNT(*) AS responses FROM counted GROUP BY ${place}, origin, "month"`,
    ),
  ];
}

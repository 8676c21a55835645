import { questionColumn } from '../../model/batch.ts';
import type { Settings } from '../../model/settings.ts';
import { quoteName, quoteText, type Database } from './database.ts';
import { askedQuestions } from './raw.ts';
import type { SharedRow } from './versions.ts';

/** Views of the responses that count, and of their answers, one row each. */
export async function openResponses(
  database: Database,
  settings: Settings,
  shared: readonly SharedRow[],
): Promise<void> {
  const latest =
    'SELECT contested_responses.* FROM contested_responses QUALIFY ROW_NUMBER() OVER (PARTITION BY response_id ORDER BY drop_rank DESC, source_row DESC) = 1';
  const current =
    shared.length === 0
      ? 'SELECT raw_responses.* FROM raw_responses'
      : `SELECT raw_responses.* FROM raw_responses WHERE response_id NOT IN (SELECT response_id FROM contested_responses) UNION ALL (${latest})`;
  await database.run(
    `CREATE VIEW response AS SELECT * FROM (${current}) AS held CROSS JOIN clock WHERE submitted_on IS NULL OR submitted_on <= cutoff_on`,
  );
  const asked = askedQuestions(settings);
  const part = (id: string, answer: string) =>
    `SELECT ${quoteText(id)} AS question_id, department, origin, ${answer} AS answer_id FROM response WHERE ${quoteName(questionColumn(id))} IS NOT NULL`;
  const none = `SELECT '' AS question_id, '' AS department, '' AS origin, '' AS answer_id WHERE FALSE`;
  const answered = asked.map(({ id }) => part(id, quoteName(questionColumn(id))));
  const answers = asked.map(({ id, kind }) => {
    const column = quoteName(questionColumn(id));
    return part(id, kind === 'multiple' ? `UNNEST(STRING_SPLIT(${column}, '|'))` : column);
  });
  await database.run(`CREATE VIEW answered AS ${answered.length > 0 ? answered.join(' UNION ALL ') : none}`);
  await database.run(`CREATE VIEW answer AS ${answers.length > 0 ? answers.join(' UNION ALL ') : none}`);
}

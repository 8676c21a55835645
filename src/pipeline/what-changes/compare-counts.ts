import type { CountChange, QuestionChange } from '../../model/drop-changes.ts';
import { unescapeFormula } from '../../model/formula.ts';
import { allTime, wholeProgramme } from '../../model/published.ts';
import type { ValueRow } from '../../model/query.ts';
import { quoteName } from '../../model/sql-text.ts';
import type { Database } from '../register/database.ts';

/** A count of the whole programme and all time, by measure and question. */
const countsSql = (side: 'before' | 'after') => `
  SELECT measure, question_id, value FROM ${side}_figures
  WHERE subject_kind = 'programme' AND subject_id = '${wholeProgramme}' AND period = '${allTime}'
    AND measure IN ('responses', 'visits', 'answered')`;

async function countsOf(database: Database, side: 'before' | 'after') {
  const rows = await database.query(countsSql(side));
  const countOf = ({ value }: ValueRow) => (value === '' || value === undefined ? null : Number(value));
  return new Map(rows.map((row) => [`${row['measure']} ${row['question_id']}`, countOf(row)]));
}

/** How many responses, visits and answers to each question there were and will be; questions whose number stays are left out. */
export async function compareCounts(
  database: Database,
  languages: readonly string[],
): Promise<{ responses: CountChange; visits: CountChange; questions: readonly QuestionChange[] }> {
  const [was, is] = [await countsOf(database, 'before'), await countsOf(database, 'after')];
  const change = (key: string): CountChange => ({
    before: was.get(key) ?? null,
    after: is.get(key) ?? null,
  });
  const columns = languages.map((language) => quoteName(`text_${language}`)).join(', ');
  const questions = await database.query(`
    SELECT question_id, ${columns} FROM after_questions
    UNION ALL SELECT question_id, ${columns} FROM before_questions
    WHERE question_id NOT IN (SELECT question_id FROM after_questions)`);
  return {
    responses: change('responses '),
    visits: change('visits '),
    questions: questions
      .map((row): QuestionChange => ({
        question_id: String(row['question_id']),
        text: Object.fromEntries(
          languages.map((language) => [language, unescapeFormula(String(row[`text_${language}`] ?? ''))]),
        ),
        ...change(`answered ${row['question_id']}`),
      }))
      .filter(({ before, after }) => before !== after),
  };
}

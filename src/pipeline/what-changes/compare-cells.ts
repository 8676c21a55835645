import type { CellChange, Listed } from '../../model/drop-changes.ts';
import type { Database } from '../register/database.ts';
import { listFirst } from './list-first.ts';
import type { NameSubject } from './name-subjects.ts';

const unit = ['subject_kind', 'subject_id', 'period'] as const;

const columns = [...unit, 'question_id', 'before', 'after'].join(', ');

/** Every number of the survey with its status on both sides; '' on the side on which it is not. */
function cellsSql(table: 'answers' | 'figures', cell: 'answer_id' | 'measure'): string {
  const key = [...unit, 'question_id', cell];
  return `
    SELECT ${key.map((name) => `COALESCE(a.${name}, b.${name}) AS ${name}`).join(', ')},
      COALESCE(b.status, '') AS before, COALESCE(a.status, '') AS after
    FROM after_${table} AS a FULL OUTER JOIN before_${table} AS b
      ON ${key.map((name) => `a.${name} = b.${name}`).join(' AND ')}`;
}

const bothSql = `
  SELECT ${columns} FROM (${cellsSql('answers', 'answer_id')})
  UNION ALL SELECT ${columns} FROM (${cellsSql('figures', 'measure')})`;

async function unitsWhere(
  database: Database,
  condition: string,
  name: NameSubject,
  most: number,
): Promise<Listed<CellChange>> {
  const listing = listFirst<CellChange>(most);
  const sql = `
    SELECT ${unit.join(', ')}, COUNT(*) AS cells,
      STRING_AGG(DISTINCT NULLIF(question_id, ''), ' ' ORDER BY NULLIF(question_id, '')) AS questions
    FROM (${bothSql}) AS cell
    WHERE ${condition} GROUP BY ${unit.join(', ')} ORDER BY ${unit.join(', ')}`;
  for await (const row of database.stream(sql))
    listing.add({
      ...name(String(row['subject_kind']), String(row['subject_id'])),
      period: String(row['period']),
      // An id holds no blank.
      questions: row['questions'] === null ? [] : String(row['questions']).split(' '),
      cells: Number(row['cells']),
    });
  return listing.list();
}

/** The units of which something will be withheld that was not, and shown that was not. */
export async function compareCells(database: Database, name: NameSubject, most: number) {
  return {
    withheld: await unitsWhere(database, `after = 'withheld' AND before <> 'withheld'`, name, most),
    shown: await unitsWhere(
      database,
      `before = 'withheld' AND after <> 'withheld' AND after <> ''`,
      name,
      most,
    ),
  };
}

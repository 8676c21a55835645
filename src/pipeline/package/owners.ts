import type { SubjectKind, TableName } from '../../model/published.ts';

/** Who has tables of their own, where they lie, and the column by which a row of a table is theirs. */
export interface Owner {
  readonly kind: SubjectKind | 'question';
  readonly folder: string;
  /** The list that names all of them, and its column. */
  readonly list: TableName;
  readonly id: string;
  /** `subject` stands for rows about them: `subject_kind` and `subject_id`. */
  readonly columns: Readonly<Partial<Record<TableName, string>>>;
}

/** Stands for the columns that say what a row is about. */
export const subject = 'subject';

/** Everything that has tables of its own. */
export const owners: readonly Owner[] = [
  {
    kind: 'department',
    folder: 'departments',
    list: 'departments',
    id: 'department_id',
    columns: { findings: 'department_id', figures: subject, answers: subject, last_told: subject },
  },
  {
    kind: 'hall',
    folder: 'halls',
    list: 'halls',
    id: 'hall_id',
    columns: { findings: 'hall_id', figures: subject, answers: subject, last_told: subject },
  },
  {
    kind: 'category',
    folder: 'categories',
    list: 'categories',
    id: 'category_id',
    columns: { findings: 'category_id', figures: subject },
  },
  {
    kind: 'question',
    folder: 'questions',
    list: 'questions',
    id: 'question_id',
    columns: { figures: 'question_id', answers: 'question_id', last_told: 'question_id' },
  },
];

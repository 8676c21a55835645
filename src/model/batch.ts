import type { EncodingProof } from './encoding-proof.ts';
import { recordFields, type Field, type RecordKind } from './record.ts';
import type { RowsWith, ToldProblems } from './told-problems.ts';

/** Checked records of one kind: the row of the drop each came from, and its cells in the order of `recordColumns`. */
export interface RecordBatch {
  readonly kind: RecordKind;
  /** Every row begins with the number of the drop's row that it came from. */
  readonly rows: string[][];
}

/** What became of the rows of a drop: read = used + the sum of what was set aside. */
export interface Account {
  read: number;
  used: number;
  /** Why rows were set aside, and how many. */
  setAside: Record<string, number>;
}

/** One drop, checked and kept: everything that later stages need to know of it besides its records. */
export interface CheckedDrop extends ToldProblems {
  readonly file: string;
  readonly sha256: string;
  readonly layout: string;
  readonly encoding: string;
  readonly proof: EncodingProof;
  readonly kinds: readonly RecordKind[];
  /** The columns that its records of each kind have. */
  readonly columns: Readonly<Partial<Record<RecordKind, readonly string[]>>>;
  /** The columns of its own kind that it gives at all: of the others it says nothing. */
  readonly stated: readonly string[];
  readonly account: Account;
  readonly rowsWith: RowsWith;
  /** Spellings of `spellings.csv` that the drop used. */
  readonly spellings: readonly string[];
  /** Hashes of `redactions.csv` that its texts used. */
  readonly redactions: readonly string[];
  /** Columns with personal data, which were not read. */
  readonly personal: readonly string[];
}

/** The name of the column that keeps the answers to a question. */
export function questionColumn(question: string): string {
  return `question:${question}`;
}

/** The columns of a kept record, in order: where it came from, its fields, and for a response its questions. */
export function recordColumns(
  kind: RecordKind,
  languages: readonly string[],
  questions: readonly string[] = [],
): string[] {
  const fields: readonly Field[] = recordFields[kind];
  return [
    'source_row',
    ...fields.flatMap(({ name, perLanguage }) =>
      perLanguage ? languages.map((language) => `${name}_${language}`) : [name],
    ),
    ...(kind === 'responses' ? questions.map(questionColumn) : []),
  ];
}

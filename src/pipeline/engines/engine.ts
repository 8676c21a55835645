import type { Problem } from '../../model/problem.ts';
import type { Query, ValueRow } from '../../model/query.ts';

/** The types that columns have in every engine. */
export type ColumnType = 'text' | 'date' | 'count' | 'yes-no';

/** A table of this machine that an engine is lent while it counts. */
export interface Lent {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** What it is a copy of in the embedded store, where that has another name. */
  readonly from?: string;
}

/** The embedded store, as far as it is asked. */
export interface Store {
  readonly run: (sql: string) => Promise<void>;
  readonly query: Query;
}

/** A question to an engine; what it answers is counts. */
export interface Asked {
  readonly name: string;
  readonly statement: string;
}

/** What an engine is to do in one session: take what it is lent, prepare, and answer. */
export interface Script {
  readonly lent: readonly Lent[];
  readonly prepare: readonly string[];
  readonly asked: readonly Asked[];
}

/** The answers by the names of their questions. */
export type Answered = ReadonlyMap<string, readonly ValueRow[]>;

/** Writes a lent table into a file, in the form that the engine reads. */
export type Lend = (table: Lent, path: string, form: 'parquet' | 'csv') => Promise<void>;

/** An engine that counts. Whatever goes wrong is an `EngineFailure`; nothing of a session stays behind in the engine. */
export type Engine = (script: Script, lend: Lend) => Promise<Answered>;

/** Says that an engine did not count, as a problem for the people who keep it. */
export class EngineFailure extends Error {
  readonly problem: Problem;
  /** The statements that wait for somebody to run them. */
  readonly statements: string | null;

  constructor(problem: Problem, statements: string | null = null) {
    super(problem.code);
    this.problem = problem;
    this.statements = statements;
  }
}

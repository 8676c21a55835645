/** A value that the store gives back. */
export type Value = string | number | boolean | null;

/** A row that the store gives back, by column name. */
export type ValueRow = Readonly<Record<string, Value>>;

/** Asks the register in SQL. */
export type Query = (sql: string) => Promise<ValueRow[]>;

/** Asks for rows that may be too many to be held, some at a time; what they are taken for may ask nothing else before the last of them. */
export type Stream = (sql: string) => AsyncGenerator<ValueRow[]>;

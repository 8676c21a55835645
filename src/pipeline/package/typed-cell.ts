import type { ColumnType } from '../../model/table.ts';

/** A cell of a public table in a form that has types. A blank cell is null in every one of them. */
export type TypedCell = string | number | boolean | null;

/**
 * The value of a cell of a CSV. Texts keep the apostrophe that makes them safe: every form holds the same text.
 *
 * @example
 * typedCell('integer', '12'); // => 12
 * typedCell('boolean', 'false'); // => false
 * typedCell('text', "'=1+2"); // => "'=1+2"
 * typedCell('number', ''); // => null
 */
export function typedCell(type: ColumnType, text: string): TypedCell {
  if (text === '') return null;
  if (type === 'integer' || type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}

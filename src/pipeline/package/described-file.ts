import type { TableName } from '../../model/published.ts';

/** A table whose CSV is described in metadata. */
export interface DescribedTable {
  readonly table: TableName;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** JSON as it is written for people and programs. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

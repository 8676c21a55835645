import type { TableName } from '../../model/published.ts';
import { eventCount } from './finding-events.ts';
import { tables } from '../tables/tables.ts';

/** How many rows a public table has. */
export function rowCount(table: TableName): number {
  return table === 'finding_events' ? eventCount : tables[table].length;
}

import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  DuckDBDataChunk,
  DuckDBInstance,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Query, Stream, Value, ValueRow } from '../../model/query.ts';
import { quoteName } from '../../model/sql-text.ts';
import { openLanes } from './lanes.ts';

/** The embedded store of one build. What is asked at once is done at once, as far as there are cores. Nothing outlives it but the Parquet files it wrote. */
export interface Database {
  readonly run: (sql: string) => Promise<void>;
  readonly query: Query;
  readonly batches: Stream;
  /** Gives the rows of `batches` one by one. */
  readonly stream: (sql: string) => AsyncGenerator<ValueRow>;
  /** Makes a table of text from a few rows; a cell of '' is stored as missing. */
  readonly fill: (
    table: string,
    columns: readonly string[],
    rows: readonly (readonly string[])[],
  ) => Promise<void>;
  /** Does work that goes through so many rows that it is worth all cores. */
  readonly withAllCores: <T>(work: () => Promise<T>) => Promise<T>;
  readonly close: () => void;
}

/** The store deals out as many rows to a core; work on fewer costs a fifth more on two cores than on one. */
const rowsWorthCores = 122_880;

/** How large the work of a store is. */
export interface Extent {
  /** The columns that the widest of its tables has. */
  readonly columns?: number;
  /** The rows that its statements go through. */
  readonly rows?: number;
}

/** Beyond so many megabytes the store spills to disk, so that a drop of any size fits: more is faster where answers are counted, and where many rows are checked it is needed. */
const memoryLimits = { checking: 100, counting: 600 };

/** What the scan of one more column needs, in megabytes. */
const perColumn = 0.4;

/** What a row needs that statements sort and join, in megabytes: with less the store fails before it has spilt enough. */
const perRow = 0.0005;

/** How many megabytes a store may hold. */
function memoryLimit(purpose: keyof typeof memoryLimits, { columns = 0, rows = 0 }: Extent): number {
  const ofRows = Math.min(memoryLimits.counting, memoryLimits[purpose] + rows * perRow);
  return Math.ceil(ofRows + columns * perColumn);
}

function plainValue(value: DuckDBValue): Value {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return String(value);
}

/** Makes the values of a fresh row plain where they stand: a second object for each of a hundred thousand rows takes a second. */
function plainRow(row: Record<string, DuckDBValue>): ValueRow {
  for (const name in row) {
    const value = row[name] as DuckDBValue;
    if (typeof value !== 'string') row[name] = plainValue(value);
  }
  return row as ValueRow;
}

/** How many rows the store takes at a time. */
const chunkRows = 2048;

async function fill(
  connection: DuckDBConnection,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  const list = columns.map((column) => `${quoteName(column)} VARCHAR`).join(', ');
  await connection.run(`CREATE OR REPLACE TABLE ${quoteName(table)} (${list})`);
  const appender = await connection.createAppender(table);
  const types = columns.map(() => VARCHAR);
  for (let start = 0; start < rows.length; start += chunkRows) {
    const chunk = DuckDBDataChunk.create(types);
    const some = rows.slice(start, start + chunkRows);
    chunk.setRows(some.map((row) => row.map((cell) => (cell === '' ? null : cell))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/**
 * Opens the store. What does not fit into memory goes into a folder of its own inside `folder`, gone when the store is closed:
 * two stores that spill into the same one write over each other's rows. A questionnaire of many columns needs more memory, many rows more memory and cores.
 */
export async function openDatabase(
  folder: string,
  purpose: keyof typeof memoryLimits,
  extent: Extent = {},
): Promise<Database> {
  const allCores = availableParallelism();
  const cores = (extent.rows ?? 0) >= rowsWorthCores ? allCores : 1;
  // Named like all that is unfinished: what a killed process leaves is cleared away.
  const spill = join(folder, `spill.making-${randomUUID()}`);
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryLimit(purpose, extent)}MB`,
    temp_directory: spill,
    threads: String(cores),
    preserve_insertion_order: 'false',
    allocator_flush_threshold: '16MB',
    // No file is read twice; kept in memory they would only fill it.
    enable_external_file_cache: 'false',
    autoinstall_known_extensions: 'false',
  });
  const connections = await Promise.all(Array.from({ length: allCores }, () => instance.connect()));
  const lanes = openLanes(connections);
  const within = async <T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
    const connection = await lanes.take();
    try {
      return await work(connection);
    } finally {
      lanes.give(connection);
    }
  };
  async function* batches(sql: string): AsyncGenerator<ValueRow[]> {
    const connection = await lanes.take();
    try {
      const result = await connection.stream(sql);
      for await (const rows of result.yieldRowObjects()) yield rows.map(plainRow);
    } finally {
      lanes.give(connection);
    }
  }
  async function* stream(sql: string): AsyncGenerator<ValueRow> {
    for await (const rows of batches(sql)) yield* rows;
  }
  const run = (sql: string) => within(async (connection) => void (await connection.run(sql)));
  return {
    run,
    query: (sql) =>
      within(async (connection) => {
        const reader = await connection.runAndReadAll(sql);
        return reader.getRowObjects().map(plainRow);
      }),
    batches,
    stream,
    fill: (table, columns, rows) => within((connection) => fill(connection, table, columns, rows)),
    withAllCores: async (work) => {
      await run(`SET threads = ${allCores}`);
      try {
        return await work();
      } finally {
        await run(`SET threads = ${cores}`);
      }
    },
    close: () => {
      for (const connection of connections) connection.closeSync();
      instance.closeSync();
      rmSync(spill, { recursive: true, force: true });
    },
  };
}

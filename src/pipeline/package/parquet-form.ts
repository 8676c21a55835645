import { DuckDBInstance } from '@duckdb/node-api';
import type { ColumnType, FileColumn } from '../../model/table.ts';

const types: Readonly<Record<ColumnType, string>> = {
  id: 'VARCHAR',
  text: 'VARCHAR',
  code: 'VARCHAR',
  date: 'DATE',
  time: 'TIME',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Our longest line is far shorter; a longer one is refused, never cut. */
const longestLine = 1 << 25;

/** A table that also goes out as Parquet. */
export interface ParquetTask {
  readonly csv: string;
  readonly parquet: string;
  readonly columns: readonly FileColumn[];
}

/** Writes tables as Parquet by way of the embedded store. One thread, so that the same rows give the same bytes. */
export async function writeParquet(tasks: readonly ParquetTask[]): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    for (const { csv, parquet, columns } of tasks) {
      const declared = columns.map(({ name, type }) => `${quoted(name)}: '${types[type]}'`).join(', ');
      await connection.run(`
        COPY (
          SELECT * FROM read_csv(
            ${quoted(csv)}, columns = {${declared}}, auto_detect = false, header = true, delim = ',', quote = '"',
            escape = '"', new_line = '\\r\\n', nullstr = '', parallel = false, max_line_size = ${longestLine},
            buffer_size = ${2 * longestLine}
          )
        ) TO ${quoted(parquet)} (FORMAT parquet, COMPRESSION zstd)`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

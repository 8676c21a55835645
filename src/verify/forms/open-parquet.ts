import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DeclaredColumn } from '../codebook.ts';
import { finish, mark, type FormRows, type Wanted } from './form-rows.ts';

const quoted = (text: string, sign: string) => `${sign}${text.replaceAll(sign, sign + sign)}${sign}`;

/** Reads Parquet files by way of the embedded store, which wants them on the disk. */
export interface ParquetReader {
  readonly rows: (bytes: Uint8Array, columns: readonly DeclaredColumn[], wanted: Wanted) => Promise<FormRows>;
  readonly close: () => Promise<void>;
}

/** Opens the store. */
export async function openParquet(): Promise<ParquetReader> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-parquet-'));
  const path = join(folder, 'table.parquet');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const query = async (statement: string) => (await connection.runAndReadAll(statement)).getRows();
  return {
    rows: async (bytes, columns, wanted) => {
      await writeFile(path, bytes);
      const file = `read_parquet(${quoted(path, "'")})`;
      const [[count] = []] = await query(`SELECT COUNT(*) FROM ${file}`);
      const cells = columns.map(({ name }) => `CAST(${quoted(name, '"')} AS VARCHAR)`).join(', ');
      const where = wanted === 'all' ? '' : ` WHERE status = '${mark}'`;
      const rows = await query(`SELECT ${cells} FROM ${file}${where}`);
      return { count: Number(count), rows: finish(columns, rows, wanted) };
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

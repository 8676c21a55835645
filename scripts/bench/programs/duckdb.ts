import { DuckDBInstance } from '@duckdb/node-api';

/* What DuckDB's own reader takes for files: `node duckdb.ts FILE…`. Every cell is parsed and looked at once, or it would skip what nobody asks for. */

const files = process.argv.slice(2).map((path) => `'${path.replaceAll("'", "''")}'`);
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const reader = await connection.runAndReadAll(
  `SELECT count(*) AS rows, max(COLUMNS(*)) FROM read_csv([${files.join(', ')}], all_varchar = true, union_by_name = true)`,
);
console.log(JSON.stringify({ rows: Number(reader.getRowObjects()[0]?.['rows']) }));

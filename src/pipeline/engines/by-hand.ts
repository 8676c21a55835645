import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Value, ValueRow } from '../../model/query.ts';
import { surveyDimensions } from '../../model/survey-table.ts';
import { EngineFailure, type Asked, type Engine, type Script } from './engine.ts';

/** Where the counts of a warehouse are put that we cannot reach. They are not protected yet: nothing in it is public. */
export const countsFolder = 'counts';

/** The column that says which statements a count came from. */
const hashColumn = 'statement';

const digits = 12;

/** One text for all that decides what the answer to a question is. */
function hashOf({ prepare }: Script, { statement }: Asked): string {
  const hash = createHash('sha256').update(JSON.stringify([prepare, statement]));
  return hash.digest('hex').slice(0, digits);
}

/** The columns that a statement gives: the last word of each line between its first SELECT and its FROM. */
function columnsOf(statement: string): string[] {
  const [, list = ''] = /^SELECT\n([\s\S]*?)\nFROM/m.exec(statement) ?? [];
  return list.split('\n').flatMap((line) => /(?:\bAS "?|\.|^)(\w+)"?,?$/.exec(line.trim())?.[1] ?? []);
}

/** Rows of a CSV file as an engine would have given them: counts as numbers, and what a table leaves out as missing. */
function rowOf(cells: Readonly<Record<string, string>>): ValueRow {
  const leftOut = Number(cells['left_out'] ?? 0);
  return Object.fromEntries(
    Object.entries(cells)
      .filter(([name]) => name !== hashColumn)
      .map(([name, cell]): [string, Value] => {
        const dimension = surveyDimensions.findIndex((one) => name === one || name === `${one}_id`);
        if (dimension >= 0 && (leftOut >> (surveyDimensions.length - 1 - dimension)) & 1) return [name, null];
        return [name, /^(left_out|responses|people|answers|repeated)$/.test(name) ? Number(cell) : cell];
      }),
  );
}

/** The counts of one file, or what is wrong with it. */
async function countsIn(path: string, script: Script, asked: Asked): Promise<readonly ValueRow[]> {
  const file = `${countsFolder}/${asked.name}.csv`;
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) throw new EngineFailure({ code: 'counts-missing', file, value: asked.name });
  const { data, meta, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  const expected = [...columnsOf(asked.statement), hashColumn];
  const found = meta.fields ?? [];
  const lacking = expected.filter((column) => !found.includes(column));
  const foreign = found.filter((column) => !expected.includes(column));
  if (lacking.length > 0 || foreign.length > 0 || errors.length > 0)
    throw new EngineFailure({
      code: 'counts-malformed',
      file,
      value: [
        ...lacking.map((column) => `− ${column}`),
        ...foreign.map((column) => `+ ${column}`),
        ...errors.slice(0, 1).map(({ message }) => message),
      ].join(' '),
      detail: expected.join(', '),
    });
  const hash = hashOf(script, asked);
  const other = data.find((row) => row[hashColumn] !== hash);
  if (other !== undefined)
    throw new EngineFailure({ code: 'counts-stale', file, value: other[hashColumn] ?? '', detail: hash });
  const bad = data.find((row) =>
    Object.entries(rowOf(row)).some(
      ([, value]) => typeof value === 'number' && !(Number.isInteger(value) && value >= 0),
    ),
  );
  if (bad !== undefined)
    throw new EngineFailure({
      code: 'counts-malformed',
      file,
      value: JSON.stringify(bad),
      detail: expected.join(', '),
    });
  return data.map(rowOf);
}

/** The statements of a script for people to run, each with the name of the file that its counts are saved as. */
export function statementsText(script: Script): string {
  const asked = script.asked.flatMap((one) => [
    `-- → ${countsFolder}/${one.name}.csv`,
    `SELECT counts.*, '${hashOf(script, one)}' AS ${hashColumn} FROM (\n${one.statement}\n) AS counts;`,
    '',
  ]);
  return [...script.prepare.flatMap((statement) => [`${statement};`, '']), ...asked].join('\n');
}

/** A warehouse that we do not reach: people run the statements and bring the counts. */
export function byHand(data: string): Engine {
  return async (script) => {
    try {
      const answers = new Map<string, readonly ValueRow[]>();
      for (const asked of script.asked)
        answers.set(asked.name, await countsIn(join(data, countsFolder, `${asked.name}.csv`), script, asked));
      return answers;
    } catch (error) {
      if (error instanceof EngineFailure) throw new EngineFailure(error.problem, statementsText(script));
      throw error;
    }
  };
}

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { EngineSettings } from '../../model/engine.ts';
import type { ValueRow } from '../../model/query.ts';
import { EngineFailure, type Engine, type Lend, type Script } from './engine.ts';
import { sparkFailure } from './spark-failure.ts';

/** Spark understands standard SQL where it is told to: names in double quotes, faults instead of silent blanks. */
const standard = {
  'spark.sql.ansi.enabled': 'true',
  'spark.sql.ansi.doubleQuotedIdentifiers': 'true',
};

/** Before this version names in double quotes were taken for texts, whatever was set. */
const oldest = [3, 4] as const;

/** A line of the answer says which question it belongs to; no value can end a line, since JSON writes its ends otherwise. */
const rowOf = ({ name, statement }: Script['asked'][number]) =>
  `SELECT '${name}' AS asked, to_json(struct(*), map('ignoreNullFields', 'false')) AS answer FROM (\n${statement}\n) AS counts;`;

const version = 'engine version';

const lentPrefix = 'zhaocha-lent-';
const dayLength = 86_400_000;

/** Makes a folder for what is lent, and takes away what a run that was killed left a day ago. */
async function lendingFolder(folder: string): Promise<string> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(lentPrefix)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > dayLength) await rm(join(folder, name), { recursive: true, force: true });
  }
  const own = join(folder, `${lentPrefix}${randomUUID()}`);
  // The nodes may work under another name than ours: the rights are those of the folder, as the office set them.
  await mkdir(own);
  return own;
}

/** Lends tables as Parquet files in a folder that every node reads; gives the statements that open them. */
async function lendFiles({ lent }: Script, lend: Lend, folder: string): Promise<string[]> {
  const statements: string[] = [];
  for (const table of lent) {
    const path = join(folder, `${table.name}.parquet`);
    await lend(table, path, 'parquet');
    statements.push(
      `CREATE TEMPORARY VIEW ${table.name} AS SELECT * FROM parquet.\`${pathToFileURL(path).href}\``,
    );
  }
  return statements;
}

function programme(script: Script, lent: readonly string[]): string {
  return [
    `SELECT '${version}' AS asked, version() AS answer;`,
    ...[...lent, ...script.prepare].map((statement) => `${statement};`),
    ...script.asked.map(rowOf),
    '',
  ].join('\n');
}

interface Ended {
  readonly status: number;
  readonly said: string;
}

/** What Spark says as long as nobody works for it. It says so every 15 seconds and would wait for ever. */
const waiting = /Initial job has not accepted any resources/g;
const longestWait = 8;

/** Runs `spark-sql` on a file, its answers into another. */
function runSpark(file: string, answers: string, folder: string, settings: EngineSettings): Promise<Ended> {
  const home = process.env['SPARK_HOME'];
  const program = home === undefined ? 'spark-sql' : join(home, 'bin', 'spark-sql');
  const options = Object.entries({ ...settings.options, ...standard });
  const parameters = [
    ...(settings.master === undefined ? [] : ['--master', settings.master]),
    ...options.flatMap(([name, value]) => ['--conf', `${name}=${value}`]),
    '-f',
    file,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    const end = () => {
      if (child.pid === undefined) return;
      // The program is a shell that starts Java: both are of one group.
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid, 'SIGTERM');
    };
    process.once('exit', end);
    let said = '';
    child.stdout.pipe(createWriteStream(answers));
    child.stderr.on('data', (piece: Buffer) => {
      said = (said + piece.toString()).slice(-100_000);
      if ((said.match(waiting) ?? []).length >= longestWait) end();
    });
    child.on('error', () =>
      reject(
        new EngineFailure({
          code: 'engine-unreachable',
          file: 'programme.yaml',
          value: program,
          detail: {
            zh: '没有这个程序；装好 Spark，设好 SPARK_HOME',
            en: 'there is no such program: install Spark and set SPARK_HOME',
          },
        }),
      ),
    );
    child.on('close', (status) => {
      process.removeListener('exit', end);
      resolve({ status: status ?? 1, said });
    });
  });
}

/** The answers of a file, by their questions. */
function answersIn(text: string): Map<string, ValueRow[] | string> {
  const answers = new Map<string, ValueRow[] | string>();
  for (const line of text.split('\n')) {
    const [, asked, answer] = /^([^\t]+)\t(.*)$/.exec(line) ?? [];
    if (asked === undefined || answer === undefined) continue;
    if (asked === version) answers.set(asked, answer);
    else if (answer.startsWith('{')) {
      const rows = (answers.get(asked) ?? []) as ValueRow[];
      rows.push(JSON.parse(answer) as ValueRow);
      answers.set(asked, rows);
    }
  }
  return answers;
}

function checkVersion(said: string): void {
  const [major = 0, minor = 0] = said.split('.').map(Number.parseFloat);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    throw new EngineFailure({
      code: 'engine-too-old',
      file: 'programme.yaml',
      value: `Spark ${said.split(' ')[0]}`,
      detail: `Spark ${oldest.join('.')}`,
    });
}

/** Apache Spark through `spark-sql`: one application for a script. Its temporary views end with it. */
export function spark(settings: EngineSettings): Engine {
  return async (script, lend) => {
    const own = await mkdtemp(join(tmpdir(), 'zhaocha-spark-'));
    const shared = settings.folder === undefined ? null : await lendingFolder(settings.folder);
    try {
      const lent = shared === null ? [] : await lendFiles(script, lend, shared);
      const file = join(own, 'script.sql');
      const answers = join(own, 'answers.txt');
      await writeFile(file, programme(script, lent));
      const { status, said } = await runSpark(file, answers, own, settings);
      const answered = answersIn(await readFile(answers, 'utf8'));
      const found = answered.get(version);
      if (typeof found === 'string') checkVersion(found);
      if (status !== 0) throw sparkFailure(said, settings);
      return new Map(
        script.asked.map(({ name }) => [name, (answered.get(name) ?? []) as readonly ValueRow[]]),
      );
    } finally {
      await rm(own, { recursive: true, force: true });
      if (shared !== null) await rm(shared, { recursive: true, force: true });
    }
  };
}

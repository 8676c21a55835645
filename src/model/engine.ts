import { z } from 'astro/zod';
import type { Words } from './words.ts';

/** The settings that each engine takes. */
const settingsOf = {
  duckdb: [],
  spark: ['master', 'options', 'responses', 'folder'],
  postgres: ['host', 'port', 'database', 'user', 'responses'],
  'by-hand': ['dialect', 'responses'],
} as const;

/** A table, as `survey.responses`, or a folder of Parquet files in a store, as `s3a://bucket/responses` or `/mnt/shared/responses`. */
const tableName = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*){0,2}$/;
const storePath = /^(?:[a-z][a-z0-9+.-]*:\/)?\/[^`'"\s;]+$/;

/** Whether the responses of a warehouse are Parquet files rather than a table. */
export function isStorePath(responses: string): boolean {
  return storePath.test(responses);
}

const word = z.string().regex(/^\S+$/);

/**
 * Where answers are counted: `engine` in `programme.yaml`. A password has no place there; it comes from the environment.
 */
export const engineSettings = z
  .strictObject({
    kind: z.enum(['duckdb', 'spark', 'postgres', 'by-hand']),
    master: word.optional().describe('spark：集群地址，如 spark://host:7077、yarn / where the cluster is'),
    options: z
      .record(z.string().regex(/^spark\.[\w.-]+$/), z.union([z.string(), z.number(), z.boolean()]))
      .optional()
      .describe('spark：Spark 的配置项 / settings of Spark'),
    folder: z
      .string()
      .regex(/^\/[^`'"\s;]*$/)
      .optional()
      .describe('spark：本机能写、各节点能读的文件夹 / a folder that this machine writes and all nodes read'),
    host: word.optional().describe('postgres：主机，不写用 PGHOST / host, else PGHOST'),
    port: z.int().min(1).max(65_535).optional().describe('postgres：端口，不写用 PGPORT / port, else PGPORT'),
    database: word.optional().describe('postgres：库，不写用 PGDATABASE / database, else PGDATABASE'),
    user: word.optional().describe('postgres：用户，不写用 PGUSER / user, else PGUSER'),
    dialect: z
      .enum(['postgres', 'spark', 'duckdb'])
      .optional()
      .describe('by-hand：仓库懂哪一种写法 / the dialect that the warehouse understands'),
    responses: z
      .string()
      .refine((text) => tableName.test(text) || storePath.test(text), 'is neither a table nor a path')
      .optional()
      .describe(
        '答卷在仓库里的表，或（spark）Parquet 所在；不写则来自数据文件 / the table of the warehouse that holds the responses, or (spark) where their Parquet files lie; they come in drops where it is not said',
      ),
  })
  .superRefine((engine, context) => {
    const { kind, responses, folder, dialect } = engine;
    const tell = (path: readonly string[], said: Words, mend: Words) =>
      context.addIssue({ code: 'custom', path: [...path], params: { mistake: { said, mend } } });
    const takes: readonly string[] = settingsOf[kind];
    for (const name of Object.keys(engine))
      if (name !== 'kind' && !takes.includes(name))
        tell(
          [name],
          { zh: `${kind} 没有 ${name} 这一项`, en: `${kind} has no ${name}` },
          { zh: `删去它；可写：${takes.join('、')}`, en: `take it out; it has ${takes.join(', ')}` },
        );
    if (kind === 'spark' && (responses === undefined) === (folder === undefined))
      tell(
        [],
        { zh: 'spark 要写 responses 或 folder，只写一项', en: 'spark needs either responses or folder' },
        {
          zh: '答卷在仓库里写 responses；来自数据文件写 folder',
          en: 'responses where they lie in the warehouse, folder where they come in drops',
        },
      );
    if (kind === 'by-hand' && (responses === undefined || dialect === undefined))
      tell(
        [],
        { zh: 'by-hand 要写 dialect 和 responses', en: 'by-hand needs dialect and responses' },
        { zh: '补上缺的一项', en: 'add the one that is missing' },
      );
    if (kind !== 'spark' && responses !== undefined && isStorePath(responses))
      tell(
        ['responses'],
        { zh: `${kind} 的 responses 是表名`, en: `responses of ${kind} is the name of a table` },
        { zh: '如 survey.responses', en: 'as survey.responses' },
      );
  })
  .describe(
    '在哪里计数：duckdb（默认，本机）、spark、postgres（及同协议的集群）、by-hand（npm run tally:sql）；密码只从环境变量来 / where answers are counted: duckdb (default, on this machine), spark, postgres and clusters of its protocol, by-hand; passwords come from the environment',
  );

/** The engine that the office chose. */
export type EngineSettings = z.output<typeof engineSettings>;

/** The engine of a programme where that is not this machine's own. */
export function distantEngine(engine: EngineSettings | undefined): EngineSettings | null {
  return engine === undefined || engine.kind === 'duckdb' ? null : engine;
}

/** The engine of a programme whose responses lie in a warehouse; null where they come in drops. */
export function warehouseOf(engine: EngineSettings | undefined): EngineSettings | null {
  return engine?.responses === undefined ? null : distantEngine(engine);
}

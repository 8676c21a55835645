import { describe, expect, it } from 'vitest';
import { distantEngine, engineSettings, isStorePath } from '../../src/model/engine.ts';

const mistakes = (engine: object) =>
  engineSettings
    .safeParse(engine)
    .error?.issues.map((issue) =>
      issue.code === 'custom'
        ? (issue.params?.['mistake'] as { said: { en: string } } | undefined)?.said.en
        : issue.code,
    );

describe('the setting `engine`', () => {
  it.each([
    { kind: 'duckdb' },
    { kind: 'spark', folder: '/mnt/shared' },
    {
      kind: 'spark',
      master: 'yarn',
      responses: 's3a://bucket/responses',
      options: { 'spark.executor.memory': '4g' },
    },
    { kind: 'postgres' },
    {
      kind: 'postgres',
      host: 'warehouse',
      port: 5432,
      database: 'survey',
      user: 'officer',
      responses: 'survey.responses',
    },
    { kind: 'by-hand', dialect: 'postgres', responses: 'responses' },
  ])('takes %o', (engine) => {
    expect(mistakes(engine)).toBeUndefined();
  });

  it.each([
    [{ kind: 'oracle' }, 'invalid_value'],
    [{ kind: 'postgres', password: 'secret' }, 'unrecognized_keys'],
    [{ kind: 'postgres', master: 'yarn' }, 'postgres has no master'],
    [{ kind: 'spark' }, 'spark needs either responses or folder'],
    [{ kind: 'spark', responses: 'a', folder: '/b' }, 'spark needs either responses or folder'],
    [{ kind: 'postgres', responses: '/mnt/a' }, 'responses of postgres is the name of a table'],
    [{ kind: 'by-hand', dialect: 'spark' }, 'by-hand needs dialect and responses'],
  ])('refuses %o', (engine, mistake) => {
    expect(mistakes(engine)).toEqual([mistake]);
  });

  it.each(['a; DROP TABLE b', "a'b", 'a b', '/mnt/a`b', '"a"'])(
    'takes no name that ends a statement: %s',
    (responses) => {
      expect(engineSettings.safeParse({ kind: 'spark', responses }).success).toBe(false);
    },
  );

  it('is distant unless it is the embedded one', () => {
    expect(distantEngine(undefined)).toBeNull();
    expect(distantEngine({ kind: 'duckdb' })).toBeNull();
    expect(distantEngine({ kind: 'postgres' })?.kind).toBe('postgres');
  });

  it('tells a path from a table', () => {
    expect(['hdfs://a/b', '/mnt/a', 'survey.responses'].map(isStorePath)).toEqual([true, true, false]);
  });
});

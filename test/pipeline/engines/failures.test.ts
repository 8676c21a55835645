import { expect, it } from 'vitest';
import { postgresFailure } from '../../../src/pipeline/engines/postgres-failure.ts';
import { sparkFailure } from '../../../src/pipeline/engines/spark-failure.ts';
import type { EngineFailure } from '../../../src/pipeline/engines/engine.ts';

/* What the engines say, word for word from a Spark 4.1.4 and a PostgreSQL 18, and what it means. */

it.each([
  [
    '26/11/28 13:01:55 WARN NativeCodeLoader: Unable to load native-hadoop library\n[TABLE_OR_VIEW_NOT_FOUND] The table or view `nosuch` cannot be found. Verify the spelling',
    'engine-misses',
    '[TABLE_OR_VIEW_NOT_FOUND] The table or view `nosuch` cannot be found. Verify the spelling',
  ],
  [
    '26/11/28 13:01:55 ERROR StandaloneSchedulerBackend: Application has been killed. Reason: All masters are unresponsive! Giving up.',
    'engine-unreachable',
    'Application has been killed. Reason: All masters are unresponsive! Giving up.',
  ],
  [
    '[PARSE_SYNTAX_ERROR] Syntax error at or near',
    'engine-too-old',
    '[PARSE_SYNTAX_ERROR] Syntax error at or near',
  ],
  [
    'org.apache.spark.SparkException: Job aborted',
    'engine-failed',
    'org.apache.spark.SparkException: Job aborted',
  ],
])('understands Spark: %s', (said, code, detail) => {
  expect(sparkFailure(said, { kind: 'spark', master: 'yarn' }).problem).toMatchObject({ code, detail });
});

it.each([
  ['42P01', 'relation "survey.responses" does not exist', 'engine-misses'],
  ['42703', 'column "hall" does not exist', 'engine-misses'],
  ['42501', 'permission denied for table responses', 'engine-forbids'],
  ['42601', 'syntax error at or near "GROUPING"', 'engine-too-old'],
  ['28P01', 'password authentication failed for user "zhaocha"', 'engine-unreachable'],
  ['57P01', 'terminating connection due to administrator command', 'engine-failed'],
  ['', 'Connection terminated unexpectedly', 'engine-failed'],
])('understands PostgreSQL: %s %s', (code, message, meaning) => {
  const failure = postgresFailure(Object.assign(new Error(message), { code }), {
    kind: 'postgres',
    host: 'a',
  });
  expect((failure as EngineFailure).problem).toMatchObject({ code: meaning, detail: message });
});

it('leaves a full disk of this machine what it is', () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  expect(postgresFailure(full, { kind: 'postgres' })).toBe(full);
});

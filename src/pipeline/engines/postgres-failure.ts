import type { EngineSettings } from '../../model/engine.ts';
import type { ProblemCode } from '../../model/problem.ts';
import { EngineFailure } from './engine.ts';

/** What the codes of PostgreSQL and of the network mean: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const meanings: readonly (readonly [code: RegExp, meaning: ProblemCode])[] = [
  [/^(42P01|42703|3F000)$/, 'engine-misses'],
  [/^42501$/, 'engine-forbids'],
  [/^(42601|42883|0A000)$/, 'engine-too-old'],
  [
    /^(28\w{3}|3D000|08\w{3}|57P03|53300|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOENT)$/,
    'engine-unreachable',
  ],
];

/** The error itself, or the first of several: a host may have many addresses. */
function firstOf(error: unknown): { readonly code?: unknown; readonly message: string } {
  if (error instanceof AggregateError) return firstOf(error.errors[0]);
  return error instanceof Error ? error : new Error(String(error));
}

/** Why a PostgreSQL did not answer; a fault of this machine stays what it is. */
export function postgresFailure(error: unknown, settings: EngineSettings): unknown {
  const { code = '', message } = firstOf(error);
  if (code === 'ENOSPC' || code === 'EACCES') return error;
  const knocked = /timeout expired|password must be a string|SASL|no pg_hba/i.test(message);
  const found = meanings.find(([pattern]) => pattern.test(String(code)))?.[1];
  const meaning = found ?? (knocked ? 'engine-unreachable' : 'engine-failed');
  const { host = process.env['PGHOST'] ?? 'localhost', port = process.env['PGPORT'] ?? 5432 } = settings;
  const value = meaning === 'engine-misses' ? (settings.responses ?? '') : `${host}:${port}`;
  return new EngineFailure({ code: meaning, file: 'programme.yaml', value, detail: message });
}

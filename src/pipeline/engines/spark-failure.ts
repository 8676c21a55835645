import type { EngineSettings } from '../../model/engine.ts';
import type { ProblemCode } from '../../model/problem.ts';
import { EngineFailure } from './engine.ts';

/** What Spark says, and what it means; the first that fits. */
const meanings: readonly (readonly [said: RegExp, code: ProblemCode])[] = [
  [
    /\[(TABLE_OR_VIEW_NOT_FOUND|PATH_NOT_FOUND|UNRESOLVED_COLUMN|SCHEMA_NOT_FOUND)|FileNotFoundException/,
    'engine-misses',
  ],
  [/AccessControlException|AccessDenied|INSUFFICIENT_PERMISSIONS|Permission denied/, 'engine-forbids'],
  [/\[(PARSE_SYNTAX_ERROR|UNRESOLVED_ROUTINE)/, 'engine-too-old'],
  [
    /All masters are unresponsive|UnknownHostException|Failed to connect|Connection refused|Could not parse Master URL|not accepted any resources/,
    'engine-unreachable',
  ],
];

const telling = /^\[[A-Z_.]+\]|Exception|\bERROR\b|\bError\b|unresponsive|not accepted any resources/;

/** The line that says why, without the time of day and the class that said it. */
function tellingLine(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  const line =
    lines.find((one) => /^\[[A-Z_.]+\]/.test(one)) ??
    lines.find((one) => telling.test(one)) ??
    lines.at(-1) ??
    '';
  return line.replace(/^[\d/]+ [\d:]+ (?:WARN|ERROR) \w+: /, '');
}

/** Why a Spark application ended without answers, from what it said. */
export function sparkFailure(said: string, settings: EngineSettings): EngineFailure {
  const code = meanings.find(([pattern]) => pattern.test(said))?.[1] ?? 'engine-failed';
  const detail = tellingLine(said);
  const value =
    code === 'engine-misses' ? (settings.responses ?? settings.folder ?? '') : (settings.master ?? 'Spark');
  return new EngineFailure({ code, file: 'programme.yaml', value, detail });
}

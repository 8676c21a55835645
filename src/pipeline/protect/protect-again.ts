import { createHash, type Hash } from 'node:crypto';
import { serialize } from 'node:v8';
import { protect, type Protection, type ProtectInput } from './protect.ts';
import { openSolver, type LinearProgramme, type Solve } from './solve.ts';

type Answers = ReadonlyMap<string, ReturnType<Solve>>;

/** The protection that was made last, what it was made of, and what the solver said to each programme. */
interface Last {
  readonly input: string;
  readonly protection: Protection;
  readonly answers: Answers;
}

/** What a process that protects again and again keeps from one time to the next. Private: it holds true counts. */
export interface ProtectionMemory {
  last?: Last;
}

function add(hash: Hash, numbers: readonly number[]): void {
  hash.update(Float64Array.of(numbers.length)).update(Float64Array.from(numbers));
}

function nameOf({ costs, lows, highs, rows, counts }: LinearProgramme, numbers: 'any' | 'whole'): string {
  const hash = createHash('sha256').update(numbers);
  for (const list of [costs, lows, highs, counts]) add(hash, list);
  for (const { columns, factors, low, high } of rows) {
    add(hash, [low, high]);
    add(hash, columns);
    add(hash, factors);
  }
  return hash.digest('base64');
}

/** A solver that takes from `before` what it was asked then, and writes down all that it is asked now. */
function remembering(solve: Solve, before: Answers, now: Map<string, ReturnType<Solve>>): Solve {
  return (programme, numbers) => {
    const name = nameOf(programme, numbers);
    const known = before.get(name);
    const answer = known === undefined ? solve(programme, numbers) : known;
    now.set(name, answer);
    return answer;
  };
}

/**
 * Protects as `protect` does, to the same result, without doing again what was done the last time: nothing at all where
 * the survey is the same, and only what the solver was not asked before where some of its answers have changed. For a
 * process that shows each change as it is made; it never shows less protected numbers than a build.
 */
export async function protectAgain(
  { tallies, settings, thresholds, earlier }: ProtectInput,
  memory: ProtectionMemory,
): Promise<Protection> {
  const { responses, answered, answers } = tallies;
  const { questions, lookups, programme } = settings;
  const { survey_tables, survey_corrections } = programme;
  // Protection is given just what its memory is named by, so that nothing else could have made a difference.
  const seen: ProtectInput = {
    tallies: { responses, answered, answers },
    settings: {
      questions,
      lookups,
      programme: {
        ...(survey_tables === undefined ? {} : { survey_tables }),
        ...(survey_corrections === undefined ? {} : { survey_corrections }),
      },
    },
    thresholds,
    earlier,
  };
  const input = createHash('sha256').update(serialize(seen)).digest('base64');
  if (memory.last?.input === input) return memory.last.protection;
  const said = new Map<string, ReturnType<Solve>>();
  const solve = remembering(await openSolver(), memory.last?.answers ?? new Map(), said);
  const protection = await protect(seen, solve);
  memory.last = { input, protection, answers: said };
  return protection;
}

import { globSync, readFileSync } from 'node:fs';
import { questionsOn } from '../../scripts/new/questions.ts';

/*
 * What the program is told on a command line, held against the program: for what is written in the README, the handbook
 * and the workflows.
 */

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

/** Commands whose program belongs to the tests. */
const programsOfTests: Readonly<Record<string, string>> = {
  screenshots: 'test/browser/screenshots.ts',
  fuzz: 'test/fuzz/fuzz.ts',
};

/** The source of a command: its program and the files that belong to it alone. */
function sourceOf(command: string): string {
  const program = /^node scripts\/start\.mjs (\S+)/.exec(scripts[command] ?? '')?.[1] ?? '';
  const own = programsOfTests[program];
  if (own !== undefined) return read(own);
  return [`scripts/${program}.ts`, ...globSync(`scripts/${program}/*.ts`, { cwd: root })]
    .map(read)
    .join('\n');
}

/** The options that a command takes: name, and whether a value follows. */
export function optionsOf(command: string): ReadonlyMap<string, 'string' | 'boolean'> {
  // A new programme is asked about one by one, or told by an option for each question.
  const asked =
    command === 'new' ? questionsOn('2026-01-01').map(({ flag }) => [flag, 'string' as const] as const) : [];
  return new Map([
    ...asked,
    ...[...sourceOf(command).matchAll(/(?<=[\s{,]'?)([a-z][a-z-]*)'?: \{ type: '(string|boolean)'/g)].map(
      ([, name = '', type]) => [name, type as 'string' | 'boolean'] as const,
    ),
  ]);
}

/** Whether a command takes words that are not options. */
const takesWords = (command: string) => /allowPositionals: true/.test(sourceOf(command));

/** Every command of ours in a text, as it is written: `npm run check -- --data DIR`. */
export function commandsIn(text: string): string[] {
  return [
    ...text.matchAll(
      /npm (?:run (?:--silent )?[\w:-]+|test)(?: -- [^`\n#|>&;）。，、]*| \[-- [^\]`\n]*\])?/g,
    ),
  ].map(([line]) => line.trim());
}

function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word);
}

/** What the program would not understand of a command line; null where all is well. */
export function faultOf(line: string): string | null {
  const [, command = ''] = /^npm (?:run (?:--silent )?)?([\w:-]+)/.exec(line) ?? [];
  if (!(command in scripts)) return `there is no command ${command}`;
  const [, given = ''] = line.replaceAll(/[[\]]/g, '').split(/ -- /);
  const options = optionsOf(command);
  const words = wordsOf(given);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [, name, value] = /^--([\w-]+)(=.*)?$/.exec(word) ?? [];
    if (name === undefined) {
      if (takesWords(command) || /^(the same|…|same|the)$/.test(word)) continue;
      return `${command} takes no ${word}`;
    }
    const type = options.get(name);
    if (type === undefined) return `${command} has no --${name}`;
    if (type === 'string' && value === undefined) at += 1;
    if (type === 'string' && value === undefined && words[at] === undefined) return `--${name} needs a value`;
  }
  return null;
}

import { counted } from '../src/model/counted.ts';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { existsSync, readFileSync } from 'node:fs';
import type { CheckedDrop } from '../src/model/batch.ts';
import { encodingProofs } from '../src/model/encoding-proof.ts';
import { pleaseLook } from '../src/model/please-look.ts';
import { machineFailure, type Failure } from '../src/pipeline/machine-failure.ts';
import type { Outcome } from '../src/pipeline/run.ts';
import { inFolder } from './in-folder.ts';
import { letReadersGo } from './reader-gone.ts';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The exit codes of every command. */
export const exitCodes = { well: 0, data: 1, usage: 2, fault: 3 } as const;

/** The exit code of a failure, by whose it is to mend. */
const exitCodeOf = { data: exitCodes.data, usage: exitCodes.usage, ours: exitCodes.fault } as const;

/** The version of this project. */
export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string })
  .version;

/** Says a thing in the language of the reader. */
export type Say = (zh: string, en: string) => string;

/** Chinese unless English is asked for. */
export function sayIn(language: string): Say {
  return (zh, en) => (language.startsWith('zh') ? zh : en);
}

/** The words after a command, or an explanation and null. */
export function parameters<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exitCode = exitCodes.usage;
    return null;
  }
}

/** Whether a cut-off is written as one: `latest`, a date, or a date and time. */
export function isMoment(text: string): boolean {
  return /^(latest|\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2})?)$/.test(text);
}

/** A folder that the caller named, or one in the project. */
export function folder(named: string | undefined, usual: string): string {
  return named === undefined ? join(root, usual) : resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
}

/** The built site that the caller named, or ours; null, and said, where there is none. */
export function builtSite(named: string | undefined, say: Say): string | null {
  const site = folder(named, 'dist');
  if (existsSync(join(site, 'data', 'latest'))) return site;
  console.error(
    say(
      `${site} 里没有生成好的网站。先运行 npm run build，或用 --site 指明。`,
      `${site} holds no built site. Run npm run build first, or name one with --site.`,
    ),
  );
  return null;
}

/** One line for a drop when all were seen: file, layout, encoding and what proves it, rows read, used and set aside. */
export function dropLine(drop: CheckedDrop, say: Say): string {
  const { used } = drop.account;
  return dropWords(drop, say, say(`，采用 ${used} 行`, `, ${used} used`));
}

/** The same when it alone was read: how many rows are used, only what the other drops say will tell. */
export const readingLine = (drop: CheckedDrop, say: Say): string => dropWords(drop, say, '');

function dropWords({ file, layout, encoding, proof, account }: CheckedDrop, say: Say, used: string): string {
  const aside = account.read - account.used;
  const own = layout === 'own' ? say('本项目版式', 'own layout') : layout;
  const left = aside > 0 ? say(`，搁置 ${aside} 行`, `, ${aside} set aside`) : '';
  const { zh, en } = encodingProofs[proof];
  return say(
    `  ${file}：${own}，${encoding}（${zh}），读到 ${account.read} 行${used}${left}`,
    `  ${file}: ${own}, ${encoding} (${en}), ${counted(account.read, 'row')} read${used}${left}`,
  );
}

/** The line below it that says which columns were left alone because they lead to persons, if any. */
export function unreadLines({ personal }: CheckedDrop, say: Say): string[] {
  if (personal.length === 0) return [];
  const names = personal.join(say('、', ', '));
  return [say(`    个人信息列没有读入：${names}`, `    personal data, not read: ${names}`)];
}

/** What of a run needs a look, and that `npm run check` has the list of it, said in one language; nothing where nothing does. */
export function sayPleaseLook({ settings, ...told }: Outcome, say: Say, data: string | undefined): void {
  const look = pleaseLook(told, settings?.programme.tolerate ?? [], {
    zh: ` ${inFolder('npm run check', data)}`,
    en: inFolder('npm run check', data),
  });
  if (look !== null) console.log(say(look.zh, look.en));
}

/**
 * Runs a command and sets the exit code: its own, or that of what stopped it, said in words where it was foreseen. Other
 * commands than those that build know of the machine's faults alone.
 */
export async function runCommand(
  say: Say,
  main: () => Promise<number>,
  explain: (error: unknown) => Failure | null = machineFailure,
): Promise<void> {
  letReadersGo();
  try {
    process.exitCode = await main();
  } catch (error) {
    const failure = explain(error);
    if (failure === null)
      console.error(
        error,
        say(
          '\n这是本程序的错，不是数据的错。原来的网站没有动。',
          '\nThis is our own fault, not that of the data. The last site stands.',
        ),
      );
    else console.error(say(failure.words.zh, failure.words.en));
    process.exitCode = failure === null ? exitCodes.fault : exitCodeOf[failure.whose];
  }
}

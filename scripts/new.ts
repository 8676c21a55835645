import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import type { FirstLanguage, ListedName, NamedList, NewProgramme } from '../src/model/new-programme.ts';
import { isoDay } from '../src/model/iso-day.ts';
import { problemText } from '../src/model/problem.ts';
import type { Words } from '../src/model/words.ts';
import { beginProgramme, whatIsAt } from '../src/pipeline/new-programme/begin-programme.ts';
import { listOfNames } from '../src/pipeline/new-programme/list-of-names.ts';
import { machineFailure } from '../src/pipeline/machine-failure.ts';
import { readTable } from '../src/pipeline/read-table.ts';
import { exitCodes, root, runCommand, sayIn } from './console.ts';
import { askOnTerminal, Left } from './new/ask-on-terminal.ts';
import { collectAnswers } from './new/collect-answers.ts';
import { questionsOn, type Question } from './new/questions.ts';

/* `npm run new -- DIR`: a new programme. What is not said after the command is asked on the terminal. */

const questions = questionsOn(isoDay(new Date()));
const usage = `npm run new -- DIR [${questions.map(({ flag, isList }) => `--${flag} ${isList ? 'FILE' : 'TEXT'}`).join(' ')} --yes --lang zh|en]`;

function argumentsGiven() {
  const texts = Object.fromEntries(questions.map(({ flag }) => [flag, { type: 'string' }] as const));
  try {
    const { values, positionals } = parseArgs({
      options: { ...texts, lang: { type: 'string' }, yes: { type: 'boolean', default: false } },
      strict: true,
      allowPositionals: true,
    });
    const [directory, ...more] = positionals;
    if (directory !== undefined && more.length === 0) return { values, directory };
    console.error(usage);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
  }
  process.exitCode = exitCodes.usage;
  return null;
}

const here = process.env['INIT_CWD'] ?? process.cwd();

type Names = { readonly names: readonly ListedName[] } | { readonly refused: Words };

/** The names that an answer gives: those in the file that it names, or the answer itself as it was pasted. */
async function namesOf(answer: string): Promise<Names> {
  const path = resolve(here, answer);
  if (!answer.includes('\n') && existsSync(path) && statSync(path).isFile()) {
    const { table, problems } = await readTable(path, answer);
    const [problem] = problems;
    if (table === null || problem !== undefined) {
      const said = (language: string) =>
        problem === undefined
          ? answer
          : `${problemText(problem, language).what} → ${problemText(problem, language).mend}`;
      return { refused: { zh: said('zh'), en: said('en') } };
    }
    return listOfNames([table.header, ...table.rows.map(({ cells }) => cells)]);
  }
  if (!answer.includes('\n') && /[\\/]|\.(?:csv|xlsx?|txt)$/i.test(answer))
    return { refused: { zh: `没有这个文件：${answer}`, en: `there is no such file: ${answer}` } };
  return listOfNames(Papa.parse<string[]>(answer, { skipEmptyLines: true }).data);
}

const listNames: readonly NamedList[] = ['departments', 'halls', 'services', 'categories'];

async function listsOf(answers: ReadonlyMap<string, string>): Promise<NewProgramme['lists']> {
  const lists: Partial<Record<NamedList, readonly ListedName[]>> = {};
  for (const list of listNames) {
    const answer = answers.get(list) ?? '';
    const read = answer === '' ? null : await namesOf(answer);
    if (read !== null && 'names' in read) lists[list] = read.names;
  }
  return lists;
}

/** The questions; that a list can be read is seen while there is somebody who can give another. */
const asked: readonly Question[] = questions.map((question) =>
  question.isList
    ? {
        ...question,
        object: async (answer) => {
          const read = await namesOf(answer);
          return 'refused' in read ? read.refused : null;
        },
      }
    : question,
);

function programmeOf(answers: ReadonlyMap<string, string>, lists: NewProgramme['lists']): NewProgramme {
  const said = (flag: string) => answers.get(flag) ?? '';
  const words = (flag: string): Words => ({ zh: said(flag), en: said(`${flag}-en`) });
  const several = (flag: string) => said(flag).split(/[,，\s]+/);
  const [serious = 0, ordinary = 0, minor = 0] = several('deadlines').map(Number);
  return {
    name: words('name'),
    city: words('city'),
    publisher: words('publisher'),
    officers: words('officers'),
    contact: said('contact'),
    corrections: said('corrections'),
    languages: several('languages') as FirstLanguage[],
    startsOn: said('begins'),
    deadlines: { serious, ordinary, minor },
    licence: { name: words('licence'), url: said('licence-url') },
    lists,
  };
}

async function main({ values, directory }: NonNullable<typeof given>): Promise<number> {
  const { lang, yes, ...texts } = values as Readonly<Record<string, string | undefined>> & { yes: boolean };
  const language = lang ?? 'zh';
  const say = sayIn(language);
  const folder = resolve(here, directory);
  const there = await whatIsAt(folder);
  if (there.length > 0) {
    const some = there.slice(0, 3).join(say('、', ', '));
    console.error(
      say(
        `${folder} 里已经有东西（${some}），没有动它。请换一个还没有的文件夹。`,
        `${folder} holds things already (${some}) and was left alone. Name a folder that is not there yet.`,
      ),
    );
    return exitCodes.usage;
  }
  const terminal =
    process.stdin.isTTY && !yes
      ? askOnTerminal({ input: process.stdin, output: process.stdout }, language, (line) =>
          existsSync(resolve(here, line.trim())),
        )
      : null;
  const tell = (why: Words) => console.error(`  ${say(why.zh, why.en)}`);
  const collected = await collectAnswers(asked, texts, terminal?.ask ?? null, tell).finally(terminal?.close);
  if ('refused' in collected) {
    for (const { flag, why } of collected.refused)
      console.error(say(`--${flag}：${why.zh}`, `--${flag}: ${why.en}`));
    console.error(say('还没有建；补上再运行一次。', 'Nothing was made; add these and run again.'));
    return exitCodes.usage;
  }
  const lists = await listsOf(collected.answers);
  const named = relative(root, folder) || folder;
  const files = await beginProgramme(
    folder,
    named.startsWith('..') ? folder : named,
    programmeOf(collected.answers, lists),
  );
  for (const file of files.filter((one) => !/^\.|\/\./.test(one))) console.log(`  ${join(directory, file)}`);
  console.log(
    say(
      `建好了。先看 ${join(directory, 'README.md')}；生成网站：npm run build -- --data ${directory}`,
      `It is there. Read ${join(directory, 'README.md')} first; the site: npm run build -- --data ${directory}`,
    ),
  );
  return exitCodes.well;
}

const given = argumentsGiven();
/** Somebody who leaves half-way has made nothing. */
function leaving(error: unknown) {
  if (!(error instanceof Left)) return machineFailure(error);
  const words = { zh: '没有答完，什么也没有建。', en: 'Not everything was answered; nothing was made.' };
  return { whose: 'usage', words } as const;
}

if (given !== null) await runCommand(sayIn(String(given.values['lang'] ?? 'zh')), () => main(given), leaving);

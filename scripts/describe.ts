import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { problemText } from '../src/model/problem.ts';
import { describeFile, type Description, type OpenQuestion } from '../src/pipeline/describe.ts';
import { keepLayout } from '../src/pipeline/keep-layout.ts';
import { exitCodes, folder, runCommand, sayIn, type Say } from './console.ts';
import { inFolder } from './in-folder.ts';

const usage =
  'npm run describe -- FILE [--data DIR --form FILE --encoding NAME --answer ID=VALUE (may be repeated) --lang zh|en]';

function argumentsGiven() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        data: { type: 'string' },
        form: { type: 'string', multiple: true, default: [] },
        encoding: { type: 'string' },
        answer: { type: 'string', multiple: true, default: [] },
        lang: { type: 'string' },
      },
      strict: true,
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    const answers = values.answer.map((answer) => answer.split(/=(.*)/s, 2));
    if (file !== undefined && more.length === 0 && answers.every(([, value]) => value))
      return { ...values, file, answers: new Map(answers as [string, string][]) };
    console.error(usage);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
  }
  process.exitCode = exitCodes.usage;
  return null;
}

/** Asks one open question on the terminal. */
async function ask({ ask: words, options, standard }: OpenQuestion, say: Say): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const choices = options.map(
    ({ value, words: meaning }, position) => `  ${position + 1}  ${value}  ${say(meaning.zh, meaning.en)}\n`,
  );
  const answer = await terminal.question(`\n${say(words.zh, words.en)}\n${choices.join('')}> `);
  terminal.close();
  const chosen = options[Number(answer.trim()) - 1]?.value ?? answer.trim();
  return chosen === '' ? standard : chosen;
}

type Proposed = Extract<Description, { is: 'proposed' }>;

function report({ file, said, open, remarks }: Proposed, path: string, check: string, say: Say): void {
  console.log(say(`${file}：${said.zh}`, `${file}: ${said.en}`));
  console.log(
    say(`  已写好 ${path}，请核对；然后运行 ${check}`, `  wrote ${path}; correct it, then run ${check}`),
  );
  for (const words of remarks) console.log(`  ${say(words.zh, words.en)}`);
  if (open.length > 0)
    console.log(
      say(
        `  还有 ${open.length} 个问题要人来定，写在文件开头：在文件里答，或再运行一次并加上（没有人改过的草稿会换成新的）`,
        `  Only a person can answer the ${open.length === 1 ? 'question' : `${open.length} questions`} on top of it: answer in the file, or run again (a draft that nobody changed is replaced) with`,
      ),
    );
  for (const { id, ask: words, options } of open) {
    console.log(`  ${say(words.zh, words.en)}`);
    for (const { value, words: meaning } of options)
      console.log(`    --answer ${id}=${value}    ${say(meaning.zh, meaning.en)}`);
    if (options.length === 0) console.log(`    --answer ${id}=${say('列名', 'COLUMN')}`);
  }
}

async function main(given: NonNullable<ReturnType<typeof argumentsGiven>>): Promise<number> {
  const data = folder(given.data, 'data');
  const from = (path: string) => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
  const { answers } = given;
  const describeWith = () =>
    describeFile({
      data,
      path: from(given.file),
      forms: given.form.map(from),
      given: answers,
      ...(given.encoding === undefined ? {} : { encoding: given.encoding }),
    });
  if (!existsSync(from(given.file))) {
    console.error(`${given.file}：没有这个文件 / there is no such file\n\n${usage}`);
    return exitCodes.usage;
  }
  let described = await describeWith();
  const language = given.lang ?? described.settings?.programme.languages[0] ?? 'zh';
  const say = sayIn(language);
  const openNow = () =>
    [
      ...described.open,
      ...described.sheets.flatMap((sheet) => (sheet.is === 'proposed' ? sheet.open : [])),
    ].filter(({ id }) => !answers.has(id));
  while (process.stdin.isTTY && process.stdout.isTTY) {
    const [next] = openNow();
    if (next === undefined) break;
    answers.set(next.id, await ask(next, say));
    described = await describeWith();
  }
  for (const problem of described.problems) {
    const { where, what, mend } = problemText(problem, language);
    console.error(`${where}${say('：', ': ')}${what}\n  → ${inFolder(mend, given.data)}`);
  }
  for (const { ask: words, options, id } of described.open) {
    console.error(`  ${say(words.zh, words.en)}`);
    for (const { value, words: sample } of options)
      console.error(`    --${id} ${value}    ${say(sample.zh, sample.en)}`);
  }
  for (const sheet of described.sheets) {
    if (sheet.is === 'proposed')
      report(
        sheet,
        relative(process.cwd(), join(data, await keepLayout(data, sheet))),
        inFolder('npm run check', given.data),
        say,
      );
    else
      console.log(
        say(
          `${sheet.file}：已有版式 ${sheet.layout}，不用再写`,
          `${sheet.file}: the layout ${sheet.layout} fits; nothing to write`,
        ),
      );
  }
  return described.problems.length > 0 ? exitCodes.data : exitCodes.well;
}

const given = argumentsGiven();
if (given !== null) await runCommand(sayIn(given.lang ?? 'zh'), () => main(given));

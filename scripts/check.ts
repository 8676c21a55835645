import { counted } from '../src/model/counted.ts';
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Problem, Settlement } from '../src/model/problem.ts';
import type { Settings } from '../src/model/settings.ts';
import { rehearse, type Rehearsal } from '../src/pipeline/rehearse.ts';
import { run, type Outcome, type Step } from '../src/pipeline/run.ts';
import { showRows } from '../src/pipeline/take/show-rows.ts';
import { addLines, settle } from '../src/pipeline/accept.ts';
import { everyProblem } from '../src/pipeline/every-problem.ts';
import { countOf, groupProblems } from '../src/model/group-problems.ts';
import { changeReport } from './check/change-report.ts';
import { checkMarkdown } from './check/check-markdown.ts';
import { dropLines } from './check/drop-lines.ts';
import { problemJson } from './check/problem-json.ts';
import { problemReport } from './check/problem-report.ts';
import { problemSheet } from './check/problem-sheet.ts';
import {
  exitCodes,
  folder,
  isMoment,
  parameters,
  root,
  runCommand,
  sayIn,
  version,
  type Say,
} from './console.ts';
import { inFolder } from './in-folder.ts';
import { progressBar } from './progress.ts';
import { print } from './reader-gone.ts';

const usage =
  'npm run check [-- --data DIR --site DIR --cutoff DATE --lang zh|en --sheet FILE --no-changes --json --markdown --accept LINE (may be repeated)]';

const given = parameters(
  {
    data: { type: 'string' },
    site: { type: 'string' },
    cutoff: { type: 'string' },
    lang: { type: 'string' },
    sheet: { type: 'string' },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    'no-changes': { type: 'boolean', default: false },
    accept: { type: 'string', multiple: true },
  },
  usage,
);

type Given = NonNullable<typeof given>;

/** Where the sheet lies unless another place is named: beside the data folder's own project, where people look. */
const usualSheet = 'problems.html';

/** How many changes of each kind are shown one by one; `--json` gives all. */
const shownChanges = 5;

/** Checks, and unless that is not wanted makes the tables aside to see what they would change. */
async function look(
  { site, cutoff, lang, json, 'no-changes': only }: Given,
  data: string,
): Promise<Rehearsal & { readonly known: ReadonlySet<string> }> {
  const known = new Set<string>();
  let language = lang ?? 'zh';
  const showProgress = progressBar(process.stderr, () => sayIn(language));
  const options = {
    data,
    cache: join(root, '.cache', 'drops'),
    version,
    now: new Date(),
    tell: (step: Step) => {
      if (step.doing === 'begin') language = lang ?? step.settings.programme.languages[0] ?? language;
      if (step.doing === 'read' && step.fromCache) known.add(step.drop.file);
      showProgress(step);
    },
    ...(cutoff === undefined ? {} : { cutoff }),
  };
  if (only) return { ...(await run({ ...options, tables: null })), changes: null, known };
  const most = json ? Infinity : shownChanges;
  return { ...(await rehearse({ ...options, site: folder(site, 'dist'), most })), known };
}

/** Adds what was agreed to; null, or the exit code if something of it cannot be. */
async function accept(
  wishes: readonly string[],
  outcome: Outcome,
  settings: Settings,
  data: string,
  say: Say,
): Promise<number | null> {
  const open: Settlement[] = [];
  for await (const { settle: line } of everyProblem(outcome))
    if (line?.file === 'redactions') open.push(line);
  const settled = wishes.map((wish) => settle(wish, open, settings));
  const refused = settled.flatMap((one) => ('refused' in one ? [one.refused] : []));
  for (const { zh, en } of refused) console.error(say(zh, en));
  if (refused.length > 0) return exitCodes.usage;
  const lines = settled.flatMap((one) => ('lines' in one ? one.lines : []));
  const obstacle = await addLines(data, lines);
  if (obstacle !== null) {
    console.error(say(obstacle.zh, obstacle.en));
    return exitCodes.data;
  }
  console.error(say(`记下了 ${lines.length} 个决定。`, `${counted(lines.length, 'decision')} kept.`));
  return null;
}

/** The problems of which the rows are worth showing: the first of each kind. */
function shownProblems(outcome: Outcome): Problem[] {
  const { fatal, warning } = groupProblems(outcome, []);
  return [...fatal, ...warning].flatMap(({ shown }) => shown);
}

async function writeSheet(
  path: string,
  outcome: Outcome,
  named: string | undefined,
  language: string,
): Promise<void> {
  const { settings, drops } = outcome;
  const html = problemSheet({
    programme: settings?.programme.name[language] ?? Object.values(settings?.programme.name ?? {})[0] ?? '',
    told: outcome,
    tolerated: settings?.programme.tolerate ?? [],
    drops,
    rows:
      settings === null ? new Map() : await showRows(folder(named, 'data'), settings, shownProblems(outcome)),
    at: new Date().toLocaleString(language.startsWith('zh') ? 'zh-CN' : 'en-GB'),
    language,
    folder: named,
  });
  await writeFile(path, html);
}

function summary(outcome: Outcome, say: Say): string {
  const { drops, settings } = outcome;
  const { fatal, warning } = groupProblems(outcome, settings?.programme.tolerate ?? []);
  const sum = (of: (account: Outcome['drops'][number]['account']) => number) =>
    drops.reduce((total, { account }) => total + of(account), 0);
  const kinds = (some: readonly unknown[]) => counted(some.length, 'kind');
  const [read, used] = [sum((account) => account.read), sum((account) => account.used)];
  return say(
    `${drops.length} 个文件，读到 ${read} 行 = 采用 ${used} + 搁置 ${read - used}；必须改 ${countOf(fatal)} 处（${fatal.length} 种），请看一眼 ${countOf(warning)} 处（${warning.length} 种）`,
    `${counted(drops.length, 'file')}, ${counted(read, 'row')} read = ${used} used + ${read - used} set aside; ${countOf(fatal)} to be mended (${kinds(fatal)}), ${countOf(warning)} to be looked at (${kinds(warning)})`,
  );
}

async function main(words: Given): Promise<number> {
  const { cutoff, lang, json, markdown, accept: wishes = [], sheet } = words;
  if (cutoff !== undefined && !isMoment(cutoff)) {
    console.error(usage);
    return exitCodes.usage;
  }
  const data = folder(words.data, 'data');
  let outcome = await look(words, data);
  const language = lang ?? outcome.settings?.programme.languages[0] ?? 'zh';
  const say = sayIn(language);
  if (wishes.length > 0) {
    const { settings } = outcome;
    if (settings !== null) {
      const code = await accept(wishes, outcome, settings, data, say);
      if (code !== null) return code;
      outcome = await look(words, data);
    }
  }
  const { settings, fatal, changes, known } = outcome;
  const out = words.site === undefined ? '' : ` -- --out ${words.site}`;
  const code = fatal ? exitCodes.data : exitCodes.well;
  if (json) {
    await print(problemJson(outcome, changes, language));
    return code;
  }
  if (markdown) {
    await print([checkMarkdown(outcome, changes, language)]);
    return code;
  }
  console.log(dropLines(outcome.drops, known, say).join('\n'));
  const report = problemReport(outcome, settings?.programme.tolerate ?? [], language, words.data);
  if (report !== '') console.log(`\n${report}\n`);
  console.log(summary(outcome, say));
  const path = folder(sheet, usualSheet);
  await writeSheet(path, outcome, words.data, language);
  console.log(
    say(
      `看得更清楚：用浏览器打开 ${relative(process.cwd(), path)}`,
      `Easier to read: open ${relative(process.cwd(), path)} in a browser`,
    ),
  );
  if (changes !== null) console.log(`\n${changeReport(changes, language)}\n`);
  console.log(
    fatal
      ? say(
          '有必须改的地方；改好后再运行一次。网站没有动。',
          'There is something to mend; then run again. The site was not touched.',
        )
      : inFolder(
          say(`可以生成网站：npm run build${out}`, `The site can be built: npm run build${out}`),
          words.data,
        ),
  );
  return code;
}

if (given !== null) await runCommand(sayIn(given.lang ?? 'zh'), () => main(given));

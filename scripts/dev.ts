import { join } from 'node:path';
import { dev } from 'astro';
import { run, type RunOptions } from '../src/pipeline/run.ts';
import { exitCodes, folder, parameters, root, runCommand, sayIn, sayPleaseLook, version } from './console.ts';
import { problemReport } from './check/problem-report.ts';
import { showTrouble } from './dev/show-trouble.ts';
import { watchBelow } from './dev/watch-below.ts';

/* The site live: a changed drop or setting is counted again, a changed page rendered again. */

const given = parameters(
  { data: { type: 'string' }, port: { type: 'string', default: '4321' }, lang: { type: 'string' } },
  'npm run dev [-- --data DIR --port N --lang zh|en]',
);

/** An editor saves in several steps; this long after the last one the work begins. */
const pause = 50;

/**
 * Does a work now, then again a little after the last of several changes of a folder, never twice at once. Gives what came of it the
 * first time.
 */
function nowAndWhenChanged<Came>(data: string, work: () => Promise<Came>): Promise<Came> {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<unknown>;
  watchBelow(data, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(work).catch((error: unknown) => console.error(error));
    }, pause);
  });
  const first = work();
  working = first;
  return first;
}

async function main({ data: named, port, lang }: NonNullable<typeof given>): Promise<number> {
  const data = folder(named, 'data');
  const workshop = join(root, '.cache', 'dev');
  const tables = join(workshop, 'tables');
  const options: RunOptions = { data, cache: join(root, '.cache', 'drops'), tables, version, memory: {} };
  const trouble = showTrouble();
  let hasPages = false;
  const count = async (): Promise<boolean> => {
    const started = performance.now();
    const outcome = await run({ ...options, now: new Date() });
    const language = lang ?? outcome.settings?.programme.languages[0] ?? 'zh';
    const say = sayIn(language);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (outcome.published) {
      trouble.show(null);
      console.log(say(`已按最新数据计数（${seconds} 秒）`, `Counted with the latest data (${seconds} s)`));
      sayPleaseLook(outcome, say, named);
      return true;
    }
    const report = problemReport(outcome, outcome.settings?.programme.tolerate ?? [], language, named);
    const title = hasPages
      ? say(
          '数据有必须改的地方；页面还是改动之前的',
          'The data must be mended; the page is still that of before the change',
        )
      : say('数据有必须改的地方；改好再运行一次', 'The data must be mended first; then run this again');
    console.error(`\n${report}\n\n${title}\n`);
    const message = say('改好并保存，页面自己会更新。', 'Mend it and save: the page follows by itself.');
    trouble.show({ title, message, report });
    return false;
  };
  // From here on: what is saved while Astro starts is in its first page.
  if (!(await nowAndWhenChanged(data, count))) return exitCodes.data;
  hasPages = true;
  process.env['ZHAOCHA_TABLES'] = join(tables, 'latest');
  process.env['ZHAOCHA_CACHE'] = join(workshop, 'astro');
  await dev({ root, server: { port: Number(port) }, vite: { plugins: [trouble.plugin] } });
  console.log(
    sayIn(lang ?? 'zh')(
      '现场看的是网页。全站查找、/data/ 下的文件和“自己核对”要用 npm run build 生成之后才有。',
      'This shows the pages live. The search of the whole site, the files under /data/ and counting again need npm run build.',
    ),
  );
  return exitCodes.well;
}

if (given !== null) await runCommand(sayIn(given.lang ?? 'zh'), () => main(given));

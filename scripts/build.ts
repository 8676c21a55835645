import { counted } from '../src/model/counted.ts';
import { join, relative } from 'node:path';
import { build } from '../src/pipeline/build.ts';
import { failureWords } from '../src/pipeline/failure-words.ts';
import {
  exitCodes,
  folder,
  isMoment,
  parameters,
  readingLine,
  root,
  runCommand,
  sayIn,
  sayPleaseLook,
  version,
} from './console.ts';
import { problemReport } from './check/problem-report.ts';
import { progressBar } from './progress.ts';

const usage = 'npm run build [-- --data DIR --out DIR --cutoff DATE --lang zh|en]';

const given = parameters(
  {
    data: { type: 'string' },
    out: { type: 'string' },
    cutoff: { type: 'string' },
    lang: { type: 'string' },
  },
  usage,
);

async function main({ data, out: named, cutoff, lang }: NonNullable<typeof given>): Promise<number> {
  let language = lang ?? 'zh';
  let say = sayIn(language);
  if (cutoff !== undefined && !isMoment(cutoff)) {
    console.error(
      say(`--cutoff 应写成 2026-09-30，而不是 ${cutoff}`, `--cutoff is written 2026-09-30, not ${cutoff}`),
    );
    return exitCodes.usage;
  }
  const out = folder(named, 'dist');
  const started = performance.now();
  const showProgress = progressBar(process.stderr, () => say);
  const built = await build({
    root,
    data: folder(data, 'data'),
    cache: join(root, '.cache', 'drops'),
    out,
    version,
    now: new Date(),
    ...(cutoff === undefined ? {} : { cutoff }),
    tell: (step) => {
      showProgress(step);
      if (step.doing === 'begin') {
        language = lang ?? step.settings.programme.languages[0] ?? language;
        say = sayIn(language);
        console.log(say('读取数据文件', 'Reading the drops'));
      }
      if (step.doing === 'read')
        console.log(
          readingLine(step.drop, say) + (step.fromCache ? say('（已读过）', ' (read before)') : ''),
        );
      if (step.doing === 'count') console.log(say('计数与统计', 'Counting'));
      if (step.doing === 'publish') console.log(say('写表格，生成网页', 'Writing tables and pages'));
    },
  });
  if (!built.published) {
    console.error(`\n${problemReport(built, built.settings?.programme.tolerate ?? [], language, data)}\n`);
    console.error(
      say(
        '网站没有生成；原来的网站没有动。请先改好“必须改”的地方。',
        'No site was made; the last one stands. Mend what is under “Must fix” first.',
      ),
    );
    return exitCodes.data;
  }
  sayPleaseLook(built, say, data);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const home = relative(process.cwd(), join(out, 'index.html'));
  console.log(
    say(
      `完成：${built.pages} 页，用时 ${seconds} 秒。网站在 ${out}，首页是 ${home}`,
      `Done: ${counted(built.pages, 'page')} in ${seconds} s. The site is in ${out}, its home page is ${home}`,
    ),
  );
  return exitCodes.well;
}

if (given !== null) await runCommand(sayIn(given.lang ?? 'zh'), () => main(given), failureWords);

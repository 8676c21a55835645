import { join } from 'node:path';
import { problemText } from '../src/model/problem.ts';
import { run } from '../src/pipeline/run.ts';
import {
  dropLine,
  exitCodes,
  folder,
  isMoment,
  parameters,
  problemReport,
  root,
  runCommand,
  sayIn,
  unreadLines,
  version,
} from './console.ts';

const usage = 'npm run check [-- --data DIR --cutoff DATE --lang zh|en --json]';

const given = parameters(
  {
    data: { type: 'string' },
    cutoff: { type: 'string' },
    lang: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  usage,
);

async function main({ data, cutoff, lang, json }: NonNullable<typeof given>): Promise<number> {
  if (cutoff !== undefined && !isMoment(cutoff)) {
    console.error(usage);
    return exitCodes.usage;
  }
  const { settings, problems, drops, fatal } = await run({
    data: folder(data, 'data'),
    cache: join(root, '.cache', 'drops'),
    tables: null,
    version,
    ...(cutoff === undefined ? {} : { cutoff }),
  });
  const language = lang ?? settings?.programme.languages[0] ?? 'zh';
  const say = sayIn(language);
  if (json) {
    const said = problems.map((problem) => ({ ...problem, ...problemText(problem, language) }));
    console.log(JSON.stringify({ fatal, drops, problems: said }, null, 2));
    return fatal ? exitCodes.data : exitCodes.well;
  }
  for (const drop of drops) console.log([dropLine(drop, say), ...unreadLines(drop, say)].join('\n'));
  const report = problemReport(problems, settings?.programme.tolerate ?? [], language);
  if (report !== '') console.log(`\n${report}\n`);
  console.log(
    fatal
      ? say(
          '有必须改的地方；改好后再运行一次。网站没有动。',
          'There is something to mend; then run again. The site was not touched.',
        )
      : say('可以生成网站：npm run build', 'The site can be built: npm run build'),
  );
  return fatal ? exitCodes.data : exitCodes.well;
}

if (given !== null) await runCommand(sayIn(given.lang ?? 'zh'), () => main(given));

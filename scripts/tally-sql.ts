import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/pipeline/run.ts';
import { problemReport } from './check/problem-report.ts';
import { inFolder } from './in-folder.ts';
import { exitCodes, folder, parameters, root, runCommand, sayIn, version } from './console.ts';

/* `npm run tally:sql`: the statements that a warehouse which we do not reach still has to answer. */

const given = parameters(
  { data: { type: 'string' }, cutoff: { type: 'string' }, lang: { type: 'string' } },
  'npm run tally:sql [-- --data DIR --cutoff DATE --lang zh|en]',
);

async function main({ data: named, cutoff, lang }: NonNullable<typeof given>): Promise<number> {
  const data = folder(named, 'data');
  const own = await mkdtemp(join(tmpdir(), 'zhaocha-tally-'));
  try {
    const outcome = await run({
      data,
      cache: join(root, '.cache', 'drops'),
      tables: own,
      version,
      ...(cutoff === undefined ? {} : { cutoff }),
    });
    const language = lang ?? outcome.settings?.programme.languages[0] ?? 'zh';
    const say = sayIn(language);
    if (outcome.settings !== null && outcome.settings.programme.engine?.kind !== 'by-hand') {
      console.error(
        say(
          'programme.yaml 的 engine 不是 by-hand：没有要打印的语句。',
          'engine in programme.yaml is not by-hand: there is nothing to print.',
        ),
      );
      return exitCodes.usage;
    }
    if (typeof outcome.statements === 'string') {
      console.log(outcome.statements);
      const report = problemReport(outcome, outcome.settings?.programme.tolerate ?? [], language, named);
      console.error(report);
      console.error(
        inFolder(
          say(
            `在仓库里依次运行，每条查询的结果带表头存成它写明的文件，放在 ${data}，再运行一次 npm run tally:sql，直到说数齐了。`,
            `Run them in the warehouse in this order, save the result of each query with its header as the file it names in ${data}, and run npm run tally:sql again until it says that all is counted.`,
          ),
          named,
        ),
      );
      return exitCodes.well;
    }
    if (!outcome.published) {
      console.error(problemReport(outcome, outcome.settings?.programme.tolerate ?? [], language, named));
      return exitCodes.data;
    }
    console.error(inFolder(say('数齐了，运行 npm run build。', 'All is counted. Run npm run build.'), named));
    return exitCodes.well;
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

if (given !== null) await runCommand(sayIn(given.lang ?? 'zh'), () => main(given));

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { NotOurs } from '../src/pipeline/build.ts';
import { CountsDiffer } from '../src/pipeline/count-again.ts';
import { NoWayBack, Overtaken, release, rollback, type ReleaseOptions } from '../src/pipeline/release.ts';
import { problemReport } from './check/problem-report.ts';
import { exitCodes, folder, isMoment, parameters, root, runCommand, sayIn, version } from './console.ts';

/* `npm run release` records what the drops say and publishes it; `npm run rollback` puts the release before back. */

const usage =
  'npm run release [-- --data DIR --out DIR --cutoff DATE --date DATE --note TEXT --note-en TEXT --lang zh|en] · npm run rollback [-- the same]';

const given = parameters(
  {
    data: { type: 'string' },
    out: { type: 'string' },
    cutoff: { type: 'string' },
    date: { type: 'string' },
    note: { type: 'string', default: '' },
    'note-en': { type: 'string', default: '' },
    back: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'zh' },
  },
  usage,
);

/** The commit of this project; '' where it is not under version control or has changes that no commit holds. */
function commitOf(): string {
  try {
    const git = (...words: string[]) =>
      execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return git('status', '--porcelain', '--', 'src', 'package-lock.json') === ''
      ? git('rev-parse', 'HEAD')
      : '';
  } catch {
    return '';
  }
}

function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function main(values: NonNullable<typeof given>): Promise<number> {
  const { data, out, cutoff, date, note, back, lang } = values;
  const say = sayIn(lang);
  if (
    (cutoff !== undefined && !isMoment(cutoff)) ||
    (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date))
  ) {
    console.error(say('日期应写成 2026-09-30', 'Dates are written 2026-09-30'));
    return exitCodes.usage;
  }
  const options: ReleaseOptions = {
    root,
    data: folder(data, 'data'),
    cache: join(root, '.cache', 'drops'),
    out: folder(out, 'dist'),
    version,
    publishedOn: date ?? today(),
    note: { zh: note, en: values['note-en'] },
    commit: commitOf(),
    ...(cutoff === undefined ? {} : { cutoff }),
  };
  try {
    const { record, built } = await (back ? rollback(options) : release(options));
    if (!built.published) {
      console.error(`\n${problemReport(built, built.settings?.programme.tolerate ?? [], lang)}\n`);
      console.error(
        say(
          '没有发布；网站和各期记录都没有动。请先改好“必须改”的地方。',
          'Nothing was released; site and records stand. Mend what is under “Must fix” first.',
        ),
      );
      return exitCodes.data;
    }
    if (record === null)
      console.log(
        say(
          '与上一期没有不同，没有新发布。网站重新生成了。',
          'Nothing differs from the last release: none was made. The site was built again.',
        ),
      );
    else
      console.log(
        say(
          `第 ${record.release} 期已发布：版本 ${record.version}，数据截至 ${record.cutoff}，发现 ${record.counts['found'] ?? 0} 个问题，确认 ${record.counts['confirmed'] ?? 0} 个已整改。记录在 ${join(options.data, 'releases', String(record.release))}，网站在 ${options.out}`,
          `Release ${record.release} is out: version ${record.version}, data to ${record.cutoff}, ${record.counts['found'] ?? 0} problems found, ${record.counts['confirmed'] ?? 0} confirmed fixed. Its record is in ${join(options.data, 'releases', String(record.release))}, the site in ${options.out}`,
        ),
      );
    return exitCodes.well;
  } catch (error) {
    if (error instanceof NoWayBack) {
      console.error(say(`退不回去：${error.message}`, `There is no way back: ${error.message}`));
      return exitCodes.data;
    }
    if (error instanceof Overtaken) {
      console.error(
        say(
          `同时有人发布了这一期（${error.message}）。您的没有发布，网站没有动。先看他们发布了什么，再运行一次。`,
          `Somebody else released this number at the same time (${error.message}). Yours was not made and the site stands. Look at theirs, then run again.`,
        ),
      );
      return exitCodes.data;
    }
    if (error instanceof CountsDiffer) {
      console.error(
        say(
          `没有发布：生成的网站与它自己公开的表不符。这是本程序的错，不是数据的错；网站和各期记录都没有动。\n${error.message}`,
          `Nothing was released: the finished site differs from its own public tables. This is our own fault, not that of the data; site and records stand.\n${error.message}`,
        ),
      );
      return exitCodes.fault;
    }
    if (!(error instanceof NotOurs)) throw error;
    console.error(
      say(
        `${options.out} 里有不是本程序生成的东西，不敢替换。请用 --out 另指一个文件夹。`,
        `${options.out} holds things that this program did not make. Name another folder with --out.`,
      ),
    );
    return exitCodes.usage;
  }
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given));

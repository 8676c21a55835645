import { counted } from '../src/model/counted.ts';
import { join } from 'node:path';
import { isDay } from '../src/model/is-day.ts';
import { isoDay } from '../src/model/iso-day.ts';
import { commitOf } from '../src/pipeline/commit-of.ts';
import { failureWords } from '../src/pipeline/failure-words.ts';
import { signOff } from '../src/pipeline/sign-off.ts';
import { release, rollback, type ReleaseOptions } from '../src/pipeline/release.ts';
import { problemReport } from './check/problem-report.ts';
import {
  exitCodes,
  folder,
  isMoment,
  parameters,
  root,
  runCommand,
  sayIn,
  sayPleaseLook,
  version,
} from './console.ts';

/* `npm run release` records what the drops say and publishes it; `npm run rollback` puts the release before back. */

const usage =
  'npm run release [-- --data DIR --out DIR --cutoff DATE --date DATE --note TEXT --note-en TEXT --by NAME --lang zh|en] · npm run rollback [-- the same]';

const given = parameters(
  {
    data: { type: 'string' },
    out: { type: 'string' },
    cutoff: { type: 'string' },
    date: { type: 'string' },
    note: { type: 'string', default: '' },
    'note-en': { type: 'string', default: '' },
    by: { type: 'string', default: '' },
    back: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'zh' },
  },
  usage,
);

/** The last day that a release may have: the programme may be at home a day further east than this machine. */
const tomorrow = () => isoDay(new Date(Date.now() + 86_400_000));

async function main(values: NonNullable<typeof given>): Promise<number> {
  const { data, out, cutoff, date, note, by, back, lang } = values;
  const say = sayIn(lang);
  if ((cutoff !== undefined && !isMoment(cutoff)) || (date !== undefined && !isDay(date))) {
    console.error(
      say(
        '日期应写成 2026-09-30，而且要有这一天',
        'Dates are written 2026-09-30, and must be days that there are',
      ),
    );
    return exitCodes.usage;
  }
  if (date !== undefined && date > tomorrow()) {
    console.error(
      say(
        `${date} 还没有到：各期的日期不能比上一期早，到那天之前就不能再发布了。没有发布。`,
        `${date} is yet to come: no release is dated before the last one, so later releases could not follow it until then. Nothing was released.`,
      ),
    );
    return exitCodes.usage;
  }
  const options: ReleaseOptions = {
    root,
    data: folder(data, 'data'),
    cache: join(root, '.cache', 'drops'),
    out: folder(out, 'dist'),
    version,
    now: new Date(),
    publishedOn: date ?? new Date(),
    note: { zh: note, en: values['note-en'] },
    commit: commitOf(root),
    ...(cutoff === undefined ? {} : { cutoff }),
  };
  const { record, built } = await (back ? rollback(options) : release(options));
  if (!built.published) {
    console.error(`\n${problemReport(built, built.settings?.programme.tolerate ?? [], lang, data)}\n`);
    console.error(
      say(
        '没有发布；网站和各期记录都没有动。请先改好“必须改”的地方。',
        'Nothing was released; site and records stand. Mend what is under “Must fix” first.',
      ),
    );
    return exitCodes.data;
  }
  sayPleaseLook(built, say, data);
  if (record !== null && by !== '')
    await signOff(options.data, {
      release: record.release,
      version: record.version,
      at: new Date().toISOString(),
      by,
    });
  const { found = 0, confirmed = 0 } = record?.counts ?? {};
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
        `第 ${record.release} 期已发布：版本 ${record.version}，数据截至 ${record.cutoff}${found === 0 ? '' : `，发现 ${found} 个问题，确认 ${confirmed} 个已整改`}。记录在 ${join(options.data, 'releases', String(record.release))}，网站在 ${options.out}`,
        `Release ${record.release} is out: version ${record.version}, data to ${record.cutoff}${found === 0 ? '' : `, ${counted(found, 'problem')} found, ${confirmed} confirmed fixed`}. Its record is in ${join(options.data, 'releases', String(record.release))}, the site in ${options.out}`,
      ),
    );
  return exitCodes.well;
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given), failureWords);

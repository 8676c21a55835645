import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { foreverFolders, uploadSteps } from '../src/model/hosted.ts';
import { builtSite, exitCodes, parameters, runCommand, sayIn } from './console.ts';
import { planUpload } from './publishing/plan-upload.ts';
import { writeZip } from './publishing/write-zip.ts';

/* Says what goes up first: lists for rsync, a table for object stores, and the site as one archive. */

const usage = 'npm run upload-plan [-- --site DIR --zip --lang zh|en]';

const given = parameters(
  {
    site: { type: 'string' },
    zip: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'zh' },
  },
  usage,
);

async function main({ site: named, zip, lang }: NonNullable<typeof given>): Promise<number> {
  const say = sayIn(lang);
  const built = builtSite(named, say);
  if (built === null) return exitCodes.usage;
  const site = resolve(built);
  const plan = `${site}.upload`;
  const files = await planUpload(site);
  await rm(plan, { recursive: true, force: true });
  await mkdir(plan, { recursive: true });
  await writeFile(join(plan, 'files.csv'), `${Papa.unparse(files)}\r\n`);
  const lists = uploadSteps.map((step, at) => ({
    list: join(plan, `${at + 1}-${step}.txt`),
    paths: files.filter((file) => file.step === step).map(({ path }) => path),
  }));
  for (const { list, paths } of lists) await writeFile(list, paths.map((path) => `${path}\n`).join(''));
  if (zip)
    await writeZip(
      join(plan, 'site.zip'),
      files.map(({ path }) => ({ name: path, path: join(site, path) })),
    );
  const keep = foreverFolders.flatMap((folder) => [`--filter='P ${folder}/**'`]).join(' ');
  console.log(
    [
      say(`按这个次序上传（换成您的服务器）：`, 'Upload in this order (with your own server):'),
      ...lists.map(({ list }) => `  rsync -tc --files-from='${list}' '${site}/' HOST:FOLDER/`),
      say(
        '最后删去已经没有的；打开着旧页面的读者还要用的一概留下：',
        'Last take away what is gone; whatever a reader with an old page open still needs stays:',
      ),
      `  rsync -rtc --delete-after ${keep} '${site}/' HOST:FOLDER/`,
      say(
        `对象存储照 ${join(plan, 'files.csv')} 的行次序上传，每行写着类型、缓存和校验值。`,
        `Object stores: by the rows of ${join(plan, 'files.csv')}, in their order, each with its type, caching and hash.`,
      ),
      ...(zip
        ? [
            say(
              `整站压缩包：${join(plan, 'site.zip')}`,
              `All of it as one archive: ${join(plan, 'site.zip')}`,
            ),
          ]
        : []),
    ].join('\n'),
  );
  return exitCodes.well;
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given));

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../src/verify/files-in.ts';
import { verify } from '../src/verify/verify.ts';
import { exitCodes, folder, parameters, runCommand, sayIn } from './console.ts';

/* `npm run verify`: counts a built site again from its public files alone. */

const given = parameters(
  {
    site: { type: 'string' },
    lang: { type: 'string', default: 'zh' },
  },
  'npm run verify [-- --site DIR --lang zh|en]',
);

/** How many differences are told one by one. */
const shown = 50;

async function main({ site: named, lang }: NonNullable<typeof given>): Promise<number> {
  const say = sayIn(lang);
  const site = folder(named, 'dist');
  if (!existsSync(join(site, 'data', 'index.csv'))) {
    console.error(
      say(
        `${site} 里没有生成好的网站。先运行 npm run build，或用 --site 指明。`,
        `${site} holds no built site. Run npm run build first, or name one with --site.`,
      ),
    );
    return exitCodes.usage;
  }
  const result = await verify(await filesIn(site));
  const { figures, recounted, unfounded, numbers, pages, releases, differences } = result;
  console.log(
    say(
      `公布的数字 ${figures} 个，从公开的表重新算出 ${recounted} 个；${pages} 页上的 ${numbers} 个数字逐个核对；各期记录 ${releases} 期。`,
      `${figures} published figures, ${recounted} counted again from the public tables; ${numbers} numbers on ${pages} pages held against them; ${releases} releases.`,
    ),
  );
  if (unfounded.size > 0)
    console.log(
      say(
        `公开的表里没有其依据的（问卷原始回答不公开）或只是判断的，只核对比率与区间：${[...unfounded].map(([measure, count]) => `${measure} × ${count}`).join('、')}`,
        `Without their ground in the public tables (answers of persons are private) or judgements; only rate and interval were checked: ${[...unfounded].map(([measure, count]) => `${measure} × ${count}`).join(', ')}`,
      ),
    );
  console.log(
    say(
      '没有重新算的：figures 里判断的列（comparison、signal、控制限、band、p 值）和 funnels。',
      'Not counted again: the columns of judgement in figures (comparison, signal, limits, band, p-value), and funnels.',
    ),
  );
  if (differences.length === 0) {
    console.log(say('没有一处不同。', 'No difference.'));
    return exitCodes.well;
  }
  for (const { check, where, expected, found } of differences.slice(0, shown))
    console.error(
      say(
        `  [${check}] ${where}\n    应为 ${expected}，实为 ${found}`,
        `  [${check}] ${where}\n    should be ${expected}, is ${found}`,
      ),
    );
  console.error(say(`共 ${differences.length} 处不同。`, `${differences.length} differences.`));
  return exitCodes.data;
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given));

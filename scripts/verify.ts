import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkForms } from '../src/verify/forms/check-forms.ts';
import { filesIn } from '../src/verify/files-in.ts';
import { reportOf } from '../src/verify/report.ts';
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
  const { summary, differences } = reportOf(
    await verify(
      await filesIn(site),
      () => {},
      (files) => checkForms(files, 'all'),
    ),
    lang,
  );
  console.log(summary.join('\n'));
  if (differences.length === 0) return exitCodes.well;
  console.error(differences.join('\n'));
  return exitCodes.data;
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given));

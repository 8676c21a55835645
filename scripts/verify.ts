import { reportOf } from '../src/verify/report.ts';
import { verifyFolder } from '../src/verify/verify-folder.ts';
import { builtSite, exitCodes, parameters, runCommand, sayIn } from './console.ts';

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
  const site = builtSite(named, say);
  if (site === null) return exitCodes.usage;
  const { summary, differences } = reportOf(await verifyFolder(site), lang);
  console.log(summary.join('\n'));
  if (differences.length === 0) return exitCodes.well;
  console.error(differences.join('\n'));
  return exitCodes.data;
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given));

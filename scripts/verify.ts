import { accountLines } from '../src/verify/account/account-lines.ts';
import { accountsOf } from '../src/verify/account/account.ts';
import { filesIn } from '../src/verify/files-in.ts';
import { readCodebook } from '../src/verify/codebook.ts';
import { readPublic } from '../src/verify/read-table.ts';
import { reportOf } from '../src/verify/report.ts';
import { verifyFolder } from '../src/verify/verify-folder.ts';
import { builtSite, exitCodes, parameters, runCommand, sayIn } from './console.ts';

/* `npm run verify`: counts a built site again from its public files alone, or one figure of it, and says where that comes from. */

const given = parameters(
  {
    site: { type: 'string' },
    figure: { type: 'string' },
    lang: { type: 'string', default: 'zh' },
  },
  'npm run verify [-- --site DIR --figure KEY --lang zh|en]',
);

async function verifyOne(site: string, figure: string, lang: string): Promise<number> {
  const files = await filesIn(site);
  const tables = await readPublic(files, await readCodebook(files));
  const [account] = accountsOf(tables, [figure], lang);
  if (account === undefined) return exitCodes.fault;
  const isRight = account.verdict === 'same' || account.verdict === 'not public';
  (isRight ? console.log : console.error)(accountLines(account).join('\n'));
  if (isRight) return exitCodes.well;
  return account.verdict === 'differs' ? exitCodes.data : exitCodes.usage;
}

async function main({ site: named, figure, lang }: NonNullable<typeof given>): Promise<number> {
  const say = sayIn(lang);
  const site = builtSite(named, say);
  if (site === null) return exitCodes.usage;
  if (figure !== undefined) return await verifyOne(site, figure, lang);
  const { summary, differences } = reportOf(await verifyFolder(site), lang);
  console.log(summary.join('\n'));
  if (differences.length === 0) return exitCodes.well;
  console.error(differences.join('\n'));
  return exitCodes.data;
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given));

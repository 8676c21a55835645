import { counted } from '../src/model/counted.ts';
import { attack } from '../src/verify/attack/attack.ts';
import { leakWords } from '../src/verify/attack/leak.ts';
import { filesIn } from '../src/verify/files-in.ts';
import { builtSite, exitCodes, parameters, runCommand, sayIn } from './console.ts';

/* `npm run attack`: plays the auditor on the public files of a built site and its earlier releases. */

const given = parameters(
  {
    site: { type: 'string' },
    services: { type: 'string', default: 'nested' },
    json: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'zh' },
  },
  'npm run attack [-- --site DIR --services nested|apart --json --lang zh|en]',
);

/** How many leaks are told one by one. */
const shown = 50;

async function main({ site: named, services, json, lang }: NonNullable<typeof given>): Promise<number> {
  const say = sayIn(lang);
  if (services !== 'nested' && services !== 'apart') {
    console.error(
      say(
        `--services 应是 nested 或 apart，而不是 ${services}`,
        `--services is nested or apart, not ${services}`,
      ),
    );
    return exitCodes.usage;
  }
  const site = builtSite(named, say);
  if (site === null) return exitCodes.usage;
  const result = await attack(await filesIn(site), { services });
  const { states, groups, unasked, leaks } = result;
  if (json) console.log(JSON.stringify(result, null, 2));
  else {
    console.log(
      say(
        `试着从公开文件推出 ${groups} 个小群体的情况，用了 ${states} 期公布的数字。`,
        `Tried to learn something of ${counted(groups, 'group of people')}, from the numbers of ${counted(states, 'published state')}.`,
      ),
    );
    if (unasked > 0)
      console.log(
        say(
          `表太大，${unasked} 处只作了减法，没有求上下限。`,
          `Only subtracted for, not bounded, as the tables are too large: ${unasked}.`,
        ),
      );
    for (const { code, where, found } of leaks.slice(0, shown))
      console.error(`  [${code}] ${where}: ${found}\n    ${say(leakWords[code].zh, leakWords[code].en)}`);
    console.log(
      leaks.length === 0
        ? say('什么也推不出来。', 'Nothing was learnt.')
        : say(`共推出 ${leaks.length} 处。`, `Learnt: ${counted(leaks.length, 'thing')}.`),
    );
  }
  return leaks.length === 0 ? exitCodes.well : exitCodes.data;
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given));

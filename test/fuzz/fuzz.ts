import { join, relative } from 'node:path';
import { exitCodes, parameters, root, runCommand, sayIn } from '../../scripts/console.ts';
import { faultName, keepCase } from './corpus.ts';
import { runRound } from './run-round.ts';
import { targets } from './targets.ts';

/* `npm run fuzz`: tries readers, layouts and the register with any input for so many minutes, and keeps what breaks them. */

const given = parameters(
  {
    minutes: { type: 'string', default: '5' },
    only: { type: 'string' },
    seed: { type: 'string' },
    lang: { type: 'string', default: 'zh' },
  },
  'npm run fuzz [-- --minutes N --only bytes|layouts|drops --seed N --lang zh|en]',
);

const corpus = join(import.meta.dirname, 'corpus');
const module = join(import.meta.dirname, 'targets.ts');

/** Long enough for a fault to be made small, short enough that each target has many turns. */
const roundSeconds = 60;

/** An old workbook is given up after a while; nothing else takes as long. */
const longest = 150;

async function main({ minutes, only, seed, lang }: NonNullable<typeof given>): Promise<number> {
  const say = sayIn(lang);
  const names = only === undefined ? Object.keys(targets) : [only];
  const wrong = names.find((name) => !(name in targets));
  const length = Number(minutes);
  if (wrong !== undefined || !(length > 0)) {
    console.error(
      say(
        `--only 可以是 ${Object.keys(targets).join('、')}；--minutes 是大于 0 的数`,
        `--only is one of ${Object.keys(targets).join(', ')}; --minutes is a number above 0`,
      ),
    );
    return exitCodes.usage;
  }
  const end = Date.now() + length * 60_000;
  const found = new Map<string, string>();
  const tried = new Map<string, number>();
  let next = seed === undefined ? Date.now() % 2 ** 31 : Number(seed);
  for (let turn = 0; Date.now() < end; turn += 1) {
    const target = names[turn % names.length] ?? '';
    const seconds = Math.max(1, Math.min(roundSeconds, (end - Date.now()) / 1000));
    const round = await runRound({ module, target, corpus, seed: next, seconds, longest });
    tried.set(target, (tried.get(target) ?? 0) + round.tried);
    const counts = [...tried].map(([name, count]) => `${name} ${count}`).join(say('，', ', '));
    if (round.broken !== null) {
      const fault = `${target}/${faultName(round.broken.broke)}`;
      if (!found.has(fault)) {
        const path = relative(root, keepCase(corpus, target, round.broken));
        found.set(fault, path);
        const first = round.broken.broke;
        console.error(say(`找到一处：${first}\n  存为 ${path}`, `Found: ${first}\n  kept as ${path}`));
      }
    }
    console.log(say(`试过 ${counts}；种子 ${next}`, `Tried ${counts}; seed ${next}`));
    next += 1;
  }
  if (found.size === 0) console.log(say('没有找到错误。', 'Nothing broke.'));
  else
    console.error(
      say(
        `找到 ${found.size} 处，都存在 ${relative(root, corpus)}；改好后 npm test 会一直守着。`,
        `${found.size} faults, kept in ${relative(root, corpus)}: once they are mended npm test guards them.`,
      ),
    );
  return found.size === 0 ? exitCodes.well : exitCodes.data;
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given));

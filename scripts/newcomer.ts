import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodes, parameters, root, runCommand, sayIn } from './console.ts';
import { follow, newcomerSection, stepsOf, type Do } from './newcomer/steps.ts';

/* How long a newcomer takes from nothing to a site of their own data: does what the README says, to the letter, in an empty folder. */

const given = parameters(
  {
    from: { type: 'string' },
    keep: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'zh' },
  },
  'npm run newcomer [-- --from REPOSITORY --keep --lang zh|en]',
);

/** The address in the README under which the project is cloned, in whose place a repository on this machine may stand. */
const placeholder = 'REPOSITORY';

/** A step that ended in another way than well. */
class StepFailed extends Error {}

/** A newcomer has none of what npm tells the commands that it starts. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_OPTIONS$)/i.test(name)),
  );
}

const shell = process.platform === 'win32' ? 'powershell.exe' : true;

function doFrom(repository: string): Do {
  return (step, folder) =>
    new Promise((done, failed) => {
      const line = step.replace(placeholder, repository);
      const child = spawn(line, {
        cwd: folder,
        shell,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: plainEnvironment(),
      });
      child.on('error', failed);
      child.on('exit', (code) => (code === 0 ? done() : failed(new StepFailed(step))));
    });
}

async function main({ from, keep, lang }: NonNullable<typeof given>): Promise<number> {
  const say = sayIn(lang);
  const steps = stepsOf(newcomerSection(await readFile(join(root, 'README.md'), 'utf8')));
  const start = await mkdtemp(join(tmpdir(), 'zhaocha-newcomer-'));
  try {
    const timed = await follow(steps, start, {
      act: doFrom(from ?? root),
      join,
      now: () => performance.now(),
    });
    for (const { step, seconds } of timed) console.log(`${seconds.toFixed(1).padStart(7)} s  ${step}`);
    const all = timed.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1);
    console.log(say(`从克隆到自己的网站：${all} 秒`, `From clone to a site of their own: ${all} s`));
    if (keep) console.log(start);
    return exitCodes.well;
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(
      say(
        `照说明做，这一步没有做成：${error.message}`,
        `Done as the README says, this step failed: ${error.message}`,
      ),
    );
    return exitCodes.fault;
  } finally {
    if (!keep) await rm(start, { recursive: true, force: true });
  }
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given));

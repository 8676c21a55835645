import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodes, parameters, root, runCommand, sayIn } from './console.ts';
import { runGitHub, type Happened } from './workflows/github.ts';
import { runGitLab } from './workflows/gitlab.ts';
import { must, setStage, type Stage } from './workflows/stage.ts';

/*
 * Plays the workflow files of both services to the letter, without the services: a programme is published, a drop with a mistake and
 * then a good one come as a pull request, and the good one is merged.
 */

const given = parameters(
  {
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
    lang: { type: 'string', default: 'zh' },
  },
  'npm run workflows [-- --only github|gitlab --keep --lang zh|en]',
);

/** Something that should have come of the workflow and did not. */
class NotSo extends Error {}

function hold(what: string, is: boolean, said: string): void {
  if (!is) throw new NotSo(`${what}\n${said.split('\n').slice(-60).join('\n')}`);
}

/** How a run ended, and the comment that it wrote; '' where it wrote none. */
interface Played {
  readonly failed: string | null;
  readonly said: string;
  readonly comment: string;
}

type Play = (happened: Happened, stage: Stage) => Promise<Played>;

const file = (name: string) => readFile(join(root, 'workflows', name), 'utf8');

const services: Readonly<Record<string, Play>> = {
  github: async (happened, stage) => {
    const path = join(stage.home, 'comment.md');
    await rm(path, { force: true });
    const ended = await runGitHub(await file('github.yml'), happened, stage);
    return { ...ended, comment: existsSync(path) ? await readFile(path, 'utf8') : '' };
  },
  gitlab: async (happened, stage) => {
    const { told, ...ended } = await runGitLab(await file('gitlab.yml'), happened, stage);
    const asked = 'POST /api/v4/projects/42/merge_requests/7/notes comment-token\n';
    hold('the comment goes where GitLab takes it', told === '' || told.startsWith(asked), told);
    return { ...ended, comment: told };
  },
};

const later = 'finding_id,event,on,by,note_zh\n2026-002,claimed,2026-02-27,department,已扩容。\n';

/** Puts a drop on a branch of the programme, as staff do. */
async function offer(stage: Stage, branch: string, drop: string): Promise<void> {
  const desk = { ...stage, folder: stage.desk };
  await must(`git fetch --quiet && git checkout --quiet -B ${branch} origin/main`, desk);
  await writeFile(join(stage.desk, 'drops', 'events-later.csv'), drop);
  await must(`git add --all && git commit --quiet -m 二月 && git push --quiet origin ${branch}`, desk);
}

/** What stands in the repository of the programme, and on the server, after a release. */
async function holdReleased(stage: Stage, release: number, { failed, said }: Played): Promise<void> {
  hold('the release goes well', failed === null, said);
  const kept = await must(`git -C "${stage.programme}" ls-tree -r --name-only main`, stage);
  for (const name of [`releases/${release}/release.json`, `releases/${release}/all.zip`, 'sign-offs.csv'])
    hold(`${name} is kept in the repository`, kept.split('\n').includes(name), kept);
  for (const name of ['index.html', 'index.html.br', `data/releases/${release}/release.json`])
    hold(`${name} is on the server`, existsSync(join(stage.server, name)), said);
  hold('what is private is not on the server', !existsSync(join(stage.server, 'proofs')), said);
}

/** The whole story on one service. */
async function tell(play: Play, stage: Stage, step: (name: string) => void): Promise<void> {
  await must(
    `git init --quiet --initial-branch main && git config --global user.name 李 && git config --global user.email li@example.org &&
     git remote add origin "${stage.programme}" && git add --all && git commit --quiet -m 首期 && git push --quiet -u origin main`,
    { ...stage, folder: stage.desk },
  );
  const push = (message: string) => play({ event_name: 'push', branch: 'main', message }, stage);
  const ask = (branch: string) => play({ event_name: 'pull_request', branch, message: '二月' }, stage);
  await holdReleased(stage, 1, await push('首期'));
  step('release 1');
  await offer(stage, 'bad', later.replace('claimed', 'nonsense'));
  const bad = await ask('bad');
  hold('a drop with a mistake does not pass', bad.failed !== null, bad.said);
  hold('and the comment says what must be mended', bad.comment.includes('nonsense'), bad.comment);
  step('a mistake');
  await offer(stage, 'good', later);
  const good = await ask('good');
  hold('a good drop passes', good.failed === null, good.said);
  const changed = /2026-002/.test(good.comment) && /会改变什么|改变/.test(good.comment);
  hold('and the comment says what it changes', changed, `${good.comment}${good.said}`);
  step('what a drop changes');
  const merge =
    'git checkout --quiet main && git merge --quiet --ff-only origin/main good && git push --quiet origin main';
  await must(merge, { ...stage, folder: stage.desk });
  await holdReleased(stage, 2, await push('二月'));
  step('release 2');
}

async function main({ only, keep, lang }: NonNullable<typeof given>): Promise<number> {
  const say = sayIn(lang);
  const home = await mkdtemp(join(tmpdir(), 'zhaocha-workflows-'));
  // The service has none of what npm tells the commands that it starts.
  const environment = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || /^(npm_|INIT_CWD$|NODE_OPTIONS$|GIT_)/i.test(name) ? [] : [[name, value]],
    ),
  );
  try {
    for (const [name, play] of Object.entries(services)) {
      if (only !== undefined && only !== name) continue;
      const began = performance.now();
      const step = (what: string) =>
        console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${name}: ${what}`);
      await mkdir(join(home, name));
      const stage = await setStage(join(home, name), root, environment);
      await tell(play, stage, step);
    }
    console.log(
      say('两份工作流文件，一步一步照原文都跑通了。', 'Both workflow files do what they say, step by step.'),
    );
    return exitCodes.well;
  } catch (error) {
    if (!(error instanceof NotSo)) throw error;
    console.error(say(`工作流没有做到：${error.message}`, `The workflow does not: ${error.message}`));
    return exitCodes.fault;
  } finally {
    if (keep) console.log(home);
    else await rm(home, { recursive: true, force: true });
  }
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given));

import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runShell } from './run-shell.ts';

/** The repositories and servers that the workflows work on, all of them on this machine. */
export interface Stage {
  readonly folder: string;
  /** The repository of the project, and the commit that a programme has chosen. */
  readonly project: string;
  readonly commit: string;
  /** The repository of a programme, and a copy of it in which staff work. */
  readonly programme: string;
  readonly desk: string;
  /** The web server's folder. */
  readonly server: string;
  /** Programs that stand for those of the service, and what they wrote down. */
  readonly programs: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs commands that must go well. */
export async function must(text: string, { folder, environment }: Pick<Stage, 'folder' | 'environment'>) {
  const { code, said } = await runShell({ text, folder, environment });
  if (code !== 0) throw new Error(`${text}\n${said}`);
  return said.trim();
}

/** GitHub's program writes the comment that it was given into a file; installing more packages of the system does nothing. */
const programs = {
  gh: '#!/bin/bash\nset -e\n[ "$1 $2" = "pr comment" ]\necho "$@" > "$HOME/gh-was-asked"\nwhile [ "$1" != --body-file ]; do shift; done\ncp "$2" "$HOME/comment.md"\n',
  'apt-get': '#!/bin/bash\necho "apt-get $*"\n',
};

/** Sets the stage: a repository of the project as it stands here, one of a small programme, an empty server. */
export async function setStage(
  folder: string,
  root: string,
  environment: Record<string, string>,
): Promise<Stage> {
  const place = (name: string) => join(folder, name);
  for (const name of ['server', 'bin', 'home', 'desk']) await mkdir(place(name));
  for (const [name, text] of Object.entries(programs))
    await writeFile(join(place('bin'), name), text, { mode: 0o755 });
  const own = {
    ...environment,
    HOME: place('home'),
    PATH: `${place('bin')}:${environment['PATH'] ?? ''}`,
    GIT_CONFIG_GLOBAL: join(place('home'), '.gitconfig'),
  };
  const stage = { folder, environment: own };
  const [project, programme] = [place('zhaocha.git'), place('programme.git')];
  await must(`git clone --quiet --bare "${root}" "${project}"`, stage);
  await must(`git init --quiet --bare --initial-branch main "${programme}"`, stage);
  await must(`git -C "${programme}" config receive.advertisePushOptions true`, stage);
  await cp(join(root, 'test', 'programmes', 'small'), place('desk'), { recursive: true });
  return {
    ...stage,
    project,
    commit: await must(`git -C "${project}" rev-parse HEAD`, stage),
    programme,
    desk: place('desk'),
    server: place('server'),
    programs: place('bin'),
    home: place('home'),
  };
}

import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parse } from 'yaml';
import { holds } from './expression.ts';
import type { Ended, Happened } from './github.ts';
import { runShell } from './run-shell.ts';
import { must, type Stage } from './stage.ts';

/* GitLab's runner, as far as our file needs one: the jobs whose rules hold, each in a clone of its own, lines to the letter. */

interface Job {
  readonly rules: readonly { readonly if: string }[];
  readonly script: readonly string[];
}

/** What GitLab's API was told, while something was done. */
async function listening<Result>(work: (address: string) => Promise<Result>): Promise<[Result, string]> {
  let told = '';
  const server = createServer((request, response) => {
    told += `${request.method} ${request.url} ${String(request.headers['private-token'])}\n`;
    request.on('data', (piece: Buffer) => {
      told += piece.toString();
    });
    request.on('end', () => response.writeHead(201).end('{}'));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    return [await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`), told];
  } finally {
    server.close();
  }
}

/** Runs the file of GitLab as it stands, after what happened; gives what its API was told, too. */
export async function runGitLab(
  text: string,
  happened: Happened,
  stage: Stage,
): Promise<Ended & { told: string }> {
  const {
    variables,
    default: preset,
    ...jobs
  } = parse(text) as Readonly<Record<string, unknown>> & {
    readonly variables: Readonly<Record<string, string>>;
    readonly default: { readonly before_script: readonly string[] };
  };
  const project = 'https://zhaocha:push-token@gitlab.example/office/city.git';
  // The names of the services lead to this machine.
  await must(
    `git config --global url."${stage.project}".insteadOf "${variables['ZHAOCHA_REPOSITORY']}"
     git config --global url."${stage.programme}".insteadOf "${project}"`,
    stage,
  );
  const [ended, told] = await listening(async (api): Promise<Ended> => {
    let said = '';
    for (const [name, job] of Object.entries(jobs as Readonly<Record<string, Job>>)) {
      const machine = await mkdtemp(join(stage.folder, `gitlab-${name}-`));
      const folder = join(machine, 'office', 'city');
      await mkdir(join(machine, 'office'));
      for (const file of ['key', 'hosts']) await writeFile(join(machine, file), file);
      const own = {
        ...variables,
        ZHAOCHA_COMMIT: stage.commit,
        CI: 'true',
        CI_PROJECT_VISIBILITY: 'private',
        CI_PROJECT_DIR: folder,
        CI_PROJECT_ID: '42',
        CI_PROJECT_PATH: 'office/city',
        CI_SERVER_HOST: 'gitlab.example',
        CI_API_V4_URL: api,
        CI_PIPELINE_SOURCE: happened.event_name === 'push' ? 'push' : 'merge_request_event',
        CI_MERGE_REQUEST_IID: '7',
        CI_COMMIT_BRANCH: happened.event_name === 'push' ? happened.branch : '',
        CI_DEFAULT_BRANCH: 'main',
        CI_COMMIT_MESSAGE: happened.message,
        GITLAB_USER_NAME: '李',
        COMMENT_TOKEN: 'comment-token',
        PUSH_TOKEN: 'push-token',
        SITE_HOST: stage.server,
        SITE_KEY: join(machine, 'key'),
        SITE_KNOWN_HOSTS: join(machine, 'hosts'),
      };
      if (!job.rules.some((rule) => holds(rule.if, own))) continue;
      // GitLab stands on a commit, not on a branch.
      await must(
        `git clone --quiet --branch ${happened.branch} "${stage.programme}" city && git -C city checkout --quiet --detach`,
        { ...stage, folder: join(machine, 'office') },
      );
      const ran = await runShell({
        text: [...preset.before_script, ...job.script].join('\n'),
        folder,
        environment: { ...stage.environment, ...own },
      });
      said += `\n[${name}] ${ran.code}\n${ran.said}`;
      if (ran.code !== 0) return { failed: name, said };
    }
    return { failed: null, said };
  });
  return { ...ended, told };
}

import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { evaluate, fillIn, type Context } from './expression.ts';
import { runShell } from './run-shell.ts';
import { must, type Stage } from './stage.ts';

/* GitHub's runner, as far as our workflow needs one: jobs in their order, each on an empty machine, steps to the letter. */

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** What happened in the repository. */
export interface Happened {
  readonly event_name: 'pull_request' | 'push';
  readonly branch: string;
  readonly message: string;
}

/** How a run of the workflow ended: the job that failed, if one, and all that was said. */
export interface Ended {
  readonly failed: string | null;
  readonly said: string;
}

const bare = (expression: string) => expression.replace(/^\$\{\{|\}\}$/g, '');

/** Does what an action of GitHub's own does, as far as it shows. */
async function act(
  step: Step,
  machine: string,
  happened: Happened,
  stage: Stage,
  context: Context,
): Promise<void> {
  const { uses = '', with: given = {} } = step;
  const asked = (name: string) => fillIn(String(given[name] ?? ''), context);
  const [action] = uses.replace('actions/', '').split('@');
  const artifact = join(stage.folder, 'artifacts', asked('name'));
  if (action === 'checkout' && asked('repository') !== '')
    await must(
      `git clone --quiet "${stage.project}" ${asked('path')} && git -C ${asked('path')} checkout --quiet ${asked('ref')}`,
      { ...stage, folder: machine },
    );
  else if (action === 'checkout')
    await must(`git clone --quiet --branch ${happened.branch} "${stage.programme}" ${asked('path')}`, {
      ...stage,
      folder: machine,
    });
  else if (action === 'upload-artifact') {
    await mkdir(artifact, { recursive: true });
    await cp(join(machine, asked('path')), join(artifact, asked('path')));
  } else if (action === 'download-artifact') await cp(artifact, machine, { recursive: true });
  else if (action !== 'setup-node') throw new Error(`nobody knows what ${uses} does`);
}

/** The outputs that a step has written down, one `name=value` a line. */
async function outputsOf(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, 'utf8');
  return Object.fromEntries(text.split('\n').flatMap((line) => (line === '' ? [] : [line.split('=', 2)])));
}

/** Runs the workflow as it stands in its file, after what happened. */
export async function runGitHub(text: string, happened: Happened, stage: Stage): Promise<Ended> {
  const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, Job>> };
  const event = { repository: { private: true }, number: 7, head_commit: { message: happened.message } };
  const github = {
    event_name: happened.event_name,
    repository: 'office/city',
    actor: 'li',
    token: 'token',
    event,
  };
  const secrets = { SITE_HOST: stage.server, SITE_KEY: 'key', SITE_KNOWN_HOSTS: 'hosts' };
  const env = { ZHAOCHA_REPOSITORY: 'office/zhaocha', ZHAOCHA_COMMIT: stage.commit };
  const needs: Record<string, unknown> = {};
  let said = '';
  for (const [name, job] of Object.entries(jobs)) {
    if (job.if !== undefined && evaluate(bare(job.if), { github }) !== true) continue;
    if (job.needs !== undefined && !(job.needs in needs)) continue;
    const machine = await mkdtemp(join(stage.folder, `github-${name}-`));
    const steps: Record<string, unknown> = {};
    const context = { github, secrets, env, needs, steps };
    for (const step of job.steps) {
      if (step.if !== undefined && evaluate(bare(step.if), context) !== true) continue;
      if (step.run === undefined) {
        await act(step, machine, happened, stage, context);
        continue;
      }
      const [output, summary] = [join(machine, '.output'), join(machine, '.summary')];
      for (const file of [output, summary]) await writeFile(file, '');
      const own = Object.entries(step.env ?? {}).map(
        ([key, value]) => [key, fillIn(value, context)] as const,
      );
      const ran = await runShell({
        text: step.run,
        folder: join(machine, step['working-directory'] ?? '.'),
        environment: {
          ...stage.environment,
          ...env,
          CI: 'true',
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
          ...Object.fromEntries(own),
        },
      });
      said += `\n[${name}: ${step.name ?? ''}] ${ran.code}\n${ran.said}`;
      if (ran.code !== 0) return { failed: name, said };
      if (step.id !== undefined) steps[step.id] = { outputs: await outputsOf(output) };
    }
    const told = Object.entries(job.outputs ?? {}).map(
      ([key, value]) => [key, fillIn(value, context)] as const,
    );
    needs[name] = { outputs: Object.fromEntries(told) };
  }
  return { failed: null, said };
}

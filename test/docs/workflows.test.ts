import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (file: string) => readFileSync(new URL(`../../workflows/${file}`, import.meta.url), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

describe('the workflow for GitHub', () => {
  const text = read('github.yml');
  const workflow = parse(text) as Workflow;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  it('gives each job only what it needs, and no job more than one right to write', () => {
    expect(workflow.permissions).toEqual({});
    expect(Object.fromEntries(jobs.map(([name, { permissions }]) => [name, permissions]))).toEqual({
      check: { contents: 'read' },
      comment: { 'pull-requests': 'write' },
      release: { contents: 'write' },
    });
  });

  it('pins every action by its commit and says which version that is', () => {
    const used = [...text.matchAll(/uses: (.*)/g)].map(([, action = '']) => action);
    expect(used.length).toBeGreaterThan(5);
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('runs with the rights of whoever asks, and lets nothing that they wrote become a command', () => {
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push']);
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  it('leaves no right to push with what is only read', () => {
    const checkouts = jobs.flatMap(([name, job]) =>
      job.steps
        .filter(({ uses = '' }) => uses.startsWith('actions/checkout'))
        .map((step) => ({
          name,
          keeps: step.with?.['persist-credentials'] !== false,
          path: step.with?.['path'],
        })),
    );
    expect(checkouts.filter(({ keeps }) => keeps)).toEqual([
      { name: 'release', keeps: true, path: 'programme' },
    ]);
  });

  it('refuses a public repository', () => {
    expect(workflow.jobs['check']?.steps[0]?.run).toContain('exit 1');
    expect(workflow.jobs['release']?.if).toContain('github.event.repository.private');
  });
});

describe('the workflow for GitLab', () => {
  const {
    variables,
    default: preset,
    ...jobs
  } = parse(read('gitlab.yml')) as Readonly<Record<string, Step & Record<string, unknown>>>;

  it('checks a merge request, and releases from the main branch one at a time', () => {
    expect(Object.keys(jobs)).toEqual(['check', 'release']);
    expect(jobs['release']).toMatchObject({ environment: 'public-site', resource_group: 'release' });
  });

  it('refuses a public repository before anything is read', () => {
    expect((preset?.['before_script'] as readonly string[] | undefined)?.[0]).toContain(
      'CI_PROJECT_VISIBILITY',
    );
  });

  it('takes a version of the program that nobody can move', () => {
    expect(variables?.['ZHAOCHA_COMMIT' as never]).toMatch(/^[0-9a-f]{40}$/);
    expect(preset?.['image']).toMatch(/^node:\d+\.\d+\.\d+-/);
  });
});

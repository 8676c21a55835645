import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { follow, newcomerSection, stepsOf } from '../../scripts/newcomer/steps.ts';
import { faultOf } from './commands.ts';

const root = new URL('../../', import.meta.url);
const readMe = readFileSync(new URL('README.md', root), 'utf8');
const section = newcomerSection(readMe);
const steps = stepsOf(section);

describe('the way of a newcomer in the README', () => {
  it('has no step that the script does not run', async () => {
    const lines = section
      .split('```')
      .filter((_, at) => at % 2 === 1)
      .flatMap((block) => block.split('\n').slice(1))
      .filter((line) => line.trim() !== '');
    const acted: string[] = [];
    let clock = 0;
    const timed = await follow(steps, '/empty', {
      act: async (step) => {
        acted.push(step);
      },
      join,
      now: () => (clock += 500),
    });
    expect(timed.map(({ step }) => step)).toEqual(steps);
    expect(timed.every(({ seconds }) => seconds === 0.5)).toBe(true);
    // Every line that is to be typed is part of a step, and each but a change of folder was done.
    for (const line of lines) {
      const typed = line
        .replace(/\s+# .*$/, '')
        .replace(/\s*\\$/, '')
        .trim();
      expect(
        steps.some((step) => step.includes(typed)),
        line,
      ).toBe(true);
    }
    expect(acted).toEqual(steps.filter((step) => !step.startsWith('cd ')));
  });

  it('leads from a clone over a new programme, a file of one’s own and a check to a site', () => {
    expect(
      steps.map((step) =>
        step
          .split(' ')
          .slice(0, step.startsWith('npm') ? 3 : 1)
          .join(' '),
      ),
    ).toEqual(['git', 'cd', 'npm run new', 'cp', 'npm run check', 'npm run build']);
  });

  it('names commands that the program has, and files that a clone holds', () => {
    expect(steps.filter((step) => step.startsWith('npm')).flatMap((step) => faultOf(step) ?? [])).toEqual([]);
    const files = steps.flatMap((step) => [...step.matchAll(/(?<= )test\/\S+/g)].map(([file]) => file));
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });
});

describe('follow', () => {
  it('does each step in the folder that the steps before have gone to, and stops at the first that fails', async () => {
    const where: string[] = [];
    const way = ['git clone A b', 'cd b', 'one', 'cd ../c', 'two', 'three'];
    const act = async (step: string, folder: string) => {
      where.push(`${folder}: ${step}`);
      if (step === 'two') throw new Error('two failed');
    };
    await expect(follow(way, '/start', { act, join, now: () => 0 })).rejects.toThrow('two failed');
    expect(where).toEqual(['/start: git clone A b', '/start/b: one', '/start/c: two']);
  });
});

it('a README without the marks has no way for a newcomer', () => {
  expect(() => newcomerSection('# zhaocha')).toThrow('README.md has no section between');
});

it('a step ends with its line, goes on after a backslash, and leaves out what is said about it', () => {
  const block = 'npm run a -- --b c \\\n  --d "e f"   # 说明\n\n# only said\nnpm test\n';
  expect(stepsOf(`text\n\`\`\`sh\n${block}\`\`\`\n\`\`\`yaml\nno: step\n\`\`\`\n`)).toEqual([
    'npm run a -- --b c --d "e f"',
    'npm test',
  ]);
});

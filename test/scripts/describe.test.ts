import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeProgramme } from '../pipeline/small-programme.ts';

const root = resolve(import.meta.dirname, '..', '..');

function command(name: string, ...parameters: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'scripts', `${name}.ts`), ...parameters],
    { cwd: root, encoding: 'utf8', input: '' },
  );
  return { status, said: stdout + stderr };
}

const survey = `Timestamp,您满意吗？\n${Array.from({ length: 30 }, (_, person) => `2025-03-01 10:00:00,${person % 2 ? '满意' : '不满意'}`).join('\n')}\n`;

describe('npm run describe', () => {
  it('drafts a layout by which check is content, writes it once, and never over a file that is there', async () => {
    const folder = await writeProgramme({ 'layouts/google-forms-a.yaml': null });
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await rm(join(folder, 'drops'), { recursive: true, force: true });
    await mkdir(join(folder, 'drops'));
    await mkdir(join(folder, 'layouts'), { recursive: true });
    const drop = join(folder, 'drops', 'a.csv');
    await writeFile(drop, survey);
    const mine = 'name: mine\ngives: responses\nrecognise: [别的]\n';
    await writeFile(join(folder, 'layouts', 'google-forms-a.yaml'), mine);

    const before = command('check', '--data', folder, '--lang', 'zh');
    expect(before.status).toBe(1);
    expect(before.said).toContain(`npm run describe -- --data ${folder} "${folder}/drops/a.csv"`);

    const first = command('describe', drop, '--data', folder, '--lang', 'en');
    expect(first).toMatchObject({ status: 0 });
    expect(first.said).toContain('Google Forms, UTF-8, header in row 1, 30 rows of data');
    expect((await readdir(join(folder, 'layouts'))).sort()).toEqual([
      'google-forms-a-2.yaml',
      'google-forms-a.yaml',
    ]);
    expect(await readFile(join(folder, 'layouts', 'google-forms-a.yaml'), 'utf8')).toBe(mine);

    expect(command('check', '--data', folder, '--lang', 'en').status).toBe(0);
    const second = command('describe', drop, '--data', folder, '--lang', 'en');
    expect(second).toMatchObject({ status: 0 });
    expect(second.said).toContain('a.csv: the layout google-forms-a fits; nothing to write');
    expect(await readdir(join(folder, 'layouts'))).toHaveLength(2);
  });

  it('says how to answer what only a person can: in the draft, or without it once more', async () => {
    const folder = await writeProgramme({});
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const drop = join(folder, 'drops', 'register.csv');
    await writeFile(drop, '工单编号,受理时间,承办单位\nG1,2025-03-01,公安局\n');
    const { status, said } = command(
      'describe',
      drop,
      '--data',
      folder,
      '--lang',
      'en',
      '--answer',
      'gives=findings',
    );
    expect(status).toBe(0);
    expect(said).toContain('answer in the file, or run again (a draft that nobody changed is replaced) with');
    expect(said).toContain('--answer title=COLUMN');
  });

  it.each([
    { description: 'no file', parameters: [] },
    { description: 'a file that is not there', parameters: ['/nowhere/a.csv'] },
    { description: 'an unknown word', parameters: ['a.csv', '--what'] },
  ])('says how it is used when given $description', ({ parameters }) => {
    const { status, said } = command('describe', ...parameters);
    expect(status).toBe(2);
    expect(said).toContain('npm run describe -- FILE');
  });
});

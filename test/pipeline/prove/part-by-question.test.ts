import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { partByQuestion } from '../../../src/pipeline/prove/part-by-question.ts';
import { filesIn } from '../../../src/verify/files-in.ts';

const answersHead = 'question_id,subject_id,answer_zh,count,status';
const figuresHead = 'subject_id,measure,question_id,count,status';

/** Parts a site of some files. */
async function parted(files: Readonly<Record<string, readonly string[]>>) {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-part-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const site = join(folder, 'site');
  for (const [name, lines] of Object.entries(files)) {
    await mkdir(dirname(join(site, name)), { recursive: true });
    await writeFile(join(site, name), lines.map((line) => `${line}\r\n`).join(''));
  }
  return await partByQuestion(site, await filesIn(site), join(folder, 'parts'));
}

const small = {
  'data/latest/answers.csv': [
    answersHead,
    'a,x,"很满意，\r\n“真的”""是""",3,shown',
    'b,x,好,4,shown',
    'a,y,好,5,shown',
  ],
  'data/latest/figures.csv': [
    figuresHead,
    'x,found,,9,shown',
    'x,responses,,7,shown',
    'x,responses_change,,,withheld',
    'x,answered,a,3,shown',
    'x,answered,b,4,shown',
  ],
  'data/latest/rules.csv': ['rule,value', 'r,1'],
  'data/departments/d/answers.csv': [answersHead, 'a,x,好,3,shown'],
  'data/departments/e/answers.csv': [answersHead, 'a,y,好,5,shown', 'b,y,好,6,shown'],
};

it('puts the rows of each question together as they were written, and those of all departments', async () => {
  const { questions, rows } = await parted(small);
  const text = (table: string, question: string) =>
    rows(table, question)?.toString('utf8').trimEnd().split('\r\n');
  expect(questions).toEqual(['', 'a', 'b']);
  expect(text('data/latest/answers', 'a')).toEqual([
    answersHead,
    'a,x,"很满意，',
    '“真的”""是""",3,shown',
    'a,y,好,5,shown',
  ]);
  expect(text('data/departments/answers', 'a')).toEqual([answersHead, 'a,x,好,3,shown', 'a,y,好,5,shown']);
  expect(text('data/departments/answers', 'b')).toEqual([answersHead, 'b,y,好,6,shown']);
  expect(rows('data/releases/1/answers', 'a')).toBeNull();
});

it('takes rows without a question that are of the responses, or withheld: no other figure says anything of a survey', async () => {
  const { rows } = await parted(small);
  expect(rows('data/latest/figures', '')?.toString()).toBe(
    `${[figuresHead, 'x,responses,,7,shown', 'x,responses_change,,,withheld'].join('\r\n')}\r\n`,
  );
});

it('shows the auditor the public tables as they would be were there no other question', async () => {
  const files = (await parted(small)).files('b');
  const read = async (name: string) => Buffer.from(await files.read(name)).toString();
  expect(files.names).toEqual([
    'data/latest/answers.csv',
    'data/latest/figures.csv',
    'data/latest/rules.csv',
  ]);
  expect(await read('data/latest/answers.csv')).toBe(`${answersHead}\r\nb,x,好,4,shown\r\n`);
  expect(await read('data/latest/figures.csv')).toMatch(/responses,,7.*\r\n.*\r\nx,answered,b,4,shown\r\n$/);
  expect(await read('data/latest/rules.csv')).toBe('rule,value\r\nr,1\r\n');
});

it('refuses tables of departments that have other columns than their like', async () => {
  const odd = { ...small, 'data/departments/e/answers.csv': ['question_id,count', 'a,5'] };
  await expect(parted(odd)).rejects.toThrow('data/departments/e/answers.csv has other columns than its like');
});

it('hands out no more of a site of fifty questions than of one of two', async () => {
  const siteOf = (questions: number) => {
    const ids = Array.from({ length: questions }, (_, place) => `q${String(place).padStart(2, '0')}`);
    return {
      'data/latest/answers.csv': [
        answersHead,
        ...ids.flatMap((id) => [`${id},x,好,3,shown`, `${id},y,好,5,shown`]),
      ],
      'data/latest/figures.csv': [
        figuresHead,
        'x,responses,,7,shown',
        ...ids.map((id) => `x,answered,${id},3,shown`),
      ],
    };
  };
  const largest = async (questions: number) => {
    const { questions: all, files } = await parted(siteOf(questions));
    expect(all).toHaveLength(questions + 1);
    const sizes = [];
    for (const question of all)
      for (const name of files(question).names) sizes.push((await files(question).read(name)).length);
    return Math.max(...sizes);
  };
  expect(await largest(50)).toBe(await largest(2));
});

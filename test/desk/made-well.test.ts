import { expect, it } from 'vitest';
import { madeWell } from '../../src/desk/made-well.ts';
import type { Outcome } from '../../src/pipeline/run.ts';

const words = { zh: '第 2 期已发布。', en: 'Release 2 is out.' };
const outcome: Outcome = {
  settings: null,
  drops: [],
  problems: [],
  more: [],
  fatal: false,
  published: true,
};

it('says what came of it, and nothing more where nothing needs a look', () => {
  expect(madeWell(words, outcome)).toEqual({ as: 'done', words });
});

it('says below it what needs a look, and on which page of the desk that stands', () => {
  const problems = [
    {
      code: 'much-withheld',
      file: 'programme.yaml',
      value: '9/10',
      detail: { zh: '部门', en: 'department' },
    },
  ] as const;
  const { words: said } = madeWell(words, { ...outcome, problems });
  expect(said.zh.split('\n').slice(0, 2)).toEqual([
    '第 2 期已发布。',
    '请看一眼：much-withheld × 1（逐条见“问题”）',
  ]);
  expect(said.en.split('\n')[1]).toBe('Please look: much-withheld × 1 (one by one: Problems)');
});

import { describe, expect, it } from 'vitest';
import { pleaseLook } from '../../src/model/please-look.ts';
import type { Problem } from '../../src/model/problem.ts';

const where = { zh: ' npm run check', en: 'npm run check' };
const repeated: Problem = { code: 'repeated-row', file: 'a.csv', row: 2, value: 'F1' };
const ahead: Problem = {
  code: 'after-today',
  file: 'a.csv',
  row: 3,
  column: 'on',
  value: '2026-12-29',
  detail: '2026-11-30',
};
const withheld: Problem = {
  code: 'much-withheld',
  file: 'programme.yaml',
  value: '9/10',
  detail: { zh: '部门', en: 'department' },
};
const look = (problems: readonly Problem[], tolerated: readonly string[] = []) =>
  pleaseLook({ problems, more: [] }, tolerated, where);

describe('pleaseLook', () => {
  it('says how many there are of each kind and where the list is', () => {
    expect(look([repeated, repeated])).toEqual({
      zh: '请看一眼：repeated-row × 2（逐条见 npm run check）',
      en: 'Please look: repeated-row × 2 (one by one: npm run check)',
    });
  });

  it('says in full which rows are dated after today, and of which answers much is withheld', () => {
    const told = look([ahead, repeated, withheld]);
    expect(told?.zh.split('\n')).toEqual([
      '请看一眼：after-today × 1、repeated-row × 1、much-withheld × 1（逐条见 npm run check）',
      '  a.csv，第 3 行，“on”列：“2026-12-29”晚于今天 2026-11-30',
      '  programme.yaml：为了不让人认出个人，按“部门”公布的各题答案不公布的有 9/10（单位 × 题）',
    ]);
    expect(told?.en.split('\n').slice(1)).toEqual([
      '  a.csv, row 3, column on: “2026-12-29” is after today, 2026-11-30',
      '  programme.yaml: to keep people from being recognised 9/10 of the answers by department are withheld (units × questions)',
    ]);
  });

  it('says nothing of what must be mended, unless the office tolerates it', () => {
    const vanished: Problem = { code: 'vanished-finding', file: 'a.csv', value: 'F1' };
    expect(look([vanished])).toBeNull();
    expect(look([vanished], ['vanished-finding'])?.en).toContain('vanished-finding × 1');
  });
});

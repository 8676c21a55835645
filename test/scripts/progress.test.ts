import { describe, expect, it } from 'vitest';
import { progressBar, progressLine } from '../../scripts/progress.ts';
import type { Step } from '../../src/pipeline/run.ts';

const english = (_: string, en: string) => en;
const chinese = (zh: string) => zh;

describe('the line that is shown while drops are read', () => {
  it('has a bar, the rows and the time left', () => {
    expect(progressLine({ rows: 250_000, share: 0.25, seconds: 2 }, english)).toBe(
      '  █████░░░░░░░░░░░░░░░  25 %  250,000 rows, about 6 s left',
    );
    expect(progressLine({ rows: 1_000_000, share: 1, seconds: 8 }, chinese)).toBe(
      '  ████████████████████  100 %  1,000,000 行，大约还要 0 秒',
    );
  });

  it('names no time before there is something to judge by', () => {
    expect(progressLine({ rows: 0, share: 0, seconds: 0.1 }, chinese)).toBe(
      '  ░░░░░░░░░░░░░░░░░░░░  0 %  0 行',
    );
  });

  const steps: readonly Step[] = [
    { doing: 'reading', rows: 5, share: 0.5 },
    { doing: 'count' },
    { doing: 'publish' },
  ];

  function written(isTTY: boolean): string {
    const texts: string[] = [];
    const write = (text: string | Uint8Array) => texts.push(String(text)) > 0;
    const show = progressBar({ isTTY, write }, () => english);
    for (const step of steps) show(step);
    return texts.join('');
  }

  it('is written over itself on a terminal and gone when the next step begins', () => {
    const seen = written(true).split('\r');
    expect(seen[1]).toMatch(/^ {2}█{10}░{10} {2}50 % {2}5 rows.*\[K$/);
    expect(seen[2]).toBe('\u001b[K');
  });

  it('is not written where nobody could see it move', () => {
    expect(written(false)).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { openWork, type Running } from '../../src/desk/work.ts';

const name = { zh: '检查', en: 'Checking' };
const done = { as: 'done', words: name } as const;

describe('openWork', () => {
  it('lets one piece of work in at a time, and counts them', () => {
    const work = openWork();
    const begun = work.begin(name);
    expect(begun).not.toBe(null);
    expect(work.begin(name)).toBe(null);
    expect(work.turn()).toBe(1);
    begun?.end(done);
    expect(work.running()).toBe(null);
    expect(work.said()).toEqual(done);
    expect(work.begin(name)).not.toBe(null);
    expect(work.turn()).toBe(2);
  });

  it('tells every step and the end to those who watch, and nothing to those who left', () => {
    const work = openWork();
    const heard: (Running | null)[] = [];
    const leave = work.watch((running) => heard.push(running));
    const begun = work.begin(name);
    begun?.tell({ zh: '一半', en: 'half' });
    begun?.end(done);
    leave();
    work.begin(name);
    expect(heard.map((running) => running?.step.en ?? null)).toEqual(['Checking', 'half', null]);
  });
});

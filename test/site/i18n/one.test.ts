import { describe, expect, it } from 'vitest';
import { en } from '../../../src/site/i18n/en.ts';
import { zh } from '../../../src/site/i18n/zh.ts';

describe('what there is one of', () => {
  it('is spoken of as one', () => {
    expect(en.grid.caption(1)).toContain('{found} square.');
    expect(en.department.owed.glossAnswered(1)).toBe('{overdue} problem overdue, with a reply.');
    expect(zh.department.owed.glossAnswered(1)).not.toContain('都');
  });

  it('is spoken of as one where a page is passed on', () => {
    expect(en.home.description(1, '1', '1', '0')).toContain('found 1 problem: 1 confirmed');
    expect(en.department.description(1, 'Police', '1', '0', '1')).toContain('found 1 problem, 0 confirmed');
    expect(en.findings.description(1, '1')).toMatch(/^The 1 problem that officers found: /);
    expect(en.findings.description(1200, '1,200')).toMatch(
      /^The 1,200 problems that officers found, one by one: /,
    );
    expect(en.programme.description(1, '1')).toContain('how 1 problem was found');
  });

  it('is not said to be some of itself', () => {
    for (const { department } of [zh, en]) expect(department.owed.gloss(1)).not.toContain('{no_reply}');
  });

  it('is spoken of as many where it is', () => {
    expect(en.grid.caption(2)).toContain('{found} squares.');
    for (const { department } of [zh, en]) expect(department.owed.gloss(2)).toContain('{no_reply}');
  });
});

import { describe, expect, it } from 'vitest';
import { checkMarkdown } from '../../../scripts/check/check-markdown.ts';
import type { Outcome } from '../../../src/pipeline/run.ts';
import { aFewChanges, noChanges } from './a-few-changes.ts';

const outcome: Outcome = { settings: null, problems: [], more: [], drops: [], fatal: false, published: true };

describe('checkMarkdown', () => {
  it('gives the verdict and the changes as a list, and lets nothing that stands in the data have an effect', () => {
    const lines = checkMarkdown(outcome, aFewChanges, 'zh').split('\n');
    expect(lines[0]).toBe('### ✅ 可以发布');
    expect(lines).toContain('- ⚠️ **大幅变动的数字 · 1**');
    expect(lines).toContain('  - `公安局` 确认整改率 94.0% → 61.0% （原区间 90.0% 至 97.0%）');
    expect(lines).toContain('  - `B1` `` `x`](http://a) <img src=x> @mayor `` `公安局`');
    expect(lines).toContain('- ⚠️ **答卷 1,200 → 900**');
  });

  it('folds the problems in, whatever they hold', () => {
    const value = '```\n</details><script>';
    const text = checkMarkdown(
      { ...outcome, fatal: true, problems: [{ code: 'bad-date', file: 'a.csv', row: 3, value }] },
      null,
      'en',
    );
    expect(text).toContain('### ❌ Cannot be published yet\n\n1 to be mended, 0 to be looked at');
    expect(text).toMatch(
      /<summary>One by one<\/summary>\n\n````text\n[\s\S]*``` <\/details><script>[\s\S]*\n````\n/,
    );
    expect(text).not.toContain('What would change');
  });

  it('says so where nothing changes', () => {
    expect(checkMarkdown(outcome, noChanges, 'en')).toContain('Nothing at all');
  });
});

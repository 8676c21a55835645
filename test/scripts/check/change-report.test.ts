import { describe, expect, it } from 'vitest';
import { changeReport } from '../../../scripts/check/change-report.ts';
import { aFewChanges, noChanges } from './a-few-changes.ts';

describe('changeReport', () => {
  it('says with what it compares, what to look at first, the first of each kind and how many there are', () => {
    expect(changeReport(aFewChanges, 'zh')).toBe(
      [
        '会改变什么',
        '   与第 3 期（版本 1.2.0，数据截至 2025-12-31）相比，数据截至 2026-03-31',
        ' ▲ 大幅变动的数字 · 1',
        '     公安局  确认整改率  94.0% → 61.0%  （原区间 90.0% 至 97.0%）',
        ' ▲ 发现：不见了 · 1',
        '     A9  排队太久  公安局',
        '   发现：更正 · 1',
        '     A2  等候  department_id  police  →  tax  claimed  2025-11-01  →  没有了',
        '   发现：新发现 · 31',
        '     B1  `x`](http://a) <img src=x> @mayor  公安局',
        '     …… 另有 30',
        ' ▲ 答卷 1,200 → 900',
        '   将要隐去的单位 · 2',
        '     渠道  网上办理  2026-Q1  2 道题，12 个数',
        '     …… 另有 1',
        '   ▲ 先看看是不是真的，再公布',
      ].join('\n'),
    );
  });

  it('says the same in English', () => {
    const report = changeReport(aFewChanges, 'en');
    expect(report).toContain('Beside release 3 (version 1.2.0, data to 2025-12-31), data to 2026-03-31');
    expect(report).toContain('Police Bureau  Share confirmed fixed  94.0% → 61.0%');
    expect(report).toContain('claimed  2025-11-01  →  gone');
    expect(report).not.toMatch(/[\u4e00-\u9fff]{5}/);
  });

  it('says so where nothing changes, and where nothing is public yet', () => {
    expect(changeReport(noChanges, 'zh')).toContain('什么都不变');
    expect(changeReport({ ...noChanges, live: null }, 'en')).toContain(
      'Nothing is public yet: seen as a first publication',
    );
  });

  it('is silent of what there never was: a first publication without visits', () => {
    const first = { ...noChanges, live: null, responses: { before: null, after: 40 } };
    const report = changeReport({ ...first, visits: { before: null, after: 0 } }, 'zh');
    expect(report).toContain('答卷 未公布 → 40');
    expect(report).not.toContain('走访');
  });
});

import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { FindingEvent } from '../../../src/site/findings/finding-events.ts';
import { writeTables } from '../public-tables.ts';

const step = (event: string, more: Partial<Record<keyof FindingEvent | `${string}_en`, string>> = {}) =>
  ({
    event,
    event_zh: `${event}（中）`,
    event_en: event,
    on: '2025-03-03',
    by: '',
    note_zh: '',
    note_en: '',
    ...more,
  }) as unknown as FindingEvent;

describe('timelineMarkup', () => {
  let markup: (events: readonly FindingEvent[]) => string;
  beforeAll(async () => {
    vi.resetModules();
    vi.stubEnv('ZHAOCHA_TABLES', writeTables());
    const { timelineMarkup } = await import('../../../src/site/markup/timeline-markup.ts');
    markup = (events) => timelineMarkup(events, 'en');
  });

  it('tells of each step when, what and on whose word', () => {
    expect(markup([step('confirmed', { by: 'officer' })])).toBe(
      '<li class="ok"><p><time datetime="2025-03-03">2025-03-03</time></p><div>' +
        '<svg class="g" aria-hidden="true"><use href="#i-ok"></use></svg><b class="st">confirmed</b>' +
        '\u2002<span class="sm by" data-text>Experience officer</span></div></li>',
    );
  });

  it('says of a claim after the first that it is one more', () => {
    const [, first = '', , second = ''] = markup([step('claimed'), step('claimed')]).split(/<\/?b\b/);
    expect(first).toContain('>claimed');
    expect(second).toContain('>Department says fixed again');
  });

  it('shows a note as text, in its own language where it has no other', () => {
    expect(markup([step('sent', { note_zh: '<b>转</b>"办"' })])).toContain(
      '<p><span data-text lang="zh-CN">&lt;b&gt;转&lt;/b&gt;&quot;办&quot;</span></p>',
    );
  });

  it('says nothing of whose word it is where nobody is known', () => {
    expect(markup([step('found', { by: 'someone' })])).not.toContain('class="sm by"');
  });
});

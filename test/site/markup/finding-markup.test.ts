import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../../src/site/findings/findings.ts';
import type { FindingEvent } from '../../../src/site/findings/finding-events.ts';
import { writeTables } from '../public-tables.ts';

/* The parts of a finding's page that are put together as text: whatever a cell holds is shown as text. */

const hostile = '<img src=x onerror="alert(1)">&\u0000';
const shownAsText = '&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;';

const finding = (more: Partial<Record<string, unknown>> = {}) =>
  ({
    finding_id: '2025-001',
    kind: 'problem',
    status: 'sent',
    found_on: '2025-03-03',
    due_on: '',
    due_time: '',
    department_id: 'tax',
    late: null,
    used_working_days: null,
    limit_working_days: null,
    overdue_working_days: null,
    days_open: 12,
    times_reopened: 0,
    ...more,
  }) as unknown as Finding;

const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '');

describe('the page of a finding', () => {
  let parts: {
    readonly verdict: typeof import('../../../src/site/markup/verdict-markup.ts').verdictMarkup;
    readonly hands: typeof import('../../../src/site/markup/hands-markup.ts').handsMarkup;
    readonly thenNow: typeof import('../../../src/site/markup/then-now-markup.ts').thenNowMarkup;
    readonly facts: typeof import('../../../src/site/findings/finding-facts.ts').factsMarkup;
  };

  beforeAll(async () => {
    vi.resetModules();
    vi.stubEnv('ZHAOCHA_TABLES', writeTables());
    parts = {
      verdict: (await import('../../../src/site/markup/verdict-markup.ts')).verdictMarkup,
      hands: (await import('../../../src/site/markup/hands-markup.ts')).handsMarkup,
      thenNow: (await import('../../../src/site/markup/then-now-markup.ts')).thenNowMarkup,
      facts: (await import('../../../src/site/findings/finding-facts.ts')).factsMarkup,
    };
  });

  it('says where a problem stands and for how long', () => {
    const said = parts.verdict(finding(), 'en');
    expect(plain(said)).toContain('12 days since it was found');
    expect(said).toContain('data-cell="findings:2025-001:days_open"');
  });

  it('says how the time used compares with the limit, and how often it came back', () => {
    const said = parts.verdict(
      finding({
        status: 'confirmed',
        confirmed_on: '2025-04-01',
        late: true,
        used_working_days: 21,
        limit_working_days: 15,
        times_reopened: 2,
      }),
      'en',
    );
    expect(said).toContain('<time datetime="2025-04-01">');
    for (const column of ['used_working_days', 'limit_working_days', 'times_reopened'])
      expect(said).toContain(`data-cell="findings:2025-001:${column}"`);
    expect(said).not.toContain('days_open');
  });

  it('does not call one that was sent back on time, however early it was said fixed', () => {
    const reopened = { status: 'reopened', overdue: true, overdue_working_days: 149, times_reopened: 1 };
    const used = { late: false, used_working_days: 168, limit_working_days: 15 };
    const said = plain(parts.verdict(finding({ ...reopened, ...used }), 'en'));
    expect(said).toContain('168 working days since sending, limit 15');
    expect(said).not.toContain('on time');
    expect(plain(parts.verdict(finding({ ...reopened, ...used, late: true }), 'en'))).toContain('late');
  });

  it('draws in whose hands it was, to the day, with the limit', () => {
    const events = [
      { event: 'sent', on: '2025-03-05' },
      { event: 'claimed', on: '2025-03-15' },
      { event: 'confirmed', on: '2025-03-25' },
    ] as unknown as FindingEvent[];
    const drawn = parts.hands(finding({ due_on: '2025-03-20' }), events, 'en');
    expect(drawn).toContain('<rect class="f-ink" x="0%" y="6" width="50%" height="18">');
    expect(drawn).toContain('<rect class="f-aw" fill="url(#hx)" x="50%" y="6" width="50%" height="18">');
    expect(drawn).toContain('<line x1="75%" x2="75%"');
  });

  it('draws nothing of what was in no hands', () => {
    expect(parts.hands(finding(), [], 'en')).toBe('');
  });

  it('shows what was and what is only where both are told, and as text', () => {
    const was = { description_en: hostile };
    expect(parts.thenNow(finding(was), 'en')).toBe('');
    const both = parts.thenNow(finding({ ...was, now_zh: '改好了' }), 'en', { dated: true });
    expect(both).toContain(shownAsText);
    expect(both).toContain('<p><span data-text lang="zh-CN">改好了</span></p>');
  });

  it('lists what is known as text, and leads to the page of what has one', () => {
    const listed = parts.facts(
      finding({ department_en: hostile, due_on: '2025-03-20', due_time: '12:00' }),
      'en',
    );
    expect(listed).toContain(`<a href="/en/departments/tax/"><span data-text>${shownAsText}</span></a>`);
    expect(listed).toContain('<time datetime="2025-03-20">2025-03-20</time> <time>12:00</time>');
  });
});

describe('the frame of a page', () => {
  let frame: {
    readonly head: typeof import('../../../src/site/markup/head-markup.ts').headMarkup;
    readonly header: typeof import('../../../src/site/markup/header-markup.ts').headerMarkup;
  };
  const site = [
    { field: 'cutoff', value: '2025-09-30' },
    { field: 'site', value: 'https://city.example' },
    { field: 'languages', value: 'zh en' },
  ];

  beforeAll(async () => {
    vi.resetModules();
    vi.stubEnv('ZHAOCHA_TABLES', writeTables({ programme: site }));
    frame = {
      head: (await import('../../../src/site/markup/head-markup.ts')).headMarkup,
      header: (await import('../../../src/site/markup/header-markup.ts')).headerMarkup,
    };
  });

  it('names the page in every language, and says what it is to whoever passes it on', () => {
    const head = frame.head({ language: 'en', path: 'method/', title: hostile, description: hostile });
    expect(head).toContain('<link rel="canonical" href="https://city.example/en/method/">');
    expect(head).toContain('<link rel="alternate" hreflang="zh-CN" href="https://city.example/method/">');
    expect(head).toContain(`<meta property="og:title" content="${shownAsText} · `);
    expect(head).not.toContain('<img');
  });

  it('says nothing of a page that is not for search engines but that', () => {
    const head = frame.head({
      language: 'zh',
      path: 'embed/',
      title: '',
      description: '',
      unlisted: true,
    });
    expect(head).toContain('<meta name="robots" content="noindex">');
    expect(head).not.toMatch(/canonical|og:|rel="alternate"/);
  });

  it('keeps what it tells to machines inside its element', () => {
    const things = [{ '@type': 'Dataset', name: '</script><script>alert(1)' }];
    const head = frame.head({ language: 'zh', path: '', title: '', description: '', things });
    expect(head.match(/<\/script>/g)).toHaveLength(1);
  });

  it('marks the part of the site, and shows the way here as text', () => {
    const header = frame.header({
      language: 'zh',
      path: 'findings/1/',
      part: 'findings',
      crumbs: [
        { of: { text: hostile, lang: 'en' }, path: 'departments/tax/' },
        { of: { text: '1', lang: undefined } },
      ],
      accounts: false,
    });
    expect(header).toContain('<a href="/findings/" aria-current="page">');
    expect(header).toContain(`<a href="/departments/tax/" lang="en">${shownAsText}</a><span>1</span></nav>`);
    expect(header).toContain('<a href="/en/findings/1/" lang="en" hreflang="en">English</a>');
    expect(header).not.toContain('#whence');
  });
});

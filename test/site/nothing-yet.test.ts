import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables } from './public-tables.ts';

const none = { period: 'all', count: 0, value: 0, status: 'shown' };
const subjects = [
  { subject_kind: 'programme', subject_id: 'all' },
  { subject_kind: 'department', subject_id: 'tax' },
];

/** The markup of a page of a programme on its first day. */
let page: (name: 'home' | 'findings' | 'department') => Promise<string>;

const descriptionOf = (html: string) => /<meta name="description" content="([^"]*)"/.exec(html)?.[1];

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    figures: subjects.flatMap((subject) =>
      ['found', 'confirmed', 'claimed', 'overdue'].map((measure) => ({ ...subject, ...none, measure })),
    ),
    departments: [{ department_id: 'tax', name_zh: '税务局' }],
  });
  const container = await AstroContainer.create();
  const { tables } = await import('../../src/site/tables/tables.ts');
  const { listPages } = await import('../../src/site/findings/finding-lists.ts');
  const parts = {
    home: [await import('../../src/site/pages/[...language]/index.astro'), {}],
    findings: [
      await import('../../src/site/components/ListFirstPage.astro'),
      { list: listPages.find(({ path }) => path === '') },
    ],
    department: [
      await import('../../src/site/pages/[...language]/departments/[department].astro'),
      { department: tables.departments[0] },
    ],
  } as const;
  page = async (name) => {
    const [{ default: component }, props] = parts[name];
    return await container.renderToString(component, { props: { language: 'zh', ...props } });
  };
});

describe('a programme on its first day', () => {
  it.each([
    ['home', '还没有发现问题。'],
    ['findings', '还没有发现问题。'],
    ['department', '税务局：还没有发现问题。'],
  ] as const)(
    'tells a search engine of %s that nothing was found yet, and counts no noughts',
    async (name, told) => {
      expect(descriptionOf(await page(name))).toBe(told);
    },
  );

  it('does not boast of a complete register of nothing', async () => {
    expect(await page('findings')).not.toContain('一件不落');
  });

  it('has no heading with nothing under it', async () => {
    expect(await page('home')).not.toMatch(/做得好的|最近确认改好的/);
  });
});

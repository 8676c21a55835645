import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables, type TestRow } from './public-tables.ts';

/* Departments that were merged, renamed or ended: those that are there come first, and of each it can be read what became of it. */

const found = (subject_id: string, count: number): TestRow => ({
  ...{ subject_kind: subject_id === 'all' ? 'programme' : 'department', subject_id, period: 'all' },
  ...{ measure: 'found', count, value: count, status: 'shown' },
});

/** What a reader reads of a page, and the addresses that it links to. */
let read: (page: 'departments' | 'department', id?: string) => Promise<{ text: string; links: string[] }>;

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    figures: [found('all', 6), found('archives', 1), found('land', 2), found('tax', 3)],
    findings: ['archives', 'land', 'tax'].map((department_id) => ({
      ...{ finding_id: `F-${department_id}`, kind: 'problem', status: 'sent', department_id },
      title_zh: '窗口没有人',
    })),
    departments: [
      { department_id: 'archives', name_zh: '档案馆', pinyin: 'a', until: '2024-06-30' },
      {
        ...{ department_id: 'land', name_zh: '国土局', pinyin: 'b' },
        ...{ until: '2022-03-31', successor_id: 'resources' },
      },
      { department_id: 'tax', name_zh: '税务局', pinyin: 'c' },
      { department_id: 'resources', name_zh: '自然资源局', pinyin: 'd', since: '2022-04-01' },
    ],
    periods: [{ period: '2025-Q1', starts_on: '2025-01-01', ends_on: '2025-03-31', complete: true }],
  });
  const container = await AstroContainer.create();
  const pages = {
    departments: await import('../../src/site/pages/[...language]/departments/index.astro'),
    department: await import('../../src/site/pages/[...language]/departments/[department].astro'),
  };
  const { departmentOf } = await import('../../src/site/departments.ts');
  read = async (page, id = '') => {
    const html = await container.renderToString(pages[page].default, {
      props: { language: 'zh', department: departmentOf(id) },
    });
    const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
    return {
      text: main.replaceAll(/<(style|svg)[\s\S]*?<\/\1>|<[^>]+>/g, '').replaceAll(/\s+/g, ''),
      links: [...main.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href),
    };
  };
});

describe('departments that were reorganised', () => {
  it('stand after those that are there, with the day on which they ended and who came after them', async () => {
    const { text, links } = await read('departments');
    expect(text).toMatch(/税务局.*自然资源局.*档案馆2024-06-30止.*国土局2022-03-31止，其后为自然资源局/);
    expect(links.filter((href) => href === '/departments/resources/').length).toBeGreaterThan(1);
  });

  it('are named on the page of the department that came after them', async () => {
    const { text, links } = await read('department', 'resources');
    expect(text).toContain('前身：国土局；以前发现的问题仍在它们的页面上。');
    expect(links).toContain('/departments/land/');
  });

  it('lead to that department', async () => {
    const { text, links } = await read('department', 'land');
    expect(text).toContain('这个部门由自然资源局接替。存在至2022年3月31日。');
    expect(links).toContain('/departments/resources/');
  });
});

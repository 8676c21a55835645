import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables, type TestRow } from './public-tables.ts';

const subject = { subject_kind: 'programme', subject_id: 'all', period: 'all' };
const figures: TestRow[] = [
  { ...subject, measure: 'responses', count: 380, value: 380, status: 'shown' },
  { ...subject, measure: 'answered', question_id: 'care', count: 377, value: 377, status: 'shown' },
  ...['found', 'confirmed', 'claimed', 'overdue'].map((measure) => ({
    ...subject,
    measure,
    count: 0,
    value: 0,
    status: 'shown',
  })),
];

/** What a reader reads of a page of a programme that asks people and finds no problems. */
let read: (page: string, props?: object) => Promise<string>;

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    programme: [
      { field: 'languages', value: 'zh en' },
      { field: 'name_zh', value: '县医院患者调查' },
      { field: 'cutoff', value: '2025-09-30' },
    ],
    figures,
    questions: [
      { question_id: 'care', survey: 'ward', kind: 'single', text_zh: '护士照护得好吗？', place: 1 },
    ],
    releases: [
      {
        release: '1',
        version: '1.0.0',
        published_on: '2025-10-01',
        cutoff: '2025-09-30',
        found: 0,
        confirmed: 0,
      },
    ],
    departments: [{ department_id: 'birth', name_zh: '产科病区', name_en: 'Maternity' }],
    measures: [
      { measure: 'responses', kind: 'count', name_zh: '收回的问卷' },
      { measure: 'answered', kind: 'count', name_zh: '回答人数' },
    ],
  });
  const container = await AstroContainer.create();
  const pages = {
    home: await import('../../src/site/pages/[...language]/index.astro'),
    departments: await import('../../src/site/pages/[...language]/departments/index.astro'),
    changes: await import('../../src/site/pages/[...language]/changes/index.astro'),
    department: await import('../../src/site/pages/[...language]/departments/[department].astro'),
  };
  const { tables } = await import('../../src/site/tables/tables.ts');
  read = async (page, props = { department: tables.departments[0] }) => {
    const { default: component } = pages[page as keyof typeof pages];
    const html = await container.renderToString(component, { props: { language: 'zh', ...props } });
    return html
      .replaceAll(/<style[\s\S]*?<\/style>/g, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, '');
  };
});

describe('a programme that asks people and finds no problems', () => {
  it('opens with how many answered, and leads to every question', async () => {
    const home = await read('home');
    expect(home).toMatch(/收回380份问卷/);
    expect(home).toContain('护士照护得好吗？');
  });

  it.each(['home', 'departments', 'department', 'changes'])(
    'says nothing of problems, deadlines or officers on the page %s',
    async (page) => {
      expect(await read(page)).not.toMatch(/发现|逾期|整改|体验官|问题台账/);
    },
  );

  it('names its units without a table of noughts', async () => {
    expect(await read('departments')).toContain('产科病区');
    expect(await read('department')).toContain('产科病区');
  });
});

import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables, type TestRow } from './public-tables.ts';

const all = { subject_kind: 'programme', subject_id: 'all', period: 'all', status: 'shown' };
const count = (measure: string, number: number): TestRow => ({
  ...all,
  measure,
  count: number,
  value: number,
});
const late: TestRow = {
  finding_id: 'AJ1',
  kind: 'problem',
  status: 'found',
  overdue: true,
  found_on: '2025-03-05',
  title_zh: '灭火器压力不足',
  department_id: 'fire',
  due_on: '2025-04-05',
  replies: 0,
  overdue_working_days: 8,
};

/** What a reader reads of the four steps, of the balance, and of a problem that is owed. */
let read: () => Promise<string>;

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    findings: [late],
    figures: [
      count('found', 1),
      count('sent', 0),
      count('ever_claimed', 0),
      count('confirmed', 0),
      count('overdue', 1),
      count('no_reply', 1),
    ],
    departments: [{ department_id: 'fire', name_zh: '消防救援大队' }],
  });
  const { default: Steps } = await import('../../src/site/components/Steps.astro');
  const { default: Balance } = await import('../../src/site/components/Balance.astro');
  const { owedItem } = await import('../../src/site/findings/owed-rows.ts');
  const { tables } = await import('../../src/site/tables/tables.ts');
  const container = await AstroContainer.create();
  read = async () => {
    const props = { language: 'zh', subject: { kind: 'programme', id: 'all' } };
    const parts = [
      await container.renderToString(Steps, { props }),
      await container.renderToString(Balance, { props }),
      ...tables.findings.map((finding) => owedItem(finding, 'zh', 'department')),
    ];
    return parts
      .join(' ')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, '');
  };
});

describe('a register that tells nothing of what passed between office and department', () => {
  it('accuses nobody of not having replied', async () => {
    expect(await read()).not.toMatch(/回复/);
  });

  it('shows no step at which nothing is known to have happened, and numbers those that are left', async () => {
    const told = await read();
    expect(told).toMatch(/①发现.*②部门称已整改.*③体验官确认/);
    expect(told).not.toContain('反馈');
  });

  it('still says what is overdue, and for how long', async () => {
    expect(await read()).toMatch(/逾期8个工作日灭火器压力不足AJ1消防救援大队期限2025-04-05$/);
  });
});

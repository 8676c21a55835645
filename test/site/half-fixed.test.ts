import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, expect, it } from 'vitest';
import { writeTables, type TestRow } from './public-tables.ts';

const median = (kind: string, id: string, what: string, rest: TestRow): TestRow => ({
  subject_kind: kind,
  subject_id: id,
  period: 'all',
  question_id: '',
  measure: `median_days_to_${what}`,
  ...rest,
});

const figures = [
  median('department', 'tax', 'confirmed', { base: 40, value: 48, status: 'shown' }),
  median('department', 'tax', 'claimed', { base: 40, value: 1, status: 'shown' }),
  median('department', 'police', 'confirmed', { base: 18, status: 'not_estimable' }),
  median('department', 'police', 'claimed', { base: 18, value: 23, status: 'shown' }),
  median('department', 'archives', 'confirmed', { base: 6, status: 'too_few' }),
  median('department', 'archives', 'claimed', { base: 6, status: 'too_few' }),
  median('programme', 'all', 'confirmed', { base: 506, value: 51, status: 'shown' }),
];

/** What a reader reads of a department. */
let told: (id: string, name: string) => Promise<string>;

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({ figures });
  const { default: HalfFixed } = await import('../../src/site/components/HalfFixed.astro');
  const container = await AstroContainer.create();
  told = async (id, name) => {
    const html = await container.renderToString(HalfFixed, {
      props: { subject: { kind: 'department', id }, name: { text: name, lang: undefined }, language: 'en' },
    });
    return html
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  };
});

it('says by which day half were confirmed, said fixed, and confirmed in all departments', async () => {
  expect(await told('tax', 'Tax')).toBe(
    'Tax: half of the problems were confirmed fixed within 48 days of being found. Half were said fixed within 1 day. In all departments together half were confirmed fixed within 51 days.',
  );
});

it('says of a half that has not come yet that it has not, instead of a number', async () => {
  expect(await told('police', 'Police')).toMatch(
    /^Police: fewer than half of the problems have been confirmed fixed so far\. Half were said fixed/,
  );
});

it('says nothing of a department with too few problems, which the title of the figure has said', async () => {
  expect(await told('archives', 'Archives')).toBe(
    'In all departments together half were confirmed fixed within 51 days.',
  );
});

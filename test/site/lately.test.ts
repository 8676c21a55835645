import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, expect, it } from 'vitest';
import { writeTables, type TestRow } from './public-tables.ts';

/* After years the sum of everything says little of now: the first page says what happened in the latest period that is over. */

const counted = (period: string, measure: string, count: number): TestRow => ({
  ...{ subject_kind: 'programme', subject_id: 'all', period, measure },
  ...{ count, value: count, status: 'shown' },
});

let said = '';

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    periods: ['2026-07', '2026-08', '2026-09'].map((period) => ({
      ...{ period, starts_on: `${period}-01`, ends_on: `${period}-30` },
      complete: period !== '2026-09',
    })),
    figures: ['2026-07', '2026-08', '2026-09'].flatMap((period, place) => [
      counted(period, 'found', 10 + place),
      counted(period, 'claims_made', 20 + place),
      counted(period, 'confirmations_made', 30 + place),
      counted(period, 'reopenings_made', 40 + place),
    ]),
  });
  const container = await AstroContainer.create();
  const { default: lately } = await import('../../src/site/components/Lately.astro');
  const html = await container.renderToString(lately, { props: { language: 'en' } });
  said = html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
});

it('says what happened in the latest month that is over, not in the one that is running', () => {
  expect(said).toMatch(
    /^Lately, in August 2026 ?: 11 found; said fixed 21, confirmed 31, sent back 41 times\.$/,
  );
});

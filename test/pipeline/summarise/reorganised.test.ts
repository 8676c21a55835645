import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { published, type TableName } from '../../../src/model/published.ts';
import { rowsOf, type PublicTables } from '../../../src/verify/read-table.ts';
import { recount } from '../../../src/verify/recount/recount.ts';
import { runFolder, settingsText, writeProgramme, type Result } from '../small-programme.ts';

/*
 * A department that became another in the middle of the programme: each is followed while it was there. A month before it was
 * founded, or after it ended, is no month in which nothing was found.
 */

const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const findings = Array.from({ length: 150 }, (_, place) => ({
  id: `F-${place}`,
  found: later('2024-01-01', place * 7 - (place % 3) + 2),
})).flatMap(({ id, found }) =>
  ['a', 'b'].map((letter) => ({
    id: `${id}${letter}`,
    found,
    department: found <= '2025-06-30' ? 'works' : 'roads',
  })),
);

const events = findings.flatMap(({ id, found }, place) =>
  // The last of the old department is confirmed in the third month after its end.
  place % 2 === 0 ? [`${id},claimed,${later(found, 5)}`, `${id},confirmed,${later(found, 80)}`] : [],
);

let programme: Result;
let figures: readonly Readonly<Record<string, string>>[];

beforeAll(async () => {
  const folder = await writeProgramme({
    'programme.yaml': settingsText({ period: 'month', cutoff: '2026-06-30' }),
    'lookup/departments.csv':
      'id,name_zh,since,until,successor\nworks,建设局,,2025-06-30,roads\nroads,路政局,2025-07-01,,\n',
    'drops/1.csv': `finding_id,kind,found_on,title_zh,department\n${findings.map((one) => `${one.id},problem,${one.found},窗口没有人,${one.department}\n`).join('')}`,
    'drops/2.csv': `finding_id,event,on\n${events.join('\n')}\n`,
    'lookup/services.csv': null,
  });
  programme = await runFolder(folder);
  expect(programme.outcome.published).toBe(true);
  figures = await programme.rows('figures');
});

afterAll(() => rm(programme.folder, { recursive: true, force: true }));

const months = (department: string, measure: string, column?: string) =>
  figures
    .filter(
      (row) => row['subject_id'] === department && row['measure'] === measure && row['period'] !== 'all',
    )
    .filter((row) => column === undefined || (row[column] ?? '') !== '')
    .map((row) => row['period'] ?? '')
    .sort();

describe('departments that were there for a part of the time', () => {
  it('have a number found for each month in which they were there, and no other', () => {
    expect([months('works', 'found').at(0), months('works', 'found').at(-1)]).toEqual(['2024-01', '2025-06']);
    expect(months('works', 'found')).toHaveLength(18);
    expect([months('roads', 'found').at(0), months('roads', 'found').at(-1)]).toEqual(['2025-07', '2026-06']);
  });

  it('are followed further while something is still done about what was found there', () => {
    expect(months('works', 'confirmations_made').at(-1)).toBe('2025-09');
    expect(months('works', 'claims_made').at(-1)).toBe('2025-09');
    expect(months('roads', 'confirmations_made').at(0)).toBe('2025-07');
  });

  it('are judged, and compared with the year before, by those months alone', () => {
    expect(months('works', 'confirmations_made', 'limits').at(-1)).toBe('2025-06');
    expect(months('roads', 'found', 'limits')).toHaveLength(12);
    expect(months('roads', 'found_on_year')).toEqual([]);
    const drift = figures.find((row) => row['subject_id'] === 'works' && row['measure'] === 'found_drift');
    expect(drift?.['base']).toBe('18');
  });

  it('are judged the same by whoever counts again', async () => {
    const entries = await Promise.all(
      (Object.keys(published) as TableName[]).map(
        async (name) => [name, rowsOf(new TextEncoder().encode(await programme.text(name)))] as const,
      ),
    );
    expect(recount(Object.fromEntries(entries) as unknown as PublicTables).differences).toEqual([]);
  });
});

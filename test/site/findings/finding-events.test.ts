import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestRow, writeTables } from '../public-tables.ts';

const finding_events: TestRow[] = [
  { finding_id: '2025-001', step: 1, event: 'found', on: '2025-03-03', note_zh: '窗口说“不行”，\n没有单子' },
  { finding_id: '2025-001', step: 2, event: 'claimed', on: '2025-03-09', note_zh: '=已改' },
  { finding_id: '2025-002', step: 1, event: 'found', on: '2025-04-01' },
];

async function read(rows: readonly TestRow[]) {
  vi.resetModules();
  const findings = ['2025-001', '2025-002'].map((finding_id) => ({ finding_id }));
  vi.stubEnv('ZHAOCHA_TABLES', writeTables({ findings, finding_events: rows }));
  return await import('../../../src/site/findings/finding-events.ts');
}

describe('the steps of findings', () => {
  let events: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    events = await read(finding_events);
  });

  it('are told with what happened and when', () => {
    expect(events.stepsOf('2025-001')).toEqual([
      { event: 'found', on: '2025-03-03' },
      { event: 'claimed', on: '2025-03-09' },
    ]);
    expect(events.eventCount).toBe(3);
  });

  it('are told in full as the file has them', () => {
    expect(events.eventsOf('2025-001').map(({ step, note_zh }) => [step, note_zh])).toEqual([
      [1, '窗口说“不行”，\n没有单子'],
      [2, '=已改'],
    ]);
    expect(events.eventsOf('2025-002')).toHaveLength(1);
  });

  it('are none for a finding without any', () => {
    expect([events.stepsOf('x'), events.eventsOf('x'), events.eventLinesOf('x').length]).toEqual([[], [], 0]);
  });

  it('must stand together', async () => {
    const [one = {}, two = {}, three = {}] = finding_events;
    await expect(read([one, three, two])).rejects.toThrow(
      'finding_events.csv, row 4: the steps of 2025-001 do not stand together',
    );
  });

  it('must be of their types where they are told in full', async () => {
    const { stepsOf, eventsOf } = await read([{ finding_id: '2025-001', event: 'found', step: 'first' }]);
    expect(stepsOf('2025-001')).toEqual([{ event: 'found', on: '' }]);
    expect(() => eventsOf('2025-001')).toThrow(
      'finding_events.csv, row 2, step: “first” is not of type integer',
    );
  });
});

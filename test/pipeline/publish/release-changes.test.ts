import { describe, expect, it } from 'vitest';
import type { Correction } from '../../../src/model/register.ts';
import { nothingEarlier, type Earlier, type RecordedRelease } from '../../../src/model/release.ts';
import { putBackRows, watchChanges } from '../../../src/pipeline/publish/release-changes.ts';

/* What a release that goes back to an earlier one tells: the way back is the one reason of every difference. */

const told = { release: '2', table: 'findings', row: 'F-1', column: 'status', reason: 'reopened' };
const earlier: Earlier = {
  ...nothingEarlier,
  releases: [{ record: { release: 2 } } as unknown as RecordedRelease],
  findings: [
    { finding_id: 'F-1', status: 'confirmed', severity: 'minor' },
    { finding_id: 'F-2', status: 'found', severity: 'minor' },
  ],
  finding_events: [{ finding_id: 'F-1', event: 'confirmed', on: '2026-05-01' }],
  release_changes: [told],
};
const before = [
  { finding_id: 'F-1', status: 'reopened', severity: 'serious' },
  { finding_id: 'F-3', status: 'sent', severity: 'minor' },
];

it('calls nothing found, gone on, sent back, corrected or removed that a way back brings or takes', () => {
  const rows = putBackRows(earlier, before, []).slice(1);
  expect(rows.map(({ row, column, reason }) => [row, column, reason])).toEqual([
    ['F-1', 'status', 'put_back'],
    ['F-1', 'severity', 'put_back'],
    ['F-3', '', 'put_back'],
    ['F-2', '', 'put_back'],
    ['F-1 confirmed 2026-05-01', '', 'put_back'],
  ]);
});

it('leaves what earlier releases told as they told it', () => {
  expect(putBackRows(earlier, before, [])[0]).toEqual({ ...told, release: 2 });
});

describe('a deadline that nobody gave, and that is another now', () => {
  const then = { finding_id: 'F-1', severity: 'minor', sent_on: '2026-02-04', due_on: '2026-03-18' };
  const corrected = (more: Partial<Correction>): Correction => ({
    ...{ finding_id: 'F-1', event: '', column: 'severity', before: '', after: '' },
    ...{ corrected_by: 'b.csv', ...more },
  });
  const dueOn = (now: Partial<typeof then>, corrections: readonly Correction[]) => {
    const watch = watchChanges({ ...earlier, findings: [then], finding_events: [] }, corrections);
    watch?.see.findings({ ...then, due_on: '2026-02-25', ...now });
    return watch?.rows().find(({ column }) => column === 'due_on');
  };

  it.each([
    { moved: 'another severity', now: { severity: 'ordinary' }, by: corrected({}) },
    {
      moved: 'another day on which it was sent',
      now: { sent_on: '2026-01-14' },
      by: corrected({ event: 'sent 2026-02-04 09:30', column: 'on', after: '2026-01-14' }),
    },
    {
      moved: 'that it was sent by mistake',
      now: { sent_on: '2026-02-11' },
      by: corrected({ event: 'sent 2026-02-04', column: 'event' }),
    },
  ])('names the file that moved it: $moved', ({ now, by }) => {
    expect(dueOn(now, [by])).toMatchObject({ reason: 'correction', source: 'b.csv' });
  });

  it('names the file that gave another one rather than one that moved it', () => {
    const given = corrected({ column: 'due_on', corrected_by: 'c.csv' });
    expect(dueOn({ severity: 'ordinary' }, [corrected({}), given])?.['source']).toBe('c.csv');
  });

  it('names no file where none of these is another: then the settings moved it', () => {
    const before = [corrected({}), corrected({ event: 'sent 2026-02-04', column: 'on' })];
    expect(dueOn({}, before)).toMatchObject({ reason: 'correction', source: '' });
  });
});

import { expect, it } from 'vitest';
import { nothingEarlier, type Earlier, type RecordedRelease } from '../../../src/model/release.ts';
import { putBackRows } from '../../../src/pipeline/publish/release-changes.ts';

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

import { describe, expect, it } from 'vitest';
import type { Earlier } from '../../../src/model/release.ts';
import { changedDeadlines } from '../../../src/pipeline/releases/changed-deadlines.ts';

/* Other deadlines judge again what was sent years ago: whoever changes them hears it, with the line that keeps the earlier ones. */

const earlier = {
  releases: [{ record: { release: 3, cutoff: '2023-09-30' }, sha256: '' }],
  programme: [
    { field: 'deadline_serious', value: '10' },
    { field: 'deadline_ordinary', value: '20' },
    { field: 'deadline_minor', value: '40' },
  ],
} as unknown as Earlier;
const before = { serious: 10, ordinary: 20, minor: 40 };
const now = { serious: 7, ordinary: 15, minor: 40 };

describe('changedDeadlines', () => {
  it('says which are others than in the last release, and what to write', () => {
    expect(changedDeadlines({ deadlines: now }, earlier)).toEqual([
      {
        code: 'deadlines-changed',
        file: 'programme.yaml',
        value: 'ordinary 20 → 15, serious 10 → 7',
        detail: 'earlier_deadlines: [{ until: 2023-09-30, minor: 40, ordinary: 20, serious: 10 }]',
      },
    ]);
    expect(changedDeadlines({}, earlier)).toMatchObject([
      { value: 'minor 40 → –, ordinary 20 → –, serious 10 → –' },
    ]);
  });

  it('says nothing where they are the same, where it is said until when the earlier ones held, or before the first release', () => {
    expect(changedDeadlines({ deadlines: before }, earlier)).toEqual([]);
    const settings = { deadlines: now, earlier_deadlines: [{ until: '2023-12-31', ...before }] };
    expect(changedDeadlines(settings, earlier)).toEqual([]);
    expect(changedDeadlines({ deadlines: now }, { releases: [], programme: [] })).toEqual([]);
  });

  it('says it again where they are said to have ended before the last release', () => {
    const settings = { deadlines: now, earlier_deadlines: [{ until: '2023-01-31', ...before }] };
    expect(changedDeadlines(settings, earlier)).toHaveLength(1);
  });
});

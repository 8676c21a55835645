import { describe, expect, it } from 'vitest';
import { openSolver } from '../../../src/pipeline/protect/solve.ts';
import type { System } from '../../../src/pipeline/protect/system.ts';
import { withhold } from '../../../src/pipeline/protect/withhold.ts';

/** Some units with their total, which is never withheld: every unit under ten must stay in doubt by ten. */
function unitsAndTotal(counts: readonly number[]): System {
  const all = [...counts.keys()];
  return {
    counts: Int32Array.from(counts),
    records: [
      ...counts.map((count, unit) => ({ name: `unit ${unit}`, cost: count, needs: null })),
      { name: 'total', cost: null, needs: null },
    ],
    numbers: [...all.map((unit) => ({ record: unit, atoms: [unit] })), { record: all.length, atoms: all }],
    identities: [],
    limits: [],
    targets: all
      .filter((unit) => (counts[unit] ?? 0) < 10)
      .map((unit) => ({ name: `unit ${unit}`, atoms: [unit], width: 10 })),
    near: (_, step) => (step === 0 ? all : null),
  };
}

describe('withhold, within a bounded effort', () => {
  const system = unitsAndTotal([3, 12, 400]);

  it('withholds the smallest unit besides, and proves the doubt', async () => {
    const { records, certificates, exposed } = withhold(system, [0], await openSolver());
    expect([...records].sort()).toEqual([0, 1]);
    expect(certificates.flatMap(({ targets }) => targets)).toEqual([0]);
    expect(exposed).toEqual([]);
  });

  it.each([0, 1, 2])(
    'asks the solver %i times and no more; what is not proven by then is exposed',
    async (most) => {
      const { solves, certificates, exposed } = withhold(system, [0], await openSolver(), most);
      expect(solves).toBeLessThanOrEqual(most);
      expect([...certificates.flatMap(({ targets }) => targets), ...exposed]).toEqual([0]);
      if (most === 0) expect(exposed).toEqual([0]);
    },
  );

  it('asks of a small system although it has more doubts than questions allowed: what can be proven is', async () => {
    const { exposed, solves } = withhold(unitsAndTotal([5, 6, 40]), [0, 1], await openSolver(), 1);
    expect({ exposed, solves }).toEqual({ exposed: [1], solves: 1 });
  });
});

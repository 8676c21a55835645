import { describe, expect, it } from 'vitest';
import { openSolver } from '../../../src/pipeline/protect/solve.ts';
import type { Atoms, System } from '../../../src/pipeline/protect/system.ts';
import { withhold } from '../../../src/pipeline/protect/withhold.ts';
import { readSdc, type Case } from '../../reference/read-sdc.ts';

/* Cases with the bounds that R found (MANIFEST.md): what is known too closely is exposed, and what can be mended is. */

const width = 5;

/** The true counts of the atoms, as far as the case tells each; null where it does not. */
function countsOf({ atoms, published, withheld, expected }: Case): Int32Array | null {
  const counts = atoms.map((_, atom) => {
    const isAlone = ({ atoms: own }: { readonly atoms: readonly number[] }) =>
      own.length === 1 && own[0] === atom;
    const hidden = withheld.find(isAlone);
    return expected.find(({ id }) => id === hidden?.id)?.true ?? published.find(isAlone)?.lo ?? null;
  });
  return counts.includes(null) ? null : Int32Array.from(counts.map((count) => count ?? 0));
}

/** A case as a system: what it withholds must stay in doubt by five. */
function systemOf(
  one: Case,
  counts: Int32Array,
  costOf: (atoms: readonly number[]) => number | null,
): System {
  const all = [...one.atoms.keys()];
  const numbers = [...one.withheld, ...one.published];
  return {
    counts,
    records: numbers.map(({ id, atoms }) => ({ name: id, cost: costOf(atoms), needs: null })),
    numbers: numbers.map(({ atoms }, record) => ({ record, atoms })),
    identities: [],
    limits: [],
    targets: one.withheld.map(({ id, atoms }) => ({ name: id, atoms, width })),
    near: (_, step) => (step === 0 ? all : null),
  };
}

/** Only numbers that are told as they are can be a record; “<10” and rounded numbers are none that we would publish. */
const cases = readSdc().flatMap((one) => {
  const counts = countsOf(one);
  const isExact = one.published.every(({ lo, hi }) => lo === hi);
  return counts === null || !isExact ? [] : [{ ...one, counts }];
});

const solve = await openSolver();

describe('withhold', () => {
  it('is asked about most of the cases', () => {
    expect(cases.map(({ id }) => id)).toEqual([
      'sdc/block_sum',
      'sdc/integer_beats_lp',
      'sdc/linked_tables',
      'sdc/neutral_symbol',
      'sdc/primary_only',
      'sdc/rectangle',
      'sdc/rows_only',
      'sdc/two_releases',
    ]);
  });

  it.each(cases)('exposes what R finds to be in doubt by less than five: $id', (one) => {
    const system = systemOf(one, one.counts, () => null);
    const { exposed } = withhold(system, one.withheld.keys(), solve);
    const tooClose = one.withheld.filter(
      ({ id }) => !one.expected.find((other) => other.id === id)?.adequate_T5,
    );
    expect(exposed.map((target) => one.withheld[target]?.id).sort()).toEqual(
      tooClose.map(({ id }) => id).sort(),
    );
  });

  it.each(cases)('withholds further cells until all are in doubt: $id', (one) => {
    const system = systemOf(one, one.counts, (atoms) => atoms.length);
    const { exposed, records, certificates } = withhold(system, one.withheld.keys(), solve);
    expect(exposed).toEqual([]);
    const told = system.numbers.filter(({ record }) => !records.has(record));
    const moved = (changes: readonly (readonly [number, number])[], atoms: Atoms) =>
      changes.reduce((sum, [atom, by]) => sum + (atoms.includes(atom) ? by : 0), 0);
    for (const { low, high } of certificates) {
      for (const { atoms } of told) expect([moved(low, atoms), moved(high, atoms)]).toEqual([0, 0]);
      for (const [atom, by] of [...low, ...high])
        expect((one.counts[atom] ?? 0) + by).toBeGreaterThanOrEqual(0);
    }
    for (const [target, { atoms }] of system.targets.entries()) {
      const proof = certificates.find(({ targets }) => targets.includes(target));
      expect(
        Math.abs(moved(proof?.high ?? [], atoms) - moved(proof?.low ?? [], atoms)),
      ).toBeGreaterThanOrEqual(width);
    }
  });
});

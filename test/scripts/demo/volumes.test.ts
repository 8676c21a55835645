import { expect, it } from 'vitest';
import { cityOf } from '../../../scripts/demo/city.ts';
import { volumesOf } from '../../../scripts/demo/volumes.ts';

it('invents a large programme in volumes, whose numbers go on from one to the next', () => {
  const volumes = [...volumesOf(1, cityOf(30), 10_040)];
  expect(volumes.map(({ problems }) => problems)).toEqual([10_000, 40]);
  const ids = volumes.flatMap(({ findings }) => findings.map(({ id }) => id)).sort();
  for (const cohort of ['2024', '2025']) {
    const numbers = ids.filter((id) => id.startsWith(cohort)).map((id) => id.slice(5));
    expect(numbers).toEqual(numbers.map((_, place) => String(place + 1).padStart(5, '0')));
  }
  const titles = volumes.map(({ findings }) => findings[0]?.description.zh);
  expect(titles[0]).not.toBe(titles[1]);
});

it('names only findings that are there: those that come back and those that repeat one', () => {
  const known = new Set<string>();
  let named = 0;
  for (const { findings } of volumesOf(2, cityOf(30), 600))
    for (const { id, recurrenceOf, same } of findings) {
      known.add(id);
      for (const other of [recurrenceOf, same?.id ?? ''].filter(Boolean)) {
        expect(known).toContain(other);
        named += 1;
      }
    }
  expect(named).toBeGreaterThan(20);
});

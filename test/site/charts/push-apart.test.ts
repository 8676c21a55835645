import { describe, expect, test } from 'vitest';
import { pushApart } from '../../../src/site/charts/push-apart.ts';
import { fc } from '../../seeded-checks.ts';

const room = 17;
const at = (...middles: number[]) => middles.map((middle) => ({ middle, room }));

describe('pushApart', () => {
  test('labels that do not touch stay where they want to be', () => {
    expect(pushApart(at(10, 90), 0, 100)).toEqual([10, 90]);
  });

  test('labels that touch move apart by the same way', () => {
    expect(pushApart(at(50, 52), 0, 100)).toEqual([42.5, 59.5]);
  });

  test('the order given is the order returned', () => {
    expect(pushApart(at(90, 10), 0, 100)).toEqual([90, 10]);
  });

  test('labels stay between top and bottom', () => {
    expect(pushApart(at(0, 1), 0, 100)).toEqual([8.5, 25.5]);
    expect(pushApart(at(100, 99), 0, 100)).toEqual([91.5, 74.5]);
  });

  test('no labels, no places', () => {
    expect(pushApart([], 0, 100)).toEqual([]);
  });

  test('labels are never nearer than their room, and none is dropped', () => {
    const wanted = fc.array(
      fc.record({ middle: fc.double({ min: 0, max: 400, noNaN: true }), room: fc.constantFrom(17, 34) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(wanted, (labels) => {
        const middles = pushApart(labels, 0, 400);
        expect(middles).toHaveLength(labels.length);
        const placed = labels
          .map((label, index) => ({ ...label, stands: middles[index] ?? Number.NaN }))
          .sort((a, b) => a.stands - b.stands);
        placed.reduce((above, below) => {
          expect(below.stands - above.stands).toBeGreaterThanOrEqual((above.room + below.room) / 2 - 1e-6);
          return below;
        });
        for (const { stands, room: needs } of placed) {
          expect(stands).toBeGreaterThanOrEqual(needs / 2 - 1e-6);
          expect(stands).toBeLessThanOrEqual(400 - needs / 2 + 1e-6);
        }
      }),
      { examples: [[[{ middle: 1, room }]]] },
    );
  });
});

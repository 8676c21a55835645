import { describe, expect, test } from 'vitest';
import { placeNames, type Box } from '../../../src/site/charts/place-names.ts';
import { fc } from '../../seeded-checks.ts';

const area: Box = { left: 0, top: 0, right: 400, bottom: 300 };
const size = { width: 100, height: 16 };

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

const holds = ({ left, top, right, bottom }: Box, { x, y }: { x: number; y: number }) =>
  x > left && x < right && y > top && y < bottom;

describe('placeNames', () => {
  test('a name stands at the right of its dot, on one line with it', () => {
    const [box] = placeNames([{ x: 50, y: 50, ...size }], [{ x: 50, y: 50 }], area);
    expect(box).toEqual({ left: 60, top: 42, right: 160, bottom: 58 });
  });

  test('near the right edge it stands at the left', () => {
    const [box] = placeNames([{ x: 380, y: 50, ...size }], [], area);
    expect(box?.right).toBe(370);
  });

  test('names of dots that lie close together do not touch', () => {
    const dots = [
      { x: 60, y: 100 },
      { x: 75, y: 104 },
      { x: 80, y: 108 },
    ];
    const boxes = placeNames(
      dots.map((dot) => ({ ...dot, ...size })),
      dots,
      area,
    );
    boxes.forEach((box, index) => {
      for (const other of boxes.slice(index + 1)) expect(meet(box, other)).toBe(false);
      for (const dot of dots) expect(holds(box, dot)).toBe(false);
    });
  });

  test('a name makes way for a dot that has none', () => {
    const other = { x: 100, y: 50 };
    const [box] = placeNames([{ x: 50, y: 50, ...size }], [{ x: 50, y: 50 }, other], area);
    expect(box && holds(box, other)).toBe(false);
  });

  test('a name stands nearer to its own dot than to another that has a name', () => {
    const [one, other] = [
      { x: 50, y: 58, ...size },
      { x: 65, y: 50, ...size },
    ];
    const [box] = placeNames([one, other], [one, other], area);
    const distance = ({ x, y }: { x: number; y: number }) =>
      box === undefined
        ? Number.NaN
        : Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    expect(distance(one)).toBeLessThan(distance(other));
  });

  test('no names, no places', () => {
    expect(placeNames([], [{ x: 1, y: 1 }], area)).toEqual([]);
  });

  test('every name has a place, and none leaves the drawing', () => {
    const dot = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) });
    fc.assert(
      fc.property(fc.array(dot, { maxLength: 12 }), (dots) => {
        const boxes = placeNames(
          dots.map((one) => ({ ...one, ...size })),
          dots,
          area,
        );
        expect(boxes).toHaveLength(dots.length);
        for (const { left, top, right, bottom } of boxes)
          expect(left >= -0.001 && top >= -0.001 && right <= 400.001 && bottom <= 300.001).toBe(true);
      }),
    );
  });
});

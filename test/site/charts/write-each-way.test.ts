import { describe, expect, it } from 'vitest';
import { writeEachWay } from '../../../src/site/charts/write-each-way.ts';

/** A canvas that only says how it was told to write. */
function canvas(textAlign: CanvasTextAlign) {
  const told: string[] = [];
  const context = {
    textAlign,
    direction: 'ltr' as CanvasDirection,
    fillText(text: string, x: number, y: number) {
      told.push(`${text} at ${x} ${y} ${this.textAlign} ${this.direction}`);
    },
    strokeText() {},
  };
  writeEachWay(context);
  return { context, told };
}

describe('writeEachWay', () => {
  it('writes what begins with a letter from the right in that direction, at the place it was given', () => {
    const { context, told } = canvas('start');
    context.fillText('قانداق؟', 10, 20);
    context.fillText('3: كىم', 1, 2);
    expect(told).toEqual(['قانداق؟ at 10 20 left rtl', '3: كىم at 1 2 left rtl']);
    expect(context).toMatchObject({ textAlign: 'start', direction: 'ltr' });
  });

  it('writes numbers, and letters from the left, as ever', () => {
    const { context, told } = canvas('end');
    for (const text of ['−4', '61–89%', '满意', 'Q3: قانداق']) context.fillText(text, 0, 0);
    expect(told.every((one) => one.endsWith('end ltr'))).toBe(true);
  });
});

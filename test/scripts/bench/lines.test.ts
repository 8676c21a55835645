import { describe, expect, it } from 'vitest';
import { linesOf, missesOf, ratioTo, type Line } from '../../../scripts/bench/lines.ts';
import { resultOf, workOf } from './results.ts';

/** The line at a place, which must be there. */
function lineAt(lines: readonly Line[], place = 0): Line {
  const line = lines[place];
  if (line === undefined) throw new Error(`there is no line ${place}`);
  return line;
}

const atSizes = (step: string, seconds: readonly number[], more: Parameters<typeof resultOf>[0] = {}) =>
  seconds.map((one, place) => resultOf({ step, seconds: one, size: 10 ** (place + 1), ...more }));

describe('the lines of a suite', () => {
  it('fit the power with which processor time grows, over three sizes or more', () => {
    const line = lineAt(linesOf([workOf({})], atSizes('ours', [1, 10, 100])));
    expect(line.growth).toBeCloseTo(1, 12);
    const square = lineAt(linesOf([workOf({})], atSizes('ours', [1, 100, 10_000])));
    expect(square.growth).toBeCloseTo(2, 12);
    expect(missesOf(square, [])).toEqual(['grows by 2.00']);
    const short = lineAt(linesOf([workOf({})], atSizes('ours', [1, 100])));
    expect(short.growth).toBeNull();
  });

  it('take the middle round of a size', () => {
    const line = lineAt(
      linesOf(
        [workOf({})],
        [3, 1, 2].map((seconds) => resultOf({ seconds })),
      ),
    );
    expect(line.points.map(({ seconds }) => seconds)).toEqual([2]);
  });

  it('leave out of the fit what did not end, and call it missed', () => {
    const results = [
      ...atSizes('ours', [1, 10, 100]),
      resultOf({ size: 10_000, ending: 'too long', seconds: 7200 }),
    ];
    const line = lineAt(linesOf([workOf({})], results));
    expect(line.growth).toBeCloseTo(1, 12);
    expect(missesOf(line, [])).toEqual(['too long at 10 k']);
  });

  it('tell the stages of a step by what its program says of them, and fit each', () => {
    const results = [1, 10, 100].map((size) =>
      resultOf({ size, stages: ['reading', 'writing'], said: { reading: 2 * size, other: 7, writing: 3 } }),
    );
    const [whole, reading, writing, ...rest] = linesOf([workOf({})], results);
    expect(rest).toEqual([]);
    expect(whole?.isPart).toBe(false);
    expect(reading).toMatchObject({ step: 'ours: reading', isPart: true });
    expect(reading?.points.map(({ seconds }) => seconds)).toEqual([2, 20, 200]);
    expect(reading?.growth).toBeCloseTo(1, 12);
    expect(writing?.growth).toBeCloseTo(0, 12);
  });

  it('tell the parts of a step by what their processes do, the nameless together', () => {
    const part = (program: string, processorSeconds: number, megabytes: number) => ({
      program,
      processorSeconds,
      megabytes,
    });
    const lines = linesOf(
      [workOf({})],
      [
        resultOf({
          partNames: { 'a.ts': 'the tables', 'b.ts': 'the pages' },
          parts: [part('a.ts', 5, 300), part('node', 1, 20), part('esbuild', 2, 30)],
        }),
      ],
    );
    expect(
      lines.map(({ step, isPart, points }) => [step, isPart, points[0]?.seconds, points[0]?.megabytes]),
    ).toEqual([
      ['ours', false, 1, 100],
      ['ours: the tables', true, 5, 300],
      ['ours: everything else', true, 3, 30],
    ]);
  });
});

describe('the ratio to a peer', () => {
  const ours = atSizes('ours', [2, 30], { processorSeconds: 4 });
  const peer = atSizes('Papa Parse', [1, 10], { peer: true, processorSeconds: 1 });

  it('is that of the clock at the largest size that both came through', () => {
    const lines = linesOf([workOf({})], [...ours, ...peer]);
    expect(ratioTo(lineAt(lines), lineAt(lines, 1))).toEqual({ size: 100, times: 3 });
  });

  it('is that of processor time where the machine had other work', () => {
    const lines = linesOf([workOf({})], [...ours.map((one) => ({ ...one, others: 1.8 })), ...peer]);
    expect(ratioTo(lineAt(lines), lineAt(lines, 1))).toEqual({ size: 100, times: 4 });
  });

  it('is none where no size is common', () => {
    const lines = linesOf(
      [workOf({})],
      [resultOf({}), resultOf({ step: 'Papa Parse', peer: true, ending: 'too large' })],
    );
    expect(ratioTo(lineAt(lines), lineAt(lines, 1))).toBeNull();
  });
});

it('says what a budget misses: seconds, memory, what a program says of itself, times what a peer takes', () => {
  const work = workOf({
    budgets: [
      {
        ...{ step: 'ours', size: 10, seconds: 4, megabytes: 90, said: { milliseconds: 200, kilobytes: 300 } },
        times: { most: 2.5, than: 'Papa Parse' },
      },
    ],
  });
  const results = [
    resultOf({ seconds: 5, said: { milliseconds: 250, kilobytes: 20 } }),
    resultOf({ step: 'Papa Parse', peer: true, seconds: 1 }),
  ];
  const lines = linesOf([work], results);
  expect(missesOf(lineAt(lines), lines)).toEqual([
    '5.0 s at 10',
    '100 MB at 10',
    '250 milliseconds at 10',
    '5.0 × Papa Parse at 10',
  ]);
  const within = linesOf([work], [resultOf({ seconds: 2, megabytes: 80 }), ...results.slice(1)]);
  expect(missesOf(lineAt(within), within)).toEqual([]);
});

it('holds a part against the rest of its step', () => {
  const budget = { step: 'ours: the downloads', size: 10, ofRest: { most: 25, step: 'ours' } };
  const result = (processorSeconds: number) =>
    resultOf({
      processorSeconds: 100,
      partNames: { 'a.ts': 'the downloads' },
      parts: [{ program: 'a.ts', processorSeconds, megabytes: 10 }],
    });
  const missed = (processorSeconds: number) => {
    const lines = linesOf([workOf({ budgets: [budget] })], [result(processorSeconds)]);
    return lines.flatMap((line) => missesOf(line, lines));
  };
  expect(missed(30)).toEqual(['43 % of the rest at 10']);
  expect(missed(20)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/model/figure.ts';
import type { Margin } from '../../../src/model/margin.ts';
import { makeFigure, rateFigure } from '../../../src/pipeline/summarise/make-figure.ts';
import { weightedFigures } from '../../../src/pipeline/summarise/weights.ts';
import { kish } from '../../../src/statistics/kish.ts';
import { raking } from '../../../src/statistics/raking.ts';
import { weightedShareInterval } from '../../../src/statistics/weighted-share-interval.ts';

function answered(subject_kind: string, subject_id: string, count: number, base: number): Figure {
  const heading = { subject_kind, subject_id, period: 'all', measure: 'positive_rate', question_id: 'q' };
  return rateFigure(heading, count, base, 1);
}

const byChannel: readonly Margin[] = [
  { dimension: 'channel', category: 'online', population: 800 },
  { dimension: 'channel', category: 'onsite', population: 200 },
];

describe('weightedFigures', () => {
  const whole = answered('programme', 'all', 90, 120);
  const parts = [answered('channel', 'online', 20, 40), answered('channel', 'onsite', 70, 80)];

  it('weights the published parts to the population, with effective base and design effect', () => {
    const [figure] = weightedFigures([whole, ...parts], byChannel);
    // By hand: 0.8 · 20/40 + 0.2 · 70/80 = 0.575.
    expect(figure).toMatchObject({ measure: 'positive_rate_weighted', value: 0.575, base: 120, count: null });
    const weights = [...Array<number>(40).fill(800 / 40), ...Array<number>(80).fill(200 / 80)];
    const cost = kish(weights);
    expect(figure?.effective_base).toBeCloseTo(cost?.effectiveSize ?? 0, 5);
    expect(figure?.deff).toBeCloseTo(cost?.designEffect ?? 0, 5);
    const { lower, upper } = weightedShareInterval(0.575, cost?.effectiveSize ?? 1);
    expect(figure?.low).toBeCloseTo(lower, 6);
    expect(figure?.high).toBeCloseTo(upper, 6);
  });

  it('leaves the unweighted figure as it is', () => {
    const figures = [whole, ...parts];
    expect(weightedFigures(figures, byChannel)).toHaveLength(1);
    expect(figures[0]).toEqual(whole);
  });

  it('rakes the cells of two dimensions together, as raking does with the answers one by one', () => {
    const cells = [
      { hall: 'a', channel: 'online', count: 12, base: 20 },
      { hall: 'a', channel: 'onsite', count: 25, base: 30 },
      { hall: 'b', channel: 'online', count: 10, base: 40 },
      { hall: 'b', channel: 'onsite', count: 8, base: 10 },
    ];
    const halls: readonly Margin[] = [
      ...byChannel,
      { dimension: 'hall', category: 'a', population: 550 },
      { dimension: 'hall', category: 'b', population: 450 },
    ];
    const figures = [
      answered('programme', 'all', 55, 100),
      ...cells.map(({ hall, channel, count, base }) =>
        answered('hall_channel', `${hall}+${channel}`, count, base),
      ),
    ];
    const people = cells.flatMap(({ hall, channel, count, base }) =>
      Array.from({ length: base }, (_, place) => ({ hall, channel, positive: place < count })),
    );
    const weights = raking(
      people.map(({ hall, channel }) => ({ hall, channel })),
      { channel: { online: 800, onsite: 200 }, hall: { a: 550, b: 450 } },
    );
    const positive = people.reduce((sum, one, place) => sum + (one.positive ? (weights[place] ?? 0) : 0), 0);
    const [figure] = weightedFigures(figures, halls);
    expect(figure?.value).toBeCloseTo(positive / 1000, 6);
    expect(figure?.effective_base).toBeCloseTo(kish(weights)?.effectiveSize ?? 0, 4);
  });

  it('withholds the weighted rate with any of its parts', () => {
    const heading = {
      subject_kind: 'channel',
      subject_id: 'survey',
      period: 'all',
      measure: 'positive_rate',
      question_id: 'q',
    };
    const [figure] = weightedFigures([whole, ...parts, makeFigure(heading, 'withheld')], byChannel);
    expect(figure).toMatchObject({ status: 'withheld', value: null });
  });

  it.each([
    {
      why: 'a category of the population has no answers',
      figures: [answered('programme', 'all', 20, 40), parts[0] as Figure],
      margins: byChannel,
    },
    { why: 'the parts are not published', figures: [whole], margins: byChannel },
    {
      why: 'some answers belong to no category',
      figures: [answered('programme', 'all', 90, 121), ...parts],
      margins: byChannel,
    },
    {
      why: 'a part has no population',
      figures: [answered('programme', 'all', 91, 121), ...parts, answered('channel', 'survey', 1, 1)],
      margins: byChannel,
    },
    {
      why: 'one answer would weigh more than five times the mean',
      figures: [
        answered('programme', 'all', 73, 84),
        answered('channel', 'online', 3, 4),
        parts[1] as Figure,
      ],
      margins: byChannel,
    },
  ])('is not estimable where $why', ({ figures, margins }) => {
    expect(weightedFigures(figures, margins)).toMatchObject([{ status: 'not_estimable', value: null }]);
  });

  it('is not there without margins, nor where the whole is not published', () => {
    expect(weightedFigures([whole, ...parts], [])).toEqual([]);
    expect(weightedFigures([{ ...whole, status: 'withheld' }, ...parts], byChannel)).toEqual([]);
  });
});

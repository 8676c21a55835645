import { describe, expect, it } from 'vitest';
import { layersOf } from '../../../src/verify/attack/layer.ts';
import { toldByFigure, type Asked } from '../../../src/verify/attack/told.ts';

const scale: Asked = {
  question: 'care',
  kind: 'scale',
  answers: ['very', 'rather', 'fair', 'poor', 'worst'],
  favourable: 2,
  unfavourable: 2,
};

describe('what the auditor knows of a scale', () => {
  it('takes its unfavourable answers for telling, and all of them together for a kind of their own', () => {
    const [, layer] = layersOf([scale]);
    expect(layer?.kinds).toEqual([
      { column: 'very', telling: false },
      { column: 'rather', telling: false },
      { column: 'fair', telling: false },
      { column: 'poor', telling: true },
      { column: 'worst', telling: true },
      { column: '|negative', telling: false },
    ]);
  });

  it('takes no answer for telling where a question has no sides', () => {
    const [, layer] = layersOf([{ ...scale, kind: 'single', favourable: 0, unfavourable: 0 }]);
    expect(layer?.kinds.some(({ telling }) => telling)).toBe(false);
  });

  const row = (measure: string, cells: Readonly<Record<string, string>>) => ({
    subject_kind: 'department',
    subject_id: 'tax',
    period: 'all',
    question_id: 'care',
    measure,
    ...cells,
  });
  const told = (measure: string, cells: Readonly<Record<string, string>>) =>
    toldByFigure(row(measure, cells), new Map([['care', scale]])).map(({ columns, factors, low }) => [
      columns.join('+'),
      factors.join(),
      Math.round(low),
    ]);

  it('reads each rate as the sum of the answers of its side', () => {
    expect(told('favourable_rate', { count: '7', base: '20' })).toEqual([
      ['very+rather', '1,1', 7],
      ['|people', '1', 20],
    ]);
    expect(told('unfavourable_rate', { count: '3', base: '20' })[0]).toEqual(['poor+worst', '1,1', 3]);
  });

  it('reads a mean as of answers from the best down to one', () => {
    expect(told('mean_score', { base: '20', value: '4' })[0]).toEqual([
      'very+rather+fair+poor+worst',
      '5,4,3,2,1',
      80,
    ]);
  });
});

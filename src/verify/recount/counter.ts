import { cell, type Row } from '../read-table.ts';
import { recountChange } from './changes.ts';
import { withClusters } from './clusters.ts';
import { recountDrift } from './drift.ts';
import { figureKey, placeKey, type Ground } from './ground.ts';
import type { Numbers } from './numbers.ts';
import { recountPace } from './pace.ts';
import { recountPerMany } from './per-many.ts';
import { recountPlace } from './place.ts';
import type { Ranks } from './ranks.ts';
import { recountQuestion } from './survey.ts';
import { recountWeighted } from './weights.ts';

/** A question that no list has. */
const unasked = { kind: '', favourable: 0, unfavourable: 0 };

/** Counts one figure again; null where the public tables do not hold what it was counted from. */
export type Counter = (row: Row) => Numbers | null;

/** Something that counts any figure again. Places that were counted are remembered: each has many figures. */
export function counterOf(ground: Ground, ranks: Ranks): Counter {
  const places = new Map<string, ReadonlyMap<string, Numbers>>();
  const ofPlace = (kind: string, id: string, period: string) => {
    const key = placeKey(kind, id, period);
    const known = places.get(key) ?? recountPlace(ground, kind, id, period);
    places.set(key, known);
    return known;
  };
  return (row) => {
    const [kind, id, period, measure, question] = (
      ['subject_kind', 'subject_id', 'period', 'measure', 'question_id'] as const
    ).map((column) => cell(row, column)) as [string, string, string, string, string];
    const counted =
      question === ''
        ? ofPlace(kind, id, period).get(measure)
        : recountQuestion(
            ground.questions.get(question) ?? unasked,
            ground.answers.get(`${placeKey(kind, id, period)}|${question}`) ?? [],
            ground.smallUnit,
          ).get(measure);
    const numbers =
      counted ??
      recountChange(ground, row) ??
      recountPace(ground, row) ??
      recountDrift(ground, row) ??
      recountPerMany(ground, row) ??
      recountWeighted(ground, row) ??
      ranks.numbers.get(figureKey(row)) ??
      null;
    return numbers && withClusters(ground.tables.figures, row, numbers);
  };
}

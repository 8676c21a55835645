import type { Problem } from '../../model/problem.ts';
import { subjectKinds } from '../../model/published.ts';
import { unitKey } from '../../model/survey-table.ts';
import type { ProtectedAnswers, ProtectedSurvey } from '../../model/tally.ts';
import type { Words } from '../../model/words.ts';

/** A table of which more than this share is withheld says little to anybody: a coarser one says more (reference/disclosure.md, rule 7). */
const mostWithheld = 0.2;

/** How many answers of how many are withheld: one question of one unit counts once, where anybody may have answered. */
interface Extent {
  withheld: number;
  all: number;
}

/** Of the programme as a whole there is one unit, and one for each period. */
const byPeriod: Words = { zh: '时期', en: 'period' };

const isOfNobody = (answers: ProtectedAnswers) => answers.shown === 'all' && answers.base === 0;

function extentOf(kind: string, { units, answers }: ProtectedSurvey): Extent {
  const keys = units.filter(({ subject_kind }) => subject_kind === kind).map(unitKey);
  const there = [...answers.values()].flatMap((of) =>
    keys.flatMap((key) => of.get(key) ?? []).filter((one) => !isOfNobody(one)),
  );
  return { withheld: there.filter(({ shown }) => shown !== 'all').length, all: there.length };
}

/** The tables of answers of which so much is withheld that the office should know, and decide whether coarser ones say more. */
export function muchWithheld(survey: ProtectedSurvey): Problem[] {
  return subjectKinds.flatMap(({ code, zh, en }): Problem[] => {
    const { withheld, all } = extentOf(code, survey);
    if (withheld <= mostWithheld * all) return [];
    return [
      {
        code: 'much-withheld',
        file: 'programme.yaml',
        value: `${withheld}/${all}`,
        detail: code === 'programme' ? byPeriod : { zh, en },
      },
    ];
  });
}

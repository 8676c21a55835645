import type { EarlierSurvey, PublishedText } from '../../../src/model/earlier-survey.ts';
import type { Question } from '../../../src/model/settings.ts';
import { unitKey } from '../../../src/model/survey-table.ts';
import type { Protection } from '../../../src/pipeline/protect/protect.ts';
import { answerCounts, questionFigures, responseFigures } from '../../../src/pipeline/summarise/survey.ts';
import { thresholds } from './people.ts';

/** The rows of a question that a protection lets through, as they are published. */
export function rowsOf(asked: Question, { survey }: Protection): Pick<EarlierSurvey, 'answers' | 'figures'> {
  const asText = (rows: readonly object[]) =>
    rows.map((row): PublishedText =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]),
      ),
    );
  const there = survey.units.filter((unit) => {
    const responses = survey.responses.get(unitKey(unit));
    const isMeeting = unit.period !== 'all' && unit.subject_kind !== 'programme';
    return (
      !(isMeeting || unit.subject_kind.includes('_')) ||
      responses?.shown === 'nothing' ||
      (responses?.base ?? 0) > 0
    );
  });
  const of = (unit: (typeof there)[number]) => survey.answers.get(asked.id)?.get(unitKey(unit));
  return {
    answers: asText(there.flatMap((unit) => answerCounts(asked, unit, of(unit)))),
    figures: asText(
      there.flatMap((unit) => [
        ...responseFigures(
          unit,
          survey.responses.get(unitKey(unit)),
          null,
          thresholds.smallest_published_base,
        ),
        ...questionFigures(asked, unit, of(unit), thresholds.small_unit_base),
      ]),
    ),
  };
}

import type { Problem } from '../../model/problem.ts';
import type { Programme } from '../../model/programme.ts';
import { subjectKinds } from '../../model/published.ts';
import { surveyTables, unitKey } from '../../model/survey-table.ts';
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

/** Where a setting stands in `programme.yaml`. */
type PlaceOf = (path: readonly PropertyKey[]) => Required<Pick<Problem, 'row' | 'column'>>;

/** The lists whose small entries could be merged. */
const lists: ReadonlySet<string> = new Set(['department', 'hall', 'service']);

/** What the office may look at for a kind of unit: the table that it asked for, the list of the units, or how long a period is. */
function placeToLook(
  kind: string,
  { survey_tables: named = [] }: Pick<Programme, 'survey_tables'>,
  placeOf: PlaceOf,
): Pick<Problem, 'file' | 'row' | 'column'> {
  const settings = 'programme.yaml';
  const ofKind = (table: readonly string[]) =>
    (table.filter((dimension) => dimension !== 'period').join('_') || 'programme') === kind;
  const asked = named.findIndex((name) => surveyTables([name]).slice(-1).some(ofKind));
  if (asked >= 0) return { file: settings, ...placeOf(['survey_tables', asked]) };
  if (lists.has(kind)) return { file: `lookup/${kind}s.csv` };
  return kind === 'programme' ? { file: settings, ...placeOf(['period']) } : { file: settings };
}

/** The tables of answers of which so much is withheld that the office should know, and decide whether coarser ones say more. */
export function muchWithheld(
  survey: ProtectedSurvey,
  programme: Pick<Programme, 'survey_tables'>,
  placeOf: PlaceOf,
): Problem[] {
  return subjectKinds.flatMap(({ code, zh, en }): Problem[] => {
    const { withheld, all } = extentOf(code, survey);
    if (withheld <= mostWithheld * all) return [];
    return [
      {
        code: 'much-withheld',
        ...placeToLook(code, programme, placeOf),
        value: `${withheld}/${all}`,
        detail: code === 'programme' ? byPeriod : { zh, en },
      },
    ];
  });
}

import type { Problem } from '../../model/problem.ts';
import { grades, type QuestionKind } from '../../model/record.ts';
import type { Choice, Question } from '../../model/settings.ts';
import { claimedSides, sideAt, type Side } from '../../model/sides.ts';
import type { Words } from '../../model/words.ts';
import type { LookupRows } from './lookups.ts';

function namesOf(cells: Readonly<Record<string, string>>): Record<string, string> {
  const prefix = 'name_';
  return Object.fromEntries(
    Object.entries(cells)
      .filter(([column, value]) => column.startsWith(prefix) && value !== '')
      .map(([column, value]) => [column.slice(prefix.length), value]),
  );
}

/** The answers of each scale, in their order; an answer that stands in a scale twice is a problem. */
function scalesOf(file: string, { rows }: LookupRows) {
  const scales = new Map<string, Choice[]>();
  const problems: Problem[] = [];
  for (const { row, cells } of rows) {
    const { scale = '', id = '', counts = '' } = cells;
    const listed = scales.get(scale) ?? [];
    if (listed.some((choice) => choice.id === id))
      problems.push({ code: 'conflicting-row', file, row, column: 'id', value: id });
    scales.set(scale, [
      ...listed,
      { id, names: namesOf(cells), ...(counts === '' ? {} : { counts: counts as Side }) },
    ]);
  }
  return { scales, problems };
}

/** What is wrong with the sides on which listed answers count, for a question of this kind, if anything. */
function sidesFault(kind: string, listed: readonly Choice[]): Words | null {
  const sides = claimedSides(listed);
  const { favourable, unfavourable } = sides;
  if (kind !== 'scale')
    return favourable + unfavourable === 0
      ? null
      : {
          zh: '只有量表的答案写 counts：题型改为 scale，或删去 counts',
          en: 'only the answers of a scale have counts: make its kind scale, or take counts out',
        };
  const isInOrder = listed.every(({ counts }, place) => counts === sideAt(place, listed.length, sides));
  return favourable > 0 && unfavourable > 0 && isInOrder
    ? null
    : {
        zh: '量表的答案从最好到最差：前几个写 counts: favourable，后几个写 counts: unfavourable，中间的不写',
        en: 'the answers of a scale stand best first: the first with counts: favourable, the last with counts: unfavourable, the middle without',
      };
}

/** What is wrong with the scale that a question names, if anything. */
export function scaleFault(kind: string, scale: string, listed: readonly Choice[] | undefined): Words | null {
  const needsScale =
    kind === 'single' || kind === 'multiple' || kind === 'scale' || (kind === 'grade' && scale !== '');
  if (needsScale && listed === undefined)
    return { zh: '在 choices.csv 里列出这组答案', en: 'list its answers in choices.csv' };
  if (kind === 'grade' && listed !== undefined && listed.length !== grades.length)
    return { zh: '五级评价要五个答案，从最好到最差', en: 'five grades take five answers, the best first' };
  return listed === undefined ? null : sidesFault(kind, listed);
}

/** The questions with their answers: the rows of `questions` joined with those of `choices`. */
export function questionsOf(
  questions: LookupRows,
  choices: LookupRows,
): { readonly questions: Question[]; readonly problems: Problem[] } {
  const file = 'lookup/questions.csv';
  const { scales, problems } = scalesOf('lookup/choices.csv', choices);
  const seen = new Set<string>();
  const list = questions.rows.map(({ row, cells }): Question => {
    const { id = '', survey = '', kind = '', scale = '' } = cells;
    const listed = scales.get(scale);
    const detail = scaleFault(kind, scale, listed);
    if (detail !== null)
      problems.push({ code: 'unknown-name', file, row, column: 'scale', value: scale, detail });
    if (seen.has(id)) problems.push({ code: 'conflicting-row', file, row, column: 'id', value: id });
    seen.add(id);
    const fixed =
      kind === 'grade' ? (listed ?? gradeChoices) : kind === 'score' ? scoreChoices : (listed ?? []);
    return { id, survey, kind: kind as QuestionKind, names: namesOf(cells), choices: fixed };
  });
  return { questions: list, problems };
}

/** The five grades, as the answers of a question that names none of its own. */
export const gradeChoices: readonly Choice[] = grades.map(({ code, zh, en }) => ({
  id: code,
  names: { zh, en },
}));

/** The scores from 0 to 10. */
export const scoreChoices: readonly Choice[] = Array.from({ length: 11 }, (_, score) => ({
  id: String(score),
  names: { zh: String(score), en: String(score) },
}));

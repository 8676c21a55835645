import type { Meanings, PublishedText } from '../../model/earlier-survey.ts';
import { everyone } from '../../model/survey-table.ts';

/** What a release says of each thing that its survey figures are about: of a question its wording and its answers, of a unit its names and who was merged into it. */
export type Descriptions = ReadonlyMap<string, readonly PublishedText[]>;

/** Columns that say how things are sorted, and not what they are. */
const sorting = new Set(['pinyin', 'place']);

const unitTables = { department: 'departments', hall: 'halls', service: 'services' } as const;

const columnsOf = (row: PublishedText, isOf: (column: string) => boolean): PublishedText =>
  Object.fromEntries(Object.entries(row).filter(([column]) => isOf(column)));

const withoutSorting = (row: PublishedText) => columnsOf(row, (column) => !sorting.has(column));

/** One answer among those of its question: which comes first counts, as rates are sums of the first or the last ones. */
const choiceIn = (row: PublishedText) => columnsOf(row, (column) => /^(answer|place)/.test(column));

/** Whether a row of answers is of everybody together: there each question has all its answers. */
export function isOfEveryone(row: Readonly<Record<string, unknown>>): boolean {
  return row['subject_kind'] === everyone.subject_kind && row['period'] === everyone.period;
}

/** What a question asks. A scale takes one answer of a list as a single choice does: to say on which side each counts asks nothing else. */
function askedIn(row: PublishedText): PublishedText {
  const { kind } = row;
  return { ...withoutSorting(row), ...(kind === 'scale' ? { kind: 'single' } : {}) };
}

function questionsIn({ questions }: Meanings, answers: readonly PublishedText[]): Descriptions {
  const choices = Map.groupBy(answers.filter(isOfEveryone), (row) => row['question_id'] ?? '');
  return new Map(
    questions.map((row) => {
      const id = row['question_id'] ?? '';
      return [`question:${id}`, [askedIn(row), ...(choices.get(id) ?? []).map(choiceIn)]];
    }),
  );
}

function unitsIn(meanings: Meanings): Descriptions {
  const merged = Map.groupBy(meanings.departments, (row) => `department:${row['successor_id'] ?? ''}`);
  return new Map(
    Object.entries(unitTables).flatMap(([kind, table]) =>
      meanings[table].map((row) => {
        const unit = `${kind}:${row[`${kind}_id`] ?? ''}`;
        const others = (merged.get(unit) ?? []).map((one) => ({ merged: one['department_id'] ?? '' }));
        return [unit, [withoutSorting(row), ...others]] as const;
      }),
    ),
  );
}

/** Gathers what a release says of its questions and units. */
export function descriptionsIn(meanings: Meanings, answers: readonly PublishedText[]): Descriptions {
  return new Map([...questionsIn(meanings, answers), ...unitsIn(meanings)]);
}

/**
 * What a survey figure is about, as descriptions name it: its question, and each part of its subject.
 *
 * @example
 * thingsOf({ subject_kind: 'hall', subject_id: 'minghu', question_id: 'overall' }); // => ['question:overall', 'hall:minghu']
 * thingsOf({ subject_kind: 'department_channel', subject_id: 'tax+online', question_id: '' }).slice(1); // => ['department:tax', 'channel:online']
 */
export function thingsOf(figure: PublishedText): string[] {
  const ids = (figure['subject_id'] ?? '').split('+');
  const kinds = (figure['subject_kind'] ?? '').split('_');
  return [`question:${figure['question_id'] ?? ''}`, ...kinds.map((kind, place) => `${kind}:${ids[place]}`)];
}

/**
 * Whether two releases say the same of a thing, in every column that both have: a further language is no other meaning. Of what
 * neither describes, a channel say, nothing else can have been said.
 */
export function meansTheSame(thing: string, one: Descriptions, other: Descriptions): boolean {
  const [then, now] = [one.get(thing) ?? [], other.get(thing) ?? []];
  return (
    then.length === now.length &&
    then.every((row, place) =>
      Object.entries(row).every(([column, text]) => (now[place]?.[column] ?? text) === text),
    )
  );
}

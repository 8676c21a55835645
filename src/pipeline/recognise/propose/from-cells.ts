import { wholeWording, type ExportQuestion } from '../export-questions.ts';
import { idsFor } from './answer-ids.ts';
import { named, writtenIn, type Choices, type Drafting } from './draft.ts';
import type { Answers } from './propose-question.ts';

type Listed = Extract<Answers, { is: 'question' }>;

/** Answers with their ids; with one more for whatever people wrote in, where they did. */
function choicesFor({ answers }: Listed, hasOthers: 'with-others' | 'alone', drafting: Drafting): Choices {
  const ids = idsFor(answers, 'a');
  const listed = answers.map((text, position) => ({
    id: ids[position] ?? '',
    name: named(text, drafting),
  }));
  return hasOthers === 'with-others' && !ids.includes('other')
    ? [...listed, { id: 'other', name: named(writtenIn, drafting) }]
    : listed;
}

/** Drafts a question whose answers stand in a column, as they were found there. */
export function fromCells(asked: ExportQuestion, answers: Listed, drafting: Drafting): void {
  const { draft, label, freeId } = drafting;
  const [column = 0] = asked.cells;
  const id = freeId(asked.key);
  const hasOthers = answers.hasOthers || (asked.others.length > 0 && answers.answers.length > 0);
  const choices = choicesFor(answers, hasOthers ? 'with-others' : 'alone', drafting).map((choice) =>
    choice.id === 'other' && asked.others[0] !== undefined && !answers.hasOthers
      ? { ...choice, column: label(asked.others[0]) }
      : choice,
  );
  if (answers.kind === 'multiple' && answers.separator !== undefined)
    draft.separators.push(answers.separator);
  draft.codebook.push({
    id,
    kind: answers.kind,
    name: named(wholeWording(asked), drafting),
    column: label(column),
    ...(answers.range === undefined ? {} : { scale: answers.range }),
    ...(answers.answers.length > 0 ? { choices } : {}),
    ...(answers.hasOthers ? { write_in: 'other' } : {}),
  });
  if (answers.hasOthers)
    draft.remarks.set(`codebook.${id}`, {
      zh: '少见的答案可能是自填的，归入 other；确实是选项的请补进 choices',
      en: 'rare answers may have been written in and count as other; add those that are options to choices',
    });
}

import { wholeWording, type ExportQuestion } from '../export-questions.ts';
import { idsFor } from './answer-ids.ts';
import { named, writtenIn, type Drafting } from './draft.ts';

/** Drafts a question with a column an answer. */
export function fromOptions(asked: ExportQuestion, drafting: Drafting): void {
  const { draft, label, seen, freeId } = drafting;
  const filled = asked.options.some(({ column }) => seen(column).filled > 0);
  if (!filled) {
    draft.ignore.push(...asked.options.map(({ column }) => label(column)));
    return;
  }
  const ids = idsFor(
    asked.options.map(({ option }) => option),
    'a',
  );
  const others = asked.others.map((column, position) => ({
    id: position === 0 ? 'other' : `other-${position + 1}`,
    name: named(writtenIn, drafting),
    column: label(column),
  }));
  draft.codebook.push({
    id: freeId(asked.key),
    kind: 'multiple',
    name: named(wholeWording(asked), drafting),
    choices: [
      ...asked.options.map(({ option, column }, position) => ({
        id: ids[position] ?? '',
        name: named(option, drafting),
        column: label(column),
      })),
      ...others.filter(({ id }) => !ids.includes(id)),
    ],
  });
}

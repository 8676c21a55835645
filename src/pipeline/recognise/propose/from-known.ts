import type { ExportQuestion } from '../export-questions.ts';
import { choiceFor, questionFor } from '../survey.ts';
import type { Drafting } from './draft.ts';
import type { Answers } from './propose-question.ts';

/** Notes the column of a question that is known already, with answers that are all known; false if it is not. */
export function fromKnown(
  asked: ExportQuestion,
  answers: Answers,
  { survey, settings, draft, label, seen }: Drafting,
): boolean {
  const known = questionFor(asked, settings.questions);
  if (known === undefined || survey.vendor === 'wjx-coded') return false;
  const readable = (texts: readonly string[]) =>
    texts.every((text) => choiceFor(text, known.choices) !== undefined);
  const [column] = asked.cells;
  if (asked.options.length > 0) {
    if (!readable(asked.options.map(({ option }) => option))) return false;
    draft.options[known.id] = Object.fromEntries(
      asked.options.map(({ option, column: at }) => [choiceFor(option, known.choices)?.id ?? '', label(at)]),
    );
    return true;
  }
  if (column === undefined || answers.is !== 'question') return false;
  const texts = answers.kind === 'multiple' ? answers.answers : [...seen(column).counts.keys()];
  if (!readable(texts)) return false;
  draft.questions[known.id] = label(column);
  return true;
}

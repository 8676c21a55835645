import type { Layout } from '../../model/layout.ts';
import type { Question } from '../../model/settings.ts';
import { remembering, type ReadCell } from './fault.ts';
import { choiceReader } from './names.ts';
import { missingWords, type Step, type Target } from './step.ts';

/** Answers to a multiple-choice question stand in one cell, one after the other. */
const ownSeparator = '|';

function answerReader(question: Question, description: Layout | null): ReadCell | null {
  if (question.kind === 'text') return null;
  const readOne = choiceReader(
    question.choices,
    description?.values?.[question.id],
    description?.write_ins?.[question.id],
  );
  if (question.kind !== 'multiple') return readOne;
  const separator = description?.separator ?? ownSeparator;
  return remembering((cell) => {
    const chosen = new Set<string>();
    for (const part of cell.split(separator)) {
      const answer = part.trim() === '' ? '' : readOne(part);
      if (typeof answer !== 'string') return answer;
      if (answer !== '') chosen.add(answer);
    }
    return [...chosen].join(ownSeparator);
  });
}

/** The steps that fill in the answers. The text of a free-text answer is not even looked at. */
export function answerSteps(columns: readonly string[], { recognised, settings }: Target): Step[] {
  const { description, header } = recognised;
  const missing = missingWords(description);
  return settings.questions.flatMap((question): Step[] => {
    const source = recognised.questions.get(question.id);
    const read = answerReader(question, description);
    if (source === undefined || read === null) return [];
    const into = columns.indexOf(`question:${question.id}`);
    return [
      (cells, record, faults) => {
        const cell = (cells[source] ?? '').trim();
        if (cell === '' || missing.has(cell)) return;
        const result = read(cell);
        if (typeof result === 'string') record[into] = result;
        else faults.push({ column: header[source] ?? question.id, fault: result });
      },
    ];
  });
}

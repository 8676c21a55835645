import type { Layout } from '../../model/layout.ts';
import { optionMark } from '../../model/option-mark.ts';
import { plainText } from '../../model/plain-text.ts';
import type { AnswerPlace, Question } from '../../model/settings.ts';
import { givenReader, remembering, type Fault, type ReadCell, type ReadGiven } from './fault.ts';
import { choiceReader } from './names.ts';
import { missingWords, type Step, type Target } from './step.ts';

/** Kept answers to a multiple-choice question stand in one cell, one after the other. */
const ownSeparator = '|';

/** Reads the cell without what was written in between the layout's marks: `其他〖咖啡〗` is `其他`. */
function withoutWriteIns(read: ReadCell, marks: readonly [string, string] | undefined): ReadCell {
  if (marks === undefined) return read;
  const [opening, closing] = marks;
  return (cell) => {
    let text = cell;
    for (;;) {
      const start = text.indexOf(opening);
      if (start < 0) return read(text.trim());
      const end = text.indexOf(closing, start + opening.length);
      text = text.slice(0, start) + (end < 0 ? '' : text.slice(end + closing.length));
    }
  };
}

/** What people write between answers. */
const looksLikeSeveral = /[、，,;；/|\n]/;

/** An answer that is not listed, with a word on what parts several of them. */
function withSeparator(fault: Fault, separator: string): Fault {
  const { zh = '', en = '' } = typeof fault.detail === 'object' ? fault.detail : {};
  const detail = {
    zh: `几个答案之间写 ${separator}，如 甲${separator}乙；${zh}`,
    en: `several answers are parted by ${separator}, as A${separator}B; ${en}`,
  };
  return { ...fault, detail };
}

/**
 * Reads several answers in one cell. The separator may stand inside an answer too: the longest run of parts that is a
 * listed answer is taken for one.
 */
function severalReader(readOne: ReadCell, isListed: (text: string) => boolean, separator: string): ReadCell {
  return (cell) => {
    const parts = cell.split(separator);
    const chosen = new Set<string>();
    for (let from = 0; from < parts.length;) {
      let to = parts.length;
      while (to > from + 1 && !isListed(parts.slice(from, to).join(separator))) to -= 1;
      const text = parts.slice(from, to).join(separator).trim();
      const answer = text === '' ? '' : readOne(text);
      if (typeof answer !== 'string')
        return looksLikeSeveral.test(text) ? withSeparator(answer, separator) : answer;
      if (answer !== '') chosen.add(answer);
      from = to;
    }
    return [...chosen].join(ownSeparator);
  };
}

function answerReader(question: Question, description: Layout | null): ReadCell | null {
  if (question.kind === 'text') return null;
  const values = description?.values?.[question.id];
  // What is written in makes each cell another: without it they are the same again.
  const readOne = remembering(choiceReader(question.choices, values, description?.write_ins?.[question.id]));
  const marks = description?.write_in_marks;
  if (question.kind !== 'multiple') return withoutWriteIns(readOne, marks);
  const listed = new Set(
    [
      ...question.choices.flatMap(({ id, names }) => [id, ...Object.values(names)]),
      ...Object.keys(values ?? {}),
    ].map(plainText),
  );
  const readSeveral = severalReader(
    readOne,
    (text) => listed.has(plainText(text)),
    description?.separator ?? ownSeparator,
  );
  return withoutWriteIns(readSeveral, marks);
}

/** The step that reads the cell or cells of a question; of several, the first that is filled in. */
function cellStep(
  sources: readonly number[],
  read: ReadGiven,
  into: number,
  header: readonly string[],
): Step {
  return (cells, record, faults) => {
    for (const source of sources) {
      const result = read(cells[source] ?? '');
      if (result === null) continue;
      if (typeof result === 'string') record[into] = result;
      else faults.push({ column: header[source] ?? '', fault: result });
      return;
    }
  };
}

/** The step that gathers the answers of a question with a column an option. A question with one answer takes the first. */
function optionStep(
  { options }: AnswerPlace,
  kind: Question['kind'],
  into: number,
  missing: ReadonlySet<string>,
): Step {
  return (cells, record) => {
    if (kind !== 'multiple' && record[into] !== '') return;
    const chosen = new Set(record[into] === '' ? [] : record[into]?.split(ownSeparator));
    for (const { choice, column } of options) {
      const cell = (cells[column] ?? '').trim();
      if (cell !== '' && !missing.has(cell) && optionMark(cell) !== 'not') chosen.add(choice);
    }
    record[into] = kind === 'multiple' ? [...chosen].join(ownSeparator) : ([...chosen][0] ?? '');
  };
}

/** The steps that fill in the answers. The text of a free-text answer is not even looked at. */
export function answerSteps(columns: readonly string[], { recognised, settings }: Target): Step[] {
  const { description, header } = recognised;
  const missing = missingWords(description);
  return settings.questions.flatMap((question): Step[] => {
    const place = recognised.answers.get(question.id);
    const read = answerReader(question, description);
    if (place === undefined || read === null) return [];
    const into = columns.indexOf(`question:${question.id}`);
    return [
      ...(place.cells.length > 0
        ? [cellStep(place.cells, remembering(givenReader(read, missing)), into, header)]
        : []),
      ...(place.options.length > 0 ? [optionStep(place, question.kind, into, missing)] : []),
    ];
  });
}

import type { Side } from '../../../model/sides.ts';
import type { Words } from '../../../model/words.ts';
import { wholeWording, type ExportQuestion } from '../export-questions.ts';
import { idsFor } from './answer-ids.ts';
import { named, writtenIn, type Choices, type Drafting } from './draft.ts';
import type { Answers } from './propose-question.ts';

type Listed = Extract<Answers, { is: 'question' }>;

const countsOf = (side: Side | undefined) => (side === undefined ? {} : { counts: side });

/** Answers with their ids; with one more for whatever people wrote in, where they did. */
function choicesFor(
  { answers, sideOf }: Listed,
  hasOthers: 'with-others' | 'alone',
  drafting: Drafting,
): Choices {
  const ids = idsFor(answers, 'a');
  const listed = answers.map((text, position) => ({
    id: ids[position] ?? '',
    name: named(text, drafting),
    ...(hasOthers === 'alone' ? countsOf(sideOf?.(text)) : {}),
  }));
  return hasOthers === 'with-others' && !ids.includes('other')
    ? [...listed, { id: 'other', name: named(writtenIn, drafting) }]
    : listed;
}

const writtenOrListed: Words = {
  zh: '少见的答案可能是自填的，归入 other；确实是选项的请补进 choices',
  en: 'rare answers may have been written in and count as other; add those that are options to choices',
};

/** What to say where nobody gave the answer that tells the five grades from a scale with a middle. */
const otherScale: Readonly<Record<'grade' | 'scale', Words>> = {
  grade: {
    zh: '没有人选第三档，当作五级评价（第三档“基本满意”，算好评）；第三档若是“一般”，改为 kind: scale，前两个答案写 counts: favourable，后两个写 counts: unfavourable',
    en: 'nobody gave the third answer: taken for the five grades, whose third is a good one. If it is a middle, make it kind: scale, the first two answers with counts: favourable and the last two with counts: unfavourable',
  },
  scale: {
    zh: '没有人选第三档，当作有中间档的量表；第三档若是“基本满意”，改为 kind: grade，删去 counts',
    en: 'nobody gave the third answer: taken for a scale with a middle. If it is “basically satisfied”, make it kind: grade and take counts out',
  },
};

/** A wording that asks what somebody thinks of everything together. */
const asksForAll = /总体|总的|整体|综合|overall|all in all|in general|on the whole/i;

const canLead = (id: string): Words => ({
  zh: `若这道题问的是总的满意度，在 programme.yaml 写 overall_question: ${id}，网站就用它开头`,
  en: `if this asks about everything together, write overall_question: ${id} in programme.yaml, and the site opens with it`,
});

/** Whether it is good to agree only the wording tells. */
const whichSide: Words = {
  zh: '同意算正向；题目说的若是坏事，把答案的次序和 counts 倒过来',
  en: 'to agree counts as favourable; if the wording says something bad, turn the order of the answers and their counts around',
};

/** What a person should look at in the draft of a question, if anything. */
function remarkOn(asked: ExportQuestion, answers: Listed, id: string, { settings }: Drafting): Words | null {
  if (answers.hasOthers) return writtenOrListed;
  if (answers.couldBeOther === true) return otherScale[answers.kind === 'grade' ? 'grade' : 'scale'];
  if (answers.scale === 'agreement') return whichSide;
  const hasSides = answers.kind === 'grade' || answers.kind === 'scale';
  const isOpen = settings.programme.overall_question === undefined;
  return hasSides && isOpen && asksForAll.test(asked.wording) ? canLead(id) : null;
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
    // What people wrote in belongs on neither side.
    kind: answers.kind === 'scale' && hasOthers ? 'single' : answers.kind,
    name: named(wholeWording(asked), drafting),
    column: label(column),
    ...(answers.range === undefined ? {} : { scale: answers.range }),
    ...(answers.answers.length > 0 ? { choices } : {}),
    ...(answers.hasOthers ? { write_in: 'other' } : {}),
  });
  const remark = remarkOn(asked, answers, id, drafting);
  if (remark !== null) draft.remarks.set(`codebook.${id}`, remark);
}

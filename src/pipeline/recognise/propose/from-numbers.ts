import { wholeWording, type ExportQuestion } from '../export-questions.ts';
import { named, type Drafting } from './draft.ts';

/** More options than this are no list of answers but some other number. */
const mostOptions = 60;

/** Drafts a question whose answers are the numbers of its options: their words stand in the questionnaire only. */
export function fromNumbers(asked: ExportQuestion, drafting: Drafting): boolean {
  const { survey, draft, label, seen, freeId } = drafting;
  const [column = -1] = asked.cells;
  const numbers = [...seen(column).counts.keys()].map(Number);
  const most = Math.max(...numbers);
  const isCoded =
    survey.vendor === 'wjx-coded' && numbers.every((number) => Number.isInteger(number) && number > 0);
  if (column < 0 || !isCoded || numbers.length === 0 || most > mostOptions) return false;
  const id = freeId(asked.key);
  const choices = Array.from({ length: most }, (_, position) => {
    const number = String(position + 1);
    return {
      id: `a${number}`,
      name: named({ zh: `选项 ${number}`, en: `Option ${number}` }, drafting),
      is: [number],
    };
  });
  draft.codebook.push({
    id,
    kind: 'single',
    name: named(wholeWording(asked), drafting),
    column: label(column),
    choices,
  });
  draft.remarks.set(`codebook.${id}`, {
    zh: '数字是问卷里第几个选项，请写上选项的文字',
    en: 'the numbers count the options of the questionnaire: write their words',
  });
  return true;
}

import type { Layout } from '../../model/layout.ts';
import type { Choice, Question } from '../../model/settings.ts';
import type { Side } from '../../model/sides.ts';
import { gradeChoices, scaleFault, scoreChoices } from './questions.ts';
import type { Mistake } from './yaml.ts';

type Entry = NonNullable<Layout['codebook']>[number];
type Listed = NonNullable<Entry['choices']>;

const range = /^(\d{1,4})-(\d{1,4})$/;

/** More answers than this are no scale. */
const longestRange = 1001;

/** The answers of a range of numbers, `0-100`. */
function rangeChoices(scale: string): Listed | undefined {
  const [, low = '', high = ''] = range.exec(scale) ?? [];
  const length = Number(high) - Number(low) + 1;
  if (low === '' || length < 2 || length > longestRange) return undefined;
  return Array.from({ length }, (_, step) => {
    const number = String(Number(low) + step);
    return { id: number, name: { zh: number, en: number } };
  });
}

/** The answers that a question of a codebook lists: its own, those of a scale of the layout, or a range of numbers. */
function listedChoices({ choices, scale }: Entry, layout: Layout): Listed | undefined {
  if (choices !== undefined) return choices;
  return scale === undefined ? undefined : (layout.scales?.[scale] ?? rangeChoices(scale));
}

function answersOf(entry: Entry, layout: Layout): readonly Choice[] {
  const listed = listedChoices(entry, layout)?.map(({ id, name, counts }) => ({
    id,
    names: name,
    ...(counts === undefined ? {} : { counts: counts as Side }),
  }));
  return listed ?? (entry.kind === 'grade' ? gradeChoices : entry.kind === 'score' ? scoreChoices : []);
}

/** The questions that a layout's own codebook adds to those of `lookup/questions.csv`. */
export function codebookQuestions(layout: Layout): Question[] {
  return (layout.codebook ?? []).map((entry) => ({
    id: entry.id,
    survey: layout.survey ?? layout.name,
    kind: entry.kind as Question['kind'],
    names: entry.name,
    choices: answersOf(entry, layout),
  }));
}

/**
 * A layout in whose codebook the columns and spellings of questions stand, with these put where those of the lists'
 * questions stand: under `questions`, `options`, `values` and `write_ins`.
 */
export function withCodebook(layout: Layout): Layout {
  const { codebook = [] } = layout;
  if (codebook.length === 0) return layout;
  const columns = codebook.flatMap(({ id, column }) => (column === undefined ? [] : [[id, column] as const]));
  const choicesOf = (entry: Entry) => listedChoices(entry, layout) ?? [];
  const options = codebook.flatMap((entry) => {
    const own = choicesOf(entry).flatMap(({ id, column }) =>
      column === undefined ? [] : [[id, column] as const],
    );
    return own.length > 0 ? [[entry.id, Object.fromEntries(own)] as const] : [];
  });
  const values = codebook.flatMap((entry) => {
    const spelt = choicesOf(entry).flatMap(({ id, is = [] }) => is.map((word) => [word, id] as const));
    return spelt.length > 0 ? [[entry.id, Object.fromEntries(spelt)] as const] : [];
  });
  const writeIns = codebook.flatMap(({ id, write_in }) =>
    write_in === undefined ? [] : [[id, write_in] as const],
  );
  return {
    ...layout,
    questions: { ...Object.fromEntries(columns), ...layout.questions },
    options: { ...Object.fromEntries(options), ...layout.options },
    values: { ...Object.fromEntries(values), ...layout.values },
    write_ins: { ...Object.fromEntries(writeIns), ...layout.write_ins },
  };
}

/** What is wrong with one question of a codebook. */
function entryMistakes(entry: Entry, layout: Layout, language: string): Mistake[] {
  const mistakes: Mistake[] = [];
  const say = (zh: string, en: string, mend: Mistake['mend']) => mistakes.push({ said: { zh, en }, mend });
  const { id, kind, name, scale = '', write_in, column } = entry;
  const listed = listedChoices(entry, layout);
  const fault = scaleFault(
    kind,
    scale,
    answersOf(entry, layout).length > 0 ? answersOf(entry, layout) : undefined,
  );
  if (fault !== null) say(`${id} 的答案不对`, `the answers of ${id} are not right`, fault);
  else if (scale !== '' && listed === undefined)
    say(`没有叫“${scale}”的一组答案`, `there is no scale “${scale}”`, {
      zh: '在 scales 里写上，或写 0-100 这样的范围',
      en: 'write it under scales, or a range as 0-100',
    });
  const ids = (listed ?? []).map((one) => one.id);
  const twice = ids.find((one, position) => ids.indexOf(one) !== position);
  if (twice !== undefined)
    say(`${id} 有两个答案编号都是 ${twice}`, `${id} has two answers ${twice}`, {
      zh: '编号不能相同',
      en: 'give each its own id',
    });
  if (write_in !== undefined && !ids.includes(write_in))
    say(`${id} 没有答案 ${write_in}`, `${id} has no answer ${write_in}`, {
      zh: ids.length === 0 ? '先列出答案，或删去 write_in' : `write_in 可以写：${ids.join('、')}`,
      en:
        ids.length === 0
          ? 'list the answers first, or take write_in out'
          : `write_in may be: ${ids.join(', ')}`,
    });
  const texts = [name, ...(listed ?? []).map((one) => one.name)];
  if (texts.some((text) => !Object.hasOwn(text, language) && !range.test(scale)))
    say(
      `${id} 的题目或答案缺少主要语言 ${language}`,
      `${id} or an answer of it lacks the main language ${language}`,
      {
        zh: `补上 ${language}`,
        en: `add ${language}`,
      },
    );
  if (column === undefined && !(listed ?? []).some((one) => one.column !== undefined))
    say(`${id} 没有写在哪一列`, `${id} names no column`, {
      zh: '写 column，或给每个答案写 column',
      en: 'write column, or a column for each answer',
    });
  return mistakes;
}

/** What is wrong with a layout's codebook, by the position of the question in it. */
export function codebookMistakes(layout: Layout, language: string): { at: number; mistake: Mistake }[] {
  const { codebook = [] } = layout;
  return codebook.flatMap((entry, at) =>
    entryMistakes(entry, layout, language).map((mistake) => ({ at, mistake })),
  );
}

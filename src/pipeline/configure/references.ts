import type { z } from 'astro/zod';
import { layoutSettings, type Layout } from '../../model/layout.ts';
import { programmeSettings, type Programme } from '../../model/programme.ts';
import { recordFields, type Field, type RecordKind } from '../../model/record.ts';
import type { Question, Settings } from '../../model/settings.ts';
import { codebookMistakes } from './codebook.ts';
import { unknownKey, unknownWord, type Mistake } from './yaml.ts';

/*
 * What the shape of a settings file cannot say: that the things it names are there.
 */

type Report = (path: readonly string[], mistake: Mistake) => void;

function reporter(context: z.core.$RefinementCtx): Report {
  return (path, mistake) =>
    context.addIssue({ code: 'custom', path: [...path], message: mistake.said.en, params: { mistake } });
}

/** `programme.yaml`, with texts in the languages of the programme and an overall question that is asked. */
export function programmeSchema(questions?: readonly Question[]): z.ZodType<Programme> {
  return programmeSettings.superRefine((programme, context) => {
    const report = reporter(context);
    const { name, city, publisher, brand, licence } = programme;
    const languages: readonly string[] = programme.languages;
    const alone = { name, city, publisher, ...(brand === undefined ? {} : { brand }) };
    const texts = { ...alone, ...programme.endings };
    const groups: (readonly [readonly string[], Readonly<Record<string, string>>])[] = [
      ...Object.entries(texts).map(([key, text]) => [key in alone ? [key] : ['endings', key], text] as const),
      [['licence', 'name'], licence.name],
    ];
    for (const [path, text] of groups) {
      for (const key of Object.keys(text))
        if (!languages.includes(key)) report(path, unknownKey(key, languages));
      if (!Object.hasOwn(text, languages[0] ?? ''))
        report(path, {
          said: { zh: `${path.join('.')} 缺少主要语言`, en: `${path.join('.')} lacks the main language` },
          mend: { zh: `补上 ${languages[0]}`, en: `add ${languages[0]}` },
        });
    }
    const { officers } = programme;
    // Where one language calls them something else, another may not go on with our own word.
    for (const spoken of new Set(languages.map((language) => (language.startsWith('zh') ? 'zh' : 'en'))))
      if (officers !== undefined && officers[spoken] === undefined)
        report(['officers'], {
          said: { zh: `officers 缺少 ${spoken}`, en: `officers lacks ${spoken}` },
          mend: { zh: `补上 ${spoken}`, en: `add ${spoken}` },
        });
    if (programme.calendar === 'none' && programme.deadlines !== undefined)
      report(['deadlines'], {
        said: {
          zh: '没有工作日历，算不出工作日的期限',
          en: 'without a calendar working days cannot be counted',
        },
        mend: {
          zh: '写 calendar: china 或 own，或删去 deadlines',
          en: 'write calendar: china or own, or take deadlines out',
        },
      });
    const asked = questions?.map(({ id }) => id);
    if (asked !== undefined && programme.overall_question !== undefined)
      if (!asked.includes(programme.overall_question))
        report(['overall_question'], unknownWord('overall_question', programme.overall_question, asked));
  });
}

function fieldNames(kind: RecordKind, languages: readonly string[]): string[] {
  return recordFields[kind].flatMap(({ name, perLanguage }) =>
    perLanguage ? [...new Set([...languages, 'zh', 'en'])].map((language) => `${name}_${language}`) : [name],
  );
}

/** What the names in a layout can refer to. */
export type Known = Pick<Settings, 'lookups' | 'questions'> & { readonly languages: readonly string[] };

/** The words that a value may be mapped to, or null where any will do. */
function wordsOf(kind: RecordKind, name: string, { lookups, questions }: Known): readonly string[] | null {
  const field = (recordFields[kind] as readonly Field[]).find((one) => one.name === name);
  if (field?.codes !== undefined) return field.codes.map(({ code }) => code);
  if (field?.lookup !== undefined && field.lookup !== 'questions')
    return lookups[field.lookup].map(({ id }) => id);
  const question = questions.find(({ id }) => id === name);
  return question === undefined ? null : question.choices.map(({ id }) => id);
}

function checkLayout(layout: Layout, known: Known, report: Report): void {
  const { gives } = layout;
  const fields = fieldNames(gives, known.languages);
  const questions = gives === 'responses' ? known.questions.map(({ id }) => id) : [];
  const keys = {
    columns: fields,
    constants: fields,
    questions,
    options: questions,
    write_ins: questions,
    values: [...fields, ...questions],
  };
  for (const [part, words] of Object.entries(keys))
    for (const key of Object.keys(layout[part as keyof typeof keys] ?? {}))
      if (!words.includes(key)) report([part], unknownKey(key, words));
  if (layout.row_number_as !== undefined && !fields.includes(layout.row_number_as))
    report(['row_number_as'], unknownWord('row_number_as', layout.row_number_as, fields));
  const mapped: (readonly [readonly string[], string])[] = [
    ...Object.entries(layout.values ?? {}).flatMap(([name, values]) =>
      Object.entries(values).map(([theirs, ours]) => [['values', name, theirs], ours] as const),
    ),
    ...Object.entries(layout.options ?? {}).flatMap(([name, columns]) =>
      Object.keys(columns).map((answer) => [['options', name], answer] as const),
    ),
    ...Object.entries(layout.write_ins ?? {}).map(([name, ours]) => [['write_ins', name], ours] as const),
  ];
  for (const [path, ours] of mapped) {
    const words = wordsOf(gives, path[1] ?? '', known);
    if (words !== null && !words.includes(ours)) report(path, unknownWord(path.join('.'), ours, words));
  }
}

/** The questions of a layout's own codebook: right in themselves, and no others of the same id. */
function checkCodebook(layout: Layout, known: Known, report: Report): void {
  const { codebook = [] } = layout;
  if (layout.gives !== 'responses' && codebook.length > 0)
    report(['codebook'], {
      said: { zh: '只有答卷才有题目', en: 'only responses have a codebook' },
      mend: {
        zh: '写 gives: responses，或删去 codebook',
        en: 'write gives: responses, or take codebook out',
      },
    });
  for (const { at, mistake } of codebookMistakes(layout, known.languages[0] ?? 'zh'))
    report(['codebook', String(at)], mistake);
  const ids = known.questions.map(({ id }) => id);
  codebook.forEach(({ id }, at) => {
    if (ids.filter((one) => one === id).length > 1)
      report(['codebook', String(at), 'id'], {
        said: { zh: `题目编号 ${id} 用了不止一次`, en: `the question id ${id} is taken` },
        mend: {
          zh: '换一个编号；若是同一道题，从 codebook 删去，改在 questions 里写它的列',
          en: 'take another; if it is the same question, take it out of codebook and name its column under questions',
        },
      });
  });
}

/** `layouts/<name>.yaml`, with a name of its own, and fields, questions, answers and codes that we have. */
export function layoutSchema(known: Known, taken: readonly string[]): z.ZodType<Layout> {
  return layoutSettings.superRefine((layout, context) => {
    const report = reporter(context);
    if (taken.includes(layout.name))
      report(['name'], {
        said: { zh: `已有叫“${layout.name}”的版式`, en: `there is a layout “${layout.name}” already` },
        mend: { zh: '换一个名称', en: 'give it another name' },
      });
    checkCodebook(layout, known, report);
    checkLayout(layout, known, report);
  });
}

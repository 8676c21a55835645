import { counted } from '../../model/counted.ts';
import { vendors, type Layout, type VendorName } from '../../model/layout.ts';
import { plainText } from '../../model/plain-text.ts';
import type { Problem } from '../../model/problem.ts';
import type { Choice, Question, Settings } from '../../model/settings.ts';
import type { SurveyExport } from '../../model/survey-export.ts';
import type { Words } from '../../model/words.ts';
import { dimensionOf } from './dimensions.ts';
import { exportQuestions, wholeWording, type ExportQuestion } from './export-questions.ts';
import type { Recognition } from './fields.ts';
import { recogniseForeign } from './foreign.ts';
import type { Heading } from './heading.ts';

/** A wording without its number and its end: `3、`, `Q3.`, `3) `. */
function bareWording(wording: string): string {
  return plainText(wording.replace(/^\s*(?:Q?\d+\s*[、.．):：_]|第\d+题)\s*/i, '')).replace(
    /[?？:：。.*＊]+$/,
    '',
  );
}

/**
 * The question of the lists that an export asks: by its wording, or what it asks about. An id decides only where the
 * export has no words: the first question of every survey is `q1`.
 */
export function questionFor(asked: ExportQuestion, questions: readonly Question[]): Question | undefined {
  const wordings = [wholeWording(asked), asked.item === '' ? asked.wording : asked.item].map(bareWording);
  const hasWords = plainText(wholeWording(asked)) !== plainText(asked.key);
  return questions.find(
    ({ id, names }) =>
      (!hasWords && plainText(id) === plainText(asked.key)) ||
      Object.values(names).some((name) => wordings.includes(bareWording(name))),
  );
}

export function choiceFor(option: string, choices: readonly Choice[]): Choice | undefined {
  return choices.find(({ id, names }) =>
    [id, ...Object.values(names)].some((name) => plainText(name) === plainText(option)),
  );
}

/** Which column of an export is which: found for every question, or the wordings of those for which it was not. */
interface Matched {
  readonly columns: Record<string, string>;
  readonly questions: Record<string, string>;
  readonly options: Record<string, Record<string, string>>;
  readonly survey: string;
  readonly unknown: readonly string[];
}

/** Answers given as the number of their option say nothing without the questionnaire, unless the numbers are the ids. */
function isReadable({ vendor }: SurveyExport, { kind, choices }: Question): boolean {
  return vendor !== 'wjx-coded' || kind === 'text' || choices.every(({ id }) => /^\d+$/.test(id));
}

function match(survey: SurveyExport, { questions }: Settings): Matched {
  const columns: Record<string, string> = {};
  const found: Record<string, string> = {};
  const options: Record<string, Record<string, string>> = {};
  const unknown: string[] = [];
  const surveys = new Set<string>();
  const label = (column: number | undefined) => survey.labels[column ?? -1] ?? '';
  for (const asked of exportQuestions(survey)) {
    if (asked.isText) continue;
    const field = dimensionOf(asked.wording);
    const question = questionFor(asked, questions);
    if (question === undefined && field !== null) columns[field] = label(asked.cells[0]);
    else if (question === undefined || (asked.cells.length > 0 && !isReadable(survey, question)))
      unknown.push(wholeWording(asked));
    else {
      surveys.add(question.survey);
      if (asked.cells.length > 0) found[question.id] = label(asked.cells[0]);
      const known = asked.options.map(({ option, column }) => ({
        choice: choiceFor(option, question.choices),
        column,
        option,
      }));
      unknown.push(
        ...known
          .filter(({ choice }) => choice === undefined)
          .map(({ option }) => `${asked.wording} › ${option}`),
      );
      if (known.length > 0)
        options[question.id] = Object.fromEntries(
          known.flatMap(({ choice, column }) => (choice === undefined ? [] : [[choice.id, label(column)]])),
        );
    }
  }
  return { columns, questions: found, options, survey: [...surveys][0] ?? 'survey', unknown };
}

/** How many unknown questions a message names. */
const mostNamed = 3;

const longestWording = 60;

/** A tool as it stands within a sentence: Latin letters keep a space from Chinese ones. */
function toolWords(vendor: VendorName): Words {
  const { zh, en } = vendors.find(({ code }) => code === vendor) ?? { zh: '问卷', en: 'a survey' };
  return { zh: zh.replace(/^(?=\w)/, ' ').replace(/(?<=\w)$/, ' '), en };
}

/**
 * Recognises a survey tool's export whose questions stand in `lookup/questions.csv`, by id or wording. Such a survey needs
 * no layout. Where one is missing, the problem says which, and how to have a layout proposed.
 */
export function recogniseSurvey(
  file: string,
  heading: Heading,
  survey: SurveyExport & { readonly vendor: VendorName },
  settings: Settings,
): Recognition {
  const { columns, questions, options, survey: name, unknown } = match(survey, settings);
  const asked = Object.keys(questions).length + Object.keys(options).length;
  if (unknown.length > 0 || asked === 0) {
    const tool = toolWords(survey.vendor);
    const named = unknown.slice(0, mostNamed).map((wording) => `“${wording.slice(0, longestWording)}”`);
    const [drop = file] = file.split(' › ');
    const problem: Problem = {
      code: 'unknown-survey',
      file,
      row: heading.headerRows[0] ?? 1,
      said:
        unknown.length === 0
          ? {
              zh: `这是${tool.zh}的导出，里面没有可以计数的题`,
              en: `this is an export of ${tool.en} without a question that can be counted`,
            }
          : {
              zh: `这是${tool.zh}的导出，有 ${unknown.length} 道题不认识，如${named.join('、')}`,
              en: `this is an export of ${tool.en} with ${counted(unknown.length, 'unknown question')}, as ${named.join(', ')}`,
            },
      detail: {
        zh: `运行 npm run describe -- "data/drops/${drop}"，它会起草版式和题目，供你核对`,
        en: `run npm run describe -- "data/drops/${drop}": it drafts a layout and codebook for you to correct`,
      },
    };
    return { recognised: null, problems: [problem] };
  }
  const layout: Layout = {
    name: survey.vendor,
    gives: 'responses',
    recognise: [survey.labels[0] ?? ''],
    vendor: survey.vendor,
    id_prefix: `${name}-`.replaceAll(/[^A-Za-z0-9._-]/g, '-'),
    columns,
    questions,
    options,
    set_aside: survey.implied.set_aside ?? [],
  };
  return recogniseForeign(file, heading, layout, settings);
}

import type { Layout } from '../../../model/layout.ts';
import type { Settings } from '../../../model/settings.ts';
import type { SurveyExport } from '../../../model/survey-export.ts';
import type { Words } from '../../../model/words.ts';
import { dimensionOf } from '../dimensions.ts';
import { exportQuestions, wholeWording, type ExportQuestion } from '../export-questions.ts';
import { numberLabel } from '../foreign.ts';
import { choiceFor, questionFor } from '../survey.ts';
import { idsFor } from './answer-ids.ts';
import { dimensionFinder } from './dimension-values.ts';
import { fitChoices } from './fit-choices.ts';
import { together, type Observed } from './observe.ts';
import type { Given, Proposal } from './proposal.ts';
import { areDates, areIds, dateQuestion } from './kept-fields.ts';
import { proposeAnswers, type Answers } from './propose-question.ts';
import { shareScales } from './share-scales.ts';
import { formName, type FormQuestion, type XlsForm } from './xlsform.ts';

type Entry = NonNullable<Layout['codebook']>[number];
type Choices = NonNullable<Entry['choices']>;

/** What a survey's layout is proposed from. */
export interface SurveyEvidence {
  readonly name: string;
  readonly survey: SurveyExport;
  readonly observed: readonly Observed[];
  readonly settings: Settings;
  readonly form: XlsForm | null;
  /** How many rows of data there are. */
  readonly rows: number;
  readonly given: Given;
}

/** What is gathered column by column. */
interface Draft {
  readonly columns: Record<string, string>;
  readonly questions: Record<string, string>;
  readonly options: Record<string, Record<string, string>>;
  readonly codebook: Entry[];
  readonly personal: string[];
  readonly freeText: string[];
  readonly ignore: string[];
  readonly remarks: Map<string, Words>;
  readonly separators: string[];
}

/** More options than this are no list of answers but some other number. */
const mostOptions = 60;

const writtenIn: Words = { zh: '其他（自填）', en: 'Other (written in)' };

function named(texts: Words | string, languages: readonly string[]): Record<string, string> {
  if (typeof texts === 'string') return { [languages[0] ?? 'zh']: texts };
  return Object.fromEntries(
    languages.map((language) => [language, language.startsWith('zh') ? texts.zh : texts.en]),
  );
}

/** Ids for the answers of a form: their codes, where they can be ids. */
function formIds(codes: readonly string[]): string[] {
  const canBe = (code: string) => /^(?!all$)[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(code);
  return codes.every(canBe) && new Set(codes).size === codes.length ? [...codes] : idsFor(codes, 'a');
}

/** A text of a form in the languages of the programme; its own language stands in for the main one where that is missing. */
function translated(
  labels: Readonly<Record<string, string>>,
  otherwise: string,
  languages: readonly string[],
) {
  const [main = 'zh'] = languages;
  const any = labels[main] ?? labels[''] ?? labels['en'] ?? Object.values(labels)[0] ?? otherwise;
  const there = languages.flatMap((language) =>
    labels[language] === undefined ? [] : [[language, labels[language]] as const],
  );
  return { [main]: any, ...Object.fromEntries(there) };
}

function proposer({ name, survey, observed, settings, form }: SurveyEvidence) {
  const { languages } = settings.programme;
  const label = (column: number) => survey.labels[column] ?? '';
  const nothing: Observed = { filled: 0, counts: new Map(), isComplete: true, longest: 0 };
  const seen = (column: number) => observed[column] ?? nothing;
  const taken = new Set(settings.questions.map(({ id }) => id));
  const forms = new Map(form?.questions.map((question) => [formName(question.name), question] as const));
  const dimension = dimensionFinder(settings);
  const siblings = Map.groupBy(
    exportQuestions(survey).filter(({ item, cells }) => item !== '' && cells.length > 0),
    ({ wording }) => wording,
  );

  /** What stands in a question’s column; with the columns that ask the same of other things, for all take the same answers. */
  function seenAsked({ wording, item, cells }: ExportQuestion): Observed {
    const own = seen(cells[0] ?? -1);
    const others = item === '' || own.filled === 0 ? [] : (siblings.get(wording) ?? []);
    return others.length < 2 ? own : together(others.map((one) => seen(one.cells[0] ?? -1)));
  }

  /** An id that no question has yet. */
  function freeId(key: string): string {
    const bare = key
      .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+|-+$/g, '')
      .slice(0, 60);
    const wanted = bare === '' || bare === 'all' ? `q${taken.size + 1}` : bare;
    let free = taken.has(wanted) ? `${name}-${wanted}` : wanted;
    for (let number = 2; taken.has(free); number += 1) free = `${name}-${wanted}-${number}`;
    taken.add(free);
    return free;
  }

  function choicesFor(answers: readonly string[], hasOthers: boolean): Choices {
    const ids = idsFor(answers, 'a');
    const listed = answers.map((text, position) => ({
      id: ids[position] ?? '',
      name: named(text, languages),
    }));
    return hasOthers && !ids.includes('other')
      ? [...listed, { id: 'other', name: named(writtenIn, languages) }]
      : listed;
  }

  /** A question that the form describes, with its labels and answers. */
  function fromForm(asked: ExportQuestion, known: FormQuestion, draft: Draft): boolean {
    const [column = asked.options[0]?.column ?? 0] = asked.cells;
    const all = [...asked.cells, ...asked.options.map((one) => one.column)].map(label);
    const listed = form?.choices.get(known.list);
    const isChoice = /^select_(one|multiple)$|^rank$/.test(known.type) && listed !== undefined;
    if (/^(text|note)$/.test(known.type)) draft.freeText.push(...all);
    else if (
      /^(geo\w+|image|audio|video|file|barcode|username|email|phonenumber|deviceid|simserial|subscriberid)$/.test(
        known.type,
      )
    )
      draft.personal.push(...all);
    else if (!isChoice) return false;
    if (!isChoice || listed === undefined) return true;
    const ids = formIds(listed.map((one) => one.name));
    const columns = new Map(
      asked.options.map(({ option, column: at }) => [formName(option), label(at)] as const),
    );
    const fromList: Choices = listed.map((one, position) => {
      const at = columns.get(formName(one.name));
      return {
        id: ids[position] ?? '',
        name: translated(one.labels, one.name, languages),
        ...(ids[position] === one.name ? {} : { is: [one.name] }),
        ...(at === undefined ? {} : { column: at }),
      };
    });
    if (seen(column).filled === 0 && asked.options.length === 0) {
      draft.ignore.push(...all);
      return true;
    }
    const kind = known.type === 'select_multiple' ? 'multiple' : 'single';
    const { choices, hasOthers } = fitChoices(fromList, [...seen(column).counts.keys()], kind);
    const isListed = choices.some(({ id }) => id === 'other');
    draft.codebook.push({
      id: freeId(asked.key),
      kind,
      name: translated(known.labels, known.name, languages),
      ...(asked.cells.length > 0 ? { column: label(column) } : {}),
      choices:
        hasOthers && !isListed ? [...choices, { id: 'other', name: named(writtenIn, languages) }] : choices,
      ...(hasOthers ? { write_in: 'other' } : {}),
    });
    return true;
  }

  /** A question that is known already, with answers that are all known: its column is all there is to say. */
  function fromKnown(asked: ExportQuestion, answers: Answers, draft: Draft): boolean {
    const known = questionFor(asked, settings.questions);
    if (known === undefined || survey.vendor === 'wjx-coded') return false;
    const readable = (texts: readonly string[]) =>
      texts.every((text) => choiceFor(text, known.choices) !== undefined);
    const [column] = asked.cells;
    if (asked.options.length > 0) {
      if (!readable(asked.options.map(({ option }) => option))) return false;
      draft.options[known.id] = Object.fromEntries(
        asked.options.map(({ option, column: at }) => [
          choiceFor(option, known.choices)?.id ?? '',
          label(at),
        ]),
      );
      return true;
    }
    if (column === undefined || answers.is !== 'question') return false;
    const texts = answers.kind === 'multiple' ? answers.answers : [...seen(column).counts.keys()];
    if (!readable(texts)) return false;
    draft.questions[known.id] = label(column);
    return true;
  }

  function fromOptions(asked: ExportQuestion, draft: Draft): void {
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
      name: named(writtenIn, languages),
      column: label(column),
    }));
    draft.codebook.push({
      id: freeId(asked.key),
      kind: 'multiple',
      name: named(wholeWording(asked), languages),
      choices: [
        ...asked.options.map(({ option, column }, position) => ({
          id: ids[position] ?? '',
          name: named(option, languages),
          column: label(column),
        })),
        ...others.filter(({ id }) => !ids.includes(id)),
      ],
    });
  }

  function fromCells(asked: ExportQuestion, answers: Answers & { is: 'question' }, draft: Draft): void {
    const [column = 0] = asked.cells;
    const id = freeId(asked.key);
    const hasOthers = answers.hasOthers || (asked.others.length > 0 && answers.answers.length > 0);
    const choices = choicesFor(answers.answers, hasOthers).map((choice) =>
      choice.id === 'other' && asked.others[0] !== undefined && !answers.hasOthers
        ? { ...choice, column: label(asked.others[0]) }
        : choice,
    );
    if (answers.kind === 'multiple' && answers.separator !== undefined)
      draft.separators.push(answers.separator);
    draft.codebook.push({
      id,
      kind: answers.kind,
      name: named(wholeWording(asked), languages),
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

  /** A question whose answers are the numbers of its options: the words stand in the questionnaire only. */
  function fromNumbers(asked: ExportQuestion, draft: Draft): boolean {
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
        name: named({ zh: `选项 ${number}`, en: `Option ${number}` }, languages),
        is: [number],
      };
    });
    draft.codebook.push({
      id,
      kind: 'single',
      name: named(wholeWording(asked), languages),
      column: label(column),
      choices,
    });
    draft.remarks.set(`codebook.${id}`, {
      zh: '数字是问卷里第几个选项，请写上选项的文字',
      en: 'the numbers count the options of the questionnaire: write their words',
    });
    return true;
  }

  function place(asked: ExportQuestion, draft: Draft): void {
    const all = [...asked.cells, ...asked.options.map((one) => one.column)].map(label);
    const [column] = asked.cells;
    if (asked.isText) {
      draft.freeText.push(...all);
      return;
    }
    const known = forms.get(formName(asked.key));
    if (known !== undefined && fromForm(asked, known, draft)) return;
    const answers: Answers =
      column === undefined
        ? { is: 'empty' }
        : proposeAnswers(wholeWording(asked), seenAsked(asked), survey.implied.separator);
    const field = column === undefined ? null : (dimensionOf(asked.wording) ?? dimension(seen(column)));
    const isList =
      field !== null && (field === 'channel' || settings.lookups[`${field}s` as 'halls'].length > 0);
    if (
      column !== undefined &&
      field !== null &&
      isList &&
      draft.columns[field] === undefined &&
      answers.is !== 'empty'
    )
      draft.columns[field] = label(column);
    else if (fromKnown(asked, answers, draft)) return;
    else if (fromNumbers(asked, draft)) return;
    else if (asked.options.length > 0) fromOptions(asked, draft);
    else if (answers.is === 'question') fromCells(asked, answers, draft);
    else if (answers.is === 'personal') draft.personal.push(...all);
    else if (answers.is === 'text') draft.freeText.push(...all);
    else draft.ignore.push(...all);
  }

  return place;
}

/** Which separator most of the questions use, where the tool implies another. */
function separatorOf(separators: readonly string[], implied: string | undefined): string | undefined {
  const counts = Map.groupBy(
    separators.filter((one) => one.trim() !== ''),
    (separator) => separator,
  );
  const [most] = [...counts].sort((a, b) => b[1].length - a[1].length);
  return most === undefined || most[0].trim() === implied?.trim() ? undefined : most[0];
}

/** Enough questions to tell this survey from others. */
const mostMarks = 8;

/** The columns by which the survey will be known again: questions from its beginning and its end. */
function marksOf(survey: SurveyExport, asked: readonly ExportQuestion[]): string[] {
  const columns = asked.flatMap(({ cells, options }) => [...cells, ...options.map(({ column }) => column)]);
  const labels = columns.map((column) => survey.labels[column] ?? '').filter((label) => label !== '');
  if (labels.length <= mostMarks) return labels;
  return [...labels.slice(0, mostMarks - 2), ...labels.slice(-2)];
}

/** Proposes a layout and codebook for a survey: every column a question, a dimension, personal, free text, or not used. */
export function proposeSurvey(evidence: SurveyEvidence): Proposal {
  const { name, survey, observed, rows, given } = evidence;
  const asked = exportQuestions(survey);
  const draft: Draft = {
    columns: {},
    questions: {},
    options: {},
    codebook: [],
    personal: survey.labels.filter((_, column) => survey.columns[column]?.is === 'personal'),
    freeText: [],
    // What a tool adds it also accounts for; in a table of unknown origin it is listed.
    ignore: survey.labels.flatMap((label, column) => {
      const isOurs = survey.vendor !== null || survey.columns[column]?.is !== 'metadata';
      if (isOurs || (label === '' && (observed[column]?.filled ?? 0) === 0)) return [];
      return [label === '' ? numberLabel(column) : label];
    }),
    remarks: new Map(),
    separators: [],
  };
  survey.columns.forEach((column, position) => {
    const seen = observed[position];
    if (column.is !== 'field' || seen === undefined || seen.filled === 0) return;
    if (column.field === 'response_id' ? areIds(seen, rows) : areDates(seen))
      draft.columns[column.field] = survey.labels[position] ?? '';
    else draft.ignore.push(survey.labels[position] ?? '');
  });
  const place = proposer(evidence);
  for (const one of asked) place(one, draft);
  const others = asked.flatMap((one) => one.others).map((column) => survey.labels[column] ?? '');
  const used = new Set(
    draft.codebook.flatMap(({ choices }) => choices?.flatMap(({ column }) => column ?? []) ?? []),
  );
  const separator = separatorOf(draft.separators, survey.implied.separator);
  const hasId = draft.columns['response_id'] !== undefined;
  const { set_aside: aside, missing } = survey.implied;
  const on = survey.labels.indexOf(draft.columns['submitted_on'] ?? '-');
  const { dates, open } = dateQuestion(observed[on], given);
  const { scales, codebook } = shareScales(draft.codebook);
  const layout: Layout = {
    name,
    gives: 'responses',
    ...(survey.vendor === null ? {} : { vendor: survey.vendor }),
    recognise: marksOf(survey, asked),
    ...(hasId ? { id_prefix: `${name}-`.slice(0, 40) } : { row_number_as: 'response_id' }),
    columns: draft.columns,
    ...(dates.length === 0 ? {} : { dates }),
    ...(separator === undefined ? {} : { separator }),
    ...(missing === undefined ? {} : { missing }),
    ...(aside === undefined ? {} : { set_aside: aside }),
    ...(Object.keys(draft.questions).length > 0 ? { questions: draft.questions } : {}),
    ...(Object.keys(draft.options).length > 0 ? { options: draft.options } : {}),
    ...(Object.keys(scales).length > 0 ? { scales } : {}),
    ...(codebook.length > 0 ? { codebook } : {}),
    ...(draft.personal.length > 0 ? { personal: draft.personal } : {}),
    free_text: [...draft.freeText, ...others.filter((label) => !used.has(label))],
    ignore: draft.ignore,
  };
  return { layout, remarks: draft.remarks, open };
}

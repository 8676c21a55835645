import type { Layout } from '../../../model/layout.ts';
import type { Settings } from '../../../model/settings.ts';
import type { SurveyExport } from '../../../model/survey-export.ts';
import { dimensionOf } from '../dimensions.ts';
import { exportQuestions, wholeWording, type ExportQuestion } from '../export-questions.ts';
import { numberLabel } from '../foreign.ts';
import { dimensionFinder } from './dimension-values.ts';
import { idGiver, type Draft, type Drafting } from './draft.ts';
import { fromCells } from './from-cells.ts';
import { fromForm } from './from-form.ts';
import { fromKnown } from './from-known.ts';
import { fromNumbers } from './from-numbers.ts';
import { fromOptions } from './from-options.ts';
import { areDates, areIds, dateQuestion } from './kept-fields.ts';
import { together, type Observed } from './observe.ts';
import type { Given, Proposal } from './proposal.ts';
import { certainScale } from './known-scales.ts';
import { proposeAnswers, type Answers } from './propose-question.ts';
import { shareScales } from './share-scales.ts';
import { formName, type XlsForm } from './xlsform.ts';

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

/** Compiles how a question of the export finds its place in the draft. */
function placer(form: XlsForm | null, drafting: Drafting): (asked: ExportQuestion) => void {
  const { survey, settings, draft, label, seen } = drafting;
  const forms = new Map(form?.questions.map((question) => [formName(question.name), question] as const));
  const dimension = dimensionFinder(settings);
  const siblings = Map.groupBy(
    exportQuestions(survey).filter(({ item, cells }) => item !== '' && cells.length > 0),
    ({ wording }) => wording,
  );

  const scale = certainScale(
    exportQuestions(survey).flatMap(({ cells }) => cells.map((column) => [...seen(column).counts.keys()])),
  );

  /** What stands in a question’s column; with the columns that ask the same of other things, for all take the same answers. */
  function seenAsked({ wording, item, cells }: ExportQuestion): Observed {
    const own = seen(cells[0] ?? -1);
    const others = item === '' || own.filled === 0 ? [] : (siblings.get(wording) ?? []);
    return others.length < 2 ? own : together(others.map((one) => seen(one.cells[0] ?? -1)));
  }

  return (asked) => {
    const all = [...asked.cells, ...asked.options.map((one) => one.column)].map(label);
    const [column] = asked.cells;
    if (asked.isText) {
      draft.freeText.push(...all);
      return;
    }
    const known = forms.get(formName(asked.key));
    if (known !== undefined && form !== null && fromForm(asked, known, form, drafting)) return;
    const answers: Answers =
      column === undefined
        ? { is: 'empty' }
        : proposeAnswers(wholeWording(asked), seenAsked(asked), survey.implied.separator, scale);
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
    else if (fromKnown(asked, answers, drafting)) return;
    else if (fromNumbers(asked, drafting)) return;
    else if (asked.options.length > 0) fromOptions(asked, drafting);
    else if (answers.is === 'question') fromCells(asked, answers, drafting);
    else if (answers.is === 'personal') draft.personal.push(...all);
    else if (answers.is === 'text') draft.freeText.push(...all);
    else draft.ignore.push(...all);
  };
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

/** The columns by which the survey will be known again: questions from its beginning and its end; all it has, where it asks nothing. */
function marksOf(survey: SurveyExport, asked: readonly ExportQuestion[]): string[] {
  const columns = asked.flatMap(({ cells, options }) => [...cells, ...options.map(({ column }) => column)]);
  const questions = columns.map((column) => survey.labels[column] ?? '');
  const labels = (questions.length > 0 ? questions : survey.labels).filter((label) => label !== '');
  if (labels.length <= mostMarks) return labels;
  return [...labels.slice(0, mostMarks - 2), ...labels.slice(-2)];
}

/** Puts what was drafted together as a layout, each part where there is something to say. */
function assembled(
  { name, survey, observed, given }: SurveyEvidence,
  asked: readonly ExportQuestion[],
  draft: Draft,
): Proposal {
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

/** Proposes a layout and codebook for a survey: every column a question, a dimension, personal, free text, or not used. */
export function proposeSurvey(evidence: SurveyEvidence): Proposal {
  const { name, survey, observed, settings, rows } = evidence;
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
  const nothing: Observed = { filled: 0, counts: new Map(), isComplete: true, longest: 0 };
  const place = placer(evidence.form, {
    survey,
    settings,
    draft,
    label: (column) => survey.labels[column] ?? '',
    seen: (column) => observed[column] ?? nothing,
    freeId: idGiver(name, settings),
  });
  for (const one of asked) place(one);
  return assembled(evidence, asked, draft);
}

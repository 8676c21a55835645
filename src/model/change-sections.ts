import { counted } from './counted.ts';
import {
  findingChangeKinds,
  type CellChange,
  type ChangedSubject,
  type CountChange,
  type DropChanges,
  type FigureChange,
  type FindingChange,
  type Listed,
  type Live,
  type Texts,
} from './drop-changes.ts';
import { measures } from './measure.ts';
import { allTime, subjectKinds } from './published.ts';
import { wordsIn } from './words.ts';

/** A piece of a line: words of ours, or what stands in the data and may hold anything. */
export type Piece = string | { readonly data: string };

/** Changes of one kind, in words. */
export interface ChangeSection {
  readonly title: string;
  /** How many there are; null where a section is one line. */
  readonly count: number | null;
  /** Whether somebody should look before anything is published. */
  readonly alarm: boolean;
  readonly lines: readonly (readonly Piece[])[];
  /** How many are not listed. */
  readonly rest: number;
}

/** Says a thing of ours in the language of the reader. */
type Say = (zh: string, en: string) => string;

const sayIn =
  (language: string): Say =>
  (zh, en) =>
    wordsIn({ zh, en }, language);

const asData = (text: string): Piece => ({ data: text });

/** A text in the language of the reader, or in the first that has one. */
function textIn(texts: Texts, language: string): string {
  return texts[language] || (Object.values(texts).find((text) => text !== '') ?? '');
}

function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

const kindOf = new Map(measures.map((measure) => [measure.measure, measure]));

function value(measure: string, amount: number, say: Say): string {
  const kind = kindOf.get(measure)?.kind;
  if (kind === 'rate') return `${(100 * amount).toFixed(1)}%`;
  return kind === 'days'
    ? say(`${number(amount)} 天`, counted(amount, 'day', number(amount)))
    : number(amount);
}

/** Kinds whose names do not say what they are. */
const namedByKind = ['channel', 'severity', 'respondent', 'cohort'];

function subjectPieces(
  { subject_kind, subject_id, subject }: ChangedSubject,
  language: string,
  say: Say,
): Piece[] {
  if (subject_kind === 'programme') return [say('全部', 'the whole programme')];
  const kind = subjectKinds.find(({ code }) => code === subject_kind);
  return [
    ...(kind !== undefined && namedByKind.includes(subject_kind) ? [wordsIn(kind, language)] : []),
    asData(textIn(subject, language) || subject_id),
  ];
}

function findingLine(
  { finding_id, title, department, fields }: FindingChange,
  withFields: boolean,
  language: string,
  say: Say,
): Piece[] {
  const start = [asData(finding_id), asData(textIn(title, language))];
  if (!withFields) return [...start, asData(textIn(department, language))];
  return [
    ...start,
    ...fields.flatMap(({ column, before, after }) => [
      asData(column),
      asData(before),
      '→',
      after === '' ? say('没有了', 'gone') : asData(after),
    ]),
  ];
}

function section<T>(
  title: string,
  { count, first }: Listed<T>,
  alarm: boolean,
  line: (one: T) => readonly Piece[],
): ChangeSection[] {
  return count === 0 ? [] : [{ title, count, alarm, lines: first.map(line), rest: count - first.length }];
}

function findingSections({ findings }: DropChanges, language: string, say: Say): ChangeSection[] {
  return findingChangeKinds.flatMap((kind) =>
    section(
      `${say('发现：', 'Findings ')}${wordsIn(kind, language)}`,
      findings[kind.code],
      kind.code === 'vanished',
      (one) => findingLine(one, kind.code === 'corrected', language, say),
    ),
  );
}

function amount({ before, after }: CountChange, say: Say): string {
  const side = (count: number | null) => (count === null ? say('未公布', 'not public') : number(count));
  return `${side(before)} → ${side(after)}`;
}

function countSections({ responses, visits, questions }: DropChanges, language: string, say: Say) {
  const all = [
    [say('答卷', 'Responses'), responses],
    [say('走访', 'Visits'), visits],
  ] as const;
  const counted = all
    // A programme that never had any has none now: that is no news.
    .filter(([, { before, after }]) => before !== after && !(before === null && after === 0))
    .map(([title, count]): ChangeSection => ({
      title: `${title} ${amount(count, say)}`,
      count: null,
      alarm: (count.after ?? 0) < (count.before ?? 0),
      lines: [],
      rest: 0,
    }));
  return [
    ...counted,
    ...section(
      say('回答人数有变的题目', 'Questions with another number of answers'),
      { count: questions.length, first: questions },
      false,
      (question) => [asData(textIn(question.text, language) || question.question_id), amount(question, say)],
    ),
  ];
}

function figureLine(
  change: FigureChange,
  questionName: (id: string) => string,
  language: string,
  say: Say,
): Piece[] {
  const { measure, question_id, before, low, high, after } = change;
  const show = (one: number) => value(measure, one, say);
  const name = kindOf.get(measure)?.name;
  const interval =
    low === null || high === null
      ? []
      : [say(`（原区间 ${show(low)} 至 ${show(high)}）`, `(its interval was ${show(low)} to ${show(high)})`)];
  return [
    ...subjectPieces(change, language, say),
    name === undefined ? measure : wordsIn(name, language),
    ...(question_id === '' ? [] : [asData(questionName(question_id))]),
    `${show(before)} → ${show(after)}`,
    ...interval,
  ];
}

function cellLine(change: CellChange, language: string, say: Say): Piece[] {
  const { period, questions, cells } = change;
  return [
    ...subjectPieces(change, language, say),
    period === allTime ? say('全部时期', 'all periods') : period,
    say(
      `${questions.length} 道题，${cells} 个数`,
      `${counted(questions.length, 'question')}, ${counted(cells, 'number')}`,
    ),
  ];
}

/** Says what the changes were compared with, on one line. */
export function liveLine(
  { live, cutoff }: { readonly live: Live | null; readonly cutoff: string },
  language: string,
): string {
  const say = sayIn(language);
  const now = say(`数据截至 ${cutoff}`, `data to ${cutoff}`);
  if (live === null)
    return say(
      `还没有公布过：按第一次公布来看，${now}`,
      `Nothing is public yet: seen as a first publication, ${now}`,
    );
  return live.kind === 'release'
    ? say(
        `与第 ${live.release} 期（版本 ${live.version}，数据截至 ${live.cutoff}）相比，${now}`,
        `Beside release ${live.release} (version ${live.version}, data to ${live.cutoff}), ${now}`,
      )
    : say(
        `与 ${live.site} 里的网站（数据截至 ${live.cutoff}）相比，${now}`,
        `Beside the site in ${live.site} (data to ${live.cutoff}), ${now}`,
      );
}

/** The changes in the order in which they should be read, in Chinese or English. */
export function changeSections(changes: DropChanges, language: string): ChangeSection[] {
  const say = sayIn(language);
  const texts = new Map(changes.questions.map(({ question_id, text }) => [question_id, text]));
  const questionName = (id: string) => textIn(texts.get(id) ?? {}, language) || id;
  const figure = (one: FigureChange) => figureLine(one, questionName, language, say);
  const cell = (one: CellChange) => cellLine(one, language, say);
  return [
    ...section(say('大幅变动的数字', 'Figures that swing'), changes.swings, true, figure),
    ...findingSections(changes, language, say),
    ...countSections(changes, language, say),
    ...section(say('走出原区间的数字', 'Figures that leave their interval'), changes.moved, false, figure),
    ...section(say('将要隐去的单位', 'Units that will be withheld'), changes.withheld, false, cell),
    ...section(say('不再隐去的单位', 'Units that will be shown again'), changes.shown, false, cell),
  ];
}

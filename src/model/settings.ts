import type { Layout } from './layout.ts';
import { marginDimensions, type Margin } from './margin.ts';
import type { Programme } from './programme.ts';
import {
  aims,
  answerSides,
  questionKinds,
  type Code,
  type LookupName,
  type QuestionKind,
  type RecordKind,
} from './record.ts';
import type { SpecialDay } from './special-day.ts';
import type { Side } from './sides.ts';

/** A column of a code list in `data/lookup/`. */
export interface LookupColumn {
  readonly name: string;
  readonly required?: true;
  readonly perLanguage?: true;
  /** What a cell holds, where that is not any text. */
  readonly type?: 'date' | 'count' | 'truth';
  /** The codes that a cell takes. */
  readonly codes?: readonly Code[];
}

/** What a person decided about a text in which personal data were found. */
export const redactionDecisions = [
  { code: 'redacted', zh: '改为替换文字', en: 'the replacement stands for it' },
  { code: 'kept', zh: '原文不涉及个人，照登', en: 'nobody is in it: it stands as it is' },
] as const satisfies readonly Code[];

const id: LookupColumn = { name: 'id', required: true };
const name: LookupColumn = { name: 'name', perLanguage: true, required: true };
const pinyin: LookupColumn = { name: 'pinyin' };

/** The files of `data/lookup/` and their columns. */
export const lookupColumns = {
  departments: [
    id,
    name,
    { name: 'short', perLanguage: true },
    pinyin,
    { name: 'since', type: 'date' },
    { name: 'until', type: 'date' },
    { name: 'successor' },
  ],
  halls: [id, name, { name: 'district', perLanguage: true }, pinyin],
  services: [id, name, { name: 'department' }, pinyin],
  categories: [id, name, { name: 'aim', codes: aims }, { name: 'meaning', perLanguage: true }],
  cohorts: [
    id,
    name,
    { name: 'starts_on', type: 'date' },
    { name: 'ends_on', type: 'date' },
    { name: 'officers', type: 'count' },
  ],
  questions: [
    id,
    { name: 'survey', required: true },
    { name: 'kind', required: true, codes: questionKinds },
    name,
    { name: 'scale' },
  ],
  choices: [{ name: 'scale', required: true }, id, name, { name: 'counts', codes: answerSides }],
  spellings: [{ name: 'list', required: true }, { name: 'spelling', required: true }, id],
  margins: [
    { name: 'dimension', required: true, codes: marginDimensions },
    { name: 'category', required: true },
    { name: 'population', required: true, type: 'count' },
  ],
  special_days: [
    { name: 'day', required: true, type: 'date' },
    { name: 'working', required: true, type: 'truth' },
    { name: 'occasion', perLanguage: true },
  ],
  redactions: [
    { name: 'hash', required: true },
    { name: 'decision', required: true, codes: redactionDecisions },
    { name: 'replacement' },
  ],
} as const satisfies Record<string, readonly LookupColumn[]>;

export type LookupFile = keyof typeof lookupColumns;

/** One row of a code list: its id and its cells by column name (`name_zh`, `short_en` …). */
export interface LookupEntry {
  readonly id: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** One answer that a question takes. */
export interface Choice {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  /** On which side it counts, in a scale. */
  readonly counts?: Side;
}

/** A survey question with the answers it takes, in their order. */
export interface Question {
  readonly id: string;
  readonly survey: string;
  readonly kind: QuestionKind;
  readonly names: Readonly<Record<string, string>>;
  readonly choices: readonly Choice[];
}

/** A learnt spelling of a name. */
export interface Spelling {
  readonly list: string;
  readonly spelling: string;
  readonly id: string;
}

/** What was decided, once, about a text that may give somebody away. The text itself is not kept, only its hash. */
export interface Redaction {
  readonly hash: string;
  readonly decision: (typeof redactionDecisions)[number]['code'];
  readonly replacement: string;
}

/** Everything the office has decided, read and checked. */
export interface Settings {
  readonly programme: Programme;
  readonly lookups: Readonly<Record<Exclude<LookupName, 'questions'>, readonly LookupEntry[]>>;
  /** The lists whose file is there at all. */
  readonly listed: ReadonlySet<string>;
  readonly questions: readonly Question[];
  readonly spellings: readonly Spelling[];
  readonly redactions: readonly Redaction[];
  /** The population that survey answers are weighted to; empty where they are not. */
  readonly margins: readonly Margin[];
  /** Days that the office lists for the working-day calendar, beside those of the notices or instead of them. */
  readonly specialDays: readonly SpecialDay[];
  readonly layouts: readonly Layout[];
}

/** Where the answer to a question stands. */
export interface AnswerPlace {
  /** Columns that hold the answer itself; of several, the first that is filled in counts. */
  readonly cells: readonly number[];
  /** Columns that each stand for one answer, filled in where it was chosen. */
  readonly options: readonly { readonly choice: string; readonly column: number }[];
}

/** Rows that are not to be counted: those whose cell is, or is not, one of `words`. */
export interface AsideRule {
  readonly column: number;
  readonly words: ReadonlySet<string>;
  readonly when: 'is' | 'is-not';
  readonly reason: string;
}

/** Which layout a sheet has, and which of its columns is which of our fields. */
export interface Recognised {
  /** `own`, or the name of a layout description. */
  readonly layout: string;
  readonly kind: RecordKind;
  /** The numbers of the rows that make up the header. */
  readonly headerRows: readonly number[];
  /** The number of the first row that may hold data; what stands above it is not counted as rows. */
  readonly firstRow: number;
  /** How many cells a row has. */
  readonly width: number;
  /** Our field name, with its language if it has one, to the position of its column. */
  readonly columns: ReadonlyMap<string, number>;
  /** Question id to where its answers stand. */
  readonly answers: ReadonlyMap<string, AnswerPlace>;
  readonly setAside: readonly AsideRule[];
  /** Columns with personal data, which are never read. */
  readonly personal: readonly string[];
  /** The header, for telling people which column is meant. */
  readonly header: readonly string[];
  readonly description: Layout | null;
}

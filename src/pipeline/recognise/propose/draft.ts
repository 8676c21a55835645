import { freeName } from '../../../model/free-name.ts';
import type { Layout } from '../../../model/layout.ts';
import type { Settings } from '../../../model/settings.ts';
import type { SurveyExport } from '../../../model/survey-export.ts';
import type { Words } from '../../../model/words.ts';
import { hanMarks } from './han-marks.ts';
import type { Observed } from './observe.ts';

/** A question of a layout's codebook. */
export type Entry = NonNullable<Layout['codebook']>[number];

/** The answers that a question lists. */
export type Choices = NonNullable<Entry['choices']>;

/** What is gathered for a layout, column by column. */
export interface Draft {
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

/** What every part of the drafting needs to know of the survey, and where its findings go. */
export interface Drafting {
  readonly survey: SurveyExport;
  readonly settings: Settings;
  readonly draft: Draft;
  /** The name of a column. */
  readonly label: (column: number) => string;
  /** What stands in a column. */
  readonly seen: (column: number) => Observed;
  /** An id like `key` that no question has yet; from then on it is taken. */
  readonly freeId: (key: string) => string;
}

/** A text in the languages of the programme; what a survey says is in its own language, which stands for the main one. */
export function named(texts: Words | string, { settings }: Drafting): Record<string, string> {
  const { languages } = settings.programme;
  if (typeof texts === 'string') return { [languages[0] ?? 'zh']: hanMarks(texts) };
  return Object.fromEntries(
    languages.map((language) => [language, language.startsWith('zh') ? texts.zh : texts.en]),
  );
}

/** How the answer is called that stands for whatever people wrote in themselves. */
export const writtenIn: Words = { zh: '其他（自填）', en: 'Other (written in)' };

/** Ids for questions, none of them taken. */
export function idGiver(name: string, { questions }: Settings): Drafting['freeId'] {
  const taken = new Set(questions.map(({ id }) => id));
  return (key) => {
    const bare = key
      .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+|-+$/g, '')
      .slice(0, 60);
    const wanted = bare === '' || bare === 'all' ? `q${taken.size + 1}` : bare;
    const isTaken = (id: string) => taken.has(id);
    const free = isTaken(wanted) ? freeName(`${name}-${wanted}`, isTaken) : wanted;
    taken.add(free);
    return free;
  };
}

import type { SurveyExport } from '../../model/survey-export.ts';

/** A question as an export asks it, put together from its columns. */
export interface ExportQuestion {
  /** Short and unique within the export. */
  readonly key: string;
  readonly wording: string;
  /** The thing asked about, where the export asks the same of several. */
  readonly item: string;
  /** The columns that hold the answer itself. */
  readonly cells: readonly number[];
  /** The columns that each stand for one answer. */
  readonly options: readonly { readonly option: string; readonly column: number }[];
  /** The columns of what was written in beside the listed answers. */
  readonly others: readonly number[];
  readonly isText: boolean;
}

type Draft = { -readonly [Key in keyof ExportQuestion]: ExportQuestion[Key] } & {
  cells: number[];
  options: { option: string; column: number }[];
  others: number[];
};

/** The questions of an export, in the order of their first columns. */
export function exportQuestions({ columns }: SurveyExport): ExportQuestion[] {
  const drafts = new Map<string, Draft>();
  const items = new Map<string, number>();
  const draft = (key: string, wording: string, item = '', isText = false): Draft => {
    const known = drafts.get(key);
    if (known !== undefined) return known;
    const made: Draft = { key, wording, item, cells: [], options: [], others: [], isText };
    drafts.set(key, made);
    return made;
  };
  for (const [column, what] of columns.entries()) {
    if (what.is === 'question') draft(what.key, what.wording).cells.push(column);
    else if (what.is === 'option')
      draft(what.key, what.wording).options.push({ option: what.option, column });
    else if (what.is === 'other') draft(what.key, what.wording).others.push(column);
    else if (what.is === 'text')
      draft(`${what.key}-text${column}`, what.wording, '', true).cells.push(column);
    else if (what.is === 'item') {
      const number = (items.get(what.key) ?? 0) + 1;
      items.set(what.key, number);
      draft(`${what.key}-${number}`, what.wording, what.item).cells.push(column);
    }
  }
  return [...drafts.values()].filter(({ cells, options }) => cells.length > 0 || options.length > 0);
}

/** The whole wording: with the thing asked about, where there is one; the key, where the export has no words. */
export function wholeWording({
  key,
  wording,
  item,
}: Pick<ExportQuestion, 'key' | 'wording' | 'item'>): string {
  return [wording, item].filter((part) => part !== '').join(' — ') || key;
}

import { columnLabel } from '../../../model/column-label.ts';

/** A small table with its header, as forms and lists are kept. */
export interface FormTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Texts = Readonly<Record<string, string>>;

/** A question of an XLSForm: its type, and for a choice the list of answers. */
export interface FormQuestion {
  readonly name: string;
  readonly type: string;
  readonly list: string;
  readonly labels: Texts;
}

/** An XLSForm: its questions and lists of answers, with labels by language. */
export interface XlsForm {
  readonly questions: readonly FormQuestion[];
  readonly choices: ReadonlyMap<string, readonly { readonly name: string; readonly labels: Texts }[]>;
}

const languageNames: Readonly<Record<string, string>> = {
  english: 'en',
  chinese: 'zh',
  中文: 'zh',
  简体中文: 'zh',
  汉语: 'zh',
};

/** The language of a label column: `label::English (en)`, `label::中文`, or '' for a plain `label`. */
function labelLanguage(column: string): string | null {
  const match = /^label(?:::?\s*(.*))?$/i.exec(column);
  if (match === null) return null;
  const [, language = ''] = match;
  const code = /\(([a-z]{2,3})(?:-\w+)?\)\s*$/.exec(language)?.[1];
  return code ?? languageNames[language.trim().toLowerCase()] ?? language.trim().toLowerCase();
}

function labelsOf(header: readonly string[], row: readonly string[]): Texts {
  return Object.fromEntries(
    header.flatMap((column, position) => {
      const language = labelLanguage(column);
      const text = columnLabel(row[position] ?? '');
      return language === null || text === '' ? [] : [[language, text]];
    }),
  );
}

function columnOf(header: readonly string[], ...names: string[]): number {
  return header.findIndex((column) => names.includes(column.toLowerCase().replaceAll(/[\s_]+/g, ' ')));
}

/** Whether a header is that of an XLSForm's questions or of its lists of answers. */
export function formSheet(header: readonly string[]): 'survey' | 'choices' | null {
  const names = header.map(columnLabel);
  const hasLabel = names.some((name) => labelLanguage(name) !== null);
  if (!hasLabel || columnOf(names, 'name') < 0) return null;
  if (columnOf(names, 'list name') >= 0) return 'choices';
  return columnOf(names, 'type') >= 0 ? 'survey' : null;
}

/**
 * Reads an XLSForm from the tables `survey` and `choices`, told apart by their headers; null if neither is one.
 * The form is documented at https://xlsform.org.
 */
export function readForm(tables: readonly FormTable[]): XlsForm | null {
  const questions: FormQuestion[] = [];
  const choices = new Map<string, { name: string; labels: Texts }[]>();
  for (const { header, rows } of tables) {
    const names = header.map(columnLabel);
    const kind = formSheet(names);
    const at = (...options: string[]) => columnOf(names, ...options);
    for (const row of kind === null ? [] : rows) {
      const name = columnLabel(row[at('name')] ?? '');
      if (name === '') continue;
      if (kind === 'choices') {
        const list = columnLabel(row[at('list name')] ?? '');
        choices.set(list, [...(choices.get(list) ?? []), { name, labels: labelsOf(names, row) }]);
      } else {
        const [type = '', listName = ''] = columnLabel(row[at('type')] ?? '').split(' ');
        questions.push({ name, type, list: listName, labels: labelsOf(names, row) });
      }
    }
  }
  return questions.length === 0 && choices.size === 0 ? null : { questions, choices };
}

/** The form in which names of an export and of its XLSForm are compared; R and spreadsheets change signs and case. */
export function formName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
}

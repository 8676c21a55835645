import Papa from 'papaparse';
import { jsonSchema, schemaFiles } from '../../model/json-schema.ts';
import type { ListedName, NamedList, NewProgramme } from '../../model/new-programme.ts';
import { lookupColumns, type LookupColumn } from '../../model/settings.ts';
import { nameId, saidAs } from './name-id.ts';
import { programmeText } from './programme-text.ts';
import { readMeText } from './read-me-text.ts';

/** A list as `lookup/<list>.csv` has it. */
function listText(
  list: NamedList,
  names: readonly ListedName[],
  languages: NewProgramme['languages'],
): string {
  const declared: readonly LookupColumn[] = lookupColumns[list];
  const columns = declared.flatMap(({ name, perLanguage }) =>
    perLanguage ? languages.map((language) => `${name}_${language}`) : [name],
  );
  const taken = names.map(({ id }) => id).filter((id) => id !== '');
  const rows = names.map((one) => {
    const id = one.id || nameId(one.short || one.zh || one.en, taken);
    taken.push(id);
    // The main language always has a name; another has none until somebody writes it, and pages show the main one.
    const [main = 'zh'] = languages;
    const cells: Readonly<Record<string, string>> = {
      id,
      name_zh: one.zh || (main === 'zh' ? one.en : ''),
      name_en: one.en || (main === 'en' ? one.zh : ''),
      short_zh: one.short,
      pinyin: saidAs(one.zh || one.en),
    };
    return columns.map((column) => cells[column] ?? '');
  });
  return `${Papa.unparse([columns, ...rows], { newline: '\n', escapeFormulae: true })}\n`;
}

/** Everything that a new programme consists of, by path: settings, lists, what helps an editor, a first explanation. */
export function programmeFiles(programme: NewProgramme, folder: string): Readonly<Record<string, string>> {
  const lists = Object.entries(programme.lists) as [NamedList, readonly ListedName[]][];
  return {
    'programme.yaml': programmeText(programme),
    'README.md': readMeText(programme, folder),
    ...Object.fromEntries(
      lists.map(([list, names]) => [`lookup/${list}.csv`, listText(list, names, programme.languages)]),
    ),
    ...Object.fromEntries(
      schemaFiles.map((file) => [file, `${JSON.stringify(jsonSchema(file), null, 2)}\n`]),
    ),
    // A folder without a file is not kept by version control.
    'drops/.gitkeep': '',
  };
}

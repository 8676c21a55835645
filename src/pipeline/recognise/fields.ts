import type { Problem } from '../../model/problem.ts';
import { recordFields, type Field, type RecordKind } from '../../model/record.ts';
import type { Recognised } from '../../model/settings.ts';

/** The layout of a sheet, or what is wrong with its header. */
export interface Recognition {
  readonly recognised: Recognised | null;
  readonly problems: readonly Problem[];
}

/** The columns that the fields of a record have in a file: one a language where they are written in each. */
export function fileFields(kind: RecordKind, languages: readonly string[]): string[] {
  return recordFields[kind].flatMap(({ name, perLanguage }) =>
    perLanguage ? languages.map((language) => `${name}_${language}`) : [name],
  );
}

function isThere(field: Field, columns: ReadonlySet<string>, languages: readonly string[]): boolean {
  return field.perLanguage
    ? languages.some((language) => columns.has(`${field.name}_${language}`))
    : columns.has(field.name);
}

/** The required fields that no column gives. */
export function missing(
  file: string,
  row: number,
  fields: readonly Field[],
  there: ReadonlySet<string>,
  languages: readonly string[],
): Problem[] {
  return fields
    .filter((field) => field.required && !isThere(field, there, languages))
    .map(({ name, perLanguage }) => ({
      code: 'missing-column',
      file,
      row,
      value: perLanguage ? `${name}_${languages[0]}` : name,
    }));
}

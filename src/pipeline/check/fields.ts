import { createHash } from 'node:crypto';
import { recordFields, type Field } from '../../model/record.ts';
import type { Recognised } from '../../model/settings.ts';
import { dateReader, type ReadDate } from './dates.ts';
import { contentOf, givenReader, remembering, type Fault, type ReadCell } from './fault.ts';
import { keptText } from './public-text.ts';
import { readerOf } from './readers.ts';
import { missingWords, type Step, type Target } from './step.ts';

/** The time column that goes with a date column: `found_on` and `found_time`, `on` and `time`. */
function timeName(dateName: string): string {
  return dateName === 'on' ? 'time' : dateName.replace(/_on$/, '_time');
}

/** Finds the cell of one of our columns in a row: its own column, or what the layout says of every row. */
function cellFinder(name: string, { recognised }: Target): (cells: readonly string[]) => string {
  const source = recognised.columns.get(name);
  const constant = recognised.description?.constants?.[name] ?? '';
  const missing = missingWords(recognised.description);
  return (cells) => {
    const cell = source === undefined ? constant : contentOf(cells[source] ?? '');
    return missing.has(cell) ? '' : cell;
  };
}

/** The name that a column of ours has in the drop. */
function labelOf(name: string, { columns, header }: Recognised): string {
  const source = columns.get(name);
  return source === undefined ? name : (header[source] ?? name);
}

/** The step that puts one column of ours into the record. */
function fieldStep(
  name: string,
  field: Field,
  read: ReadCell,
  columns: readonly string[],
  { recognised }: Target,
): Step {
  const source = recognised.columns.get(name);
  const constant = recognised.description?.constants?.[name] ?? '';
  const given = givenReader(read, missingWords(recognised.description));
  // No two rows have the same id.
  const readGiven = field === recordFields[recognised.kind][0] ? given : remembering(given);
  const column = labelOf(name, recognised);
  const into = columns.indexOf(name);
  return (cells, record, faults) => {
    const result = readGiven(source === undefined ? constant : (cells[source] ?? ''));
    if (result === null) return;
    if (typeof result !== 'string') faults.push({ column, fault: result });
    record[into] = keptText(result);
  };
}

/** The step that puts a date of ours, and the time of day that stands with it, into the record. */
function dateStep(
  name: string,
  field: Field,
  read: ReadDate,
  columns: readonly string[],
  target: Target,
): Step {
  const find = cellFinder(name, target);
  const column = labelOf(name, target.recognised);
  const into = columns.indexOf(name);
  const intoTime = columns.indexOf(timeName(name));
  return (cells, record, faults) => {
    const cell = find(cells);
    if (cell === '') return;
    const result = read(cell);
    if ('code' in result) {
      faults.push({ column, fault: result });
      record[into] = keptText(result);
      return;
    }
    const { warning } = result;
    if (warning !== undefined)
      faults.push({ column, fault: field.required && result.date === '' ? missingDate(cell) : warning });
    record[into] = result.date;
    if (intoTime >= 0 && record[intoTime] === '') record[intoTime] = result.time;
  };
}

/** A day that stands for none, where a day must be. */
function missingDate(value: string): Fault {
  return { code: 'missing-value', value };
}

/** The step that says that a required field is blank; a text must be there in one language at least. */
function requiredStep(names: readonly string[], target: Target): Step {
  const finders = names.map((name) => cellFinder(name, target));
  const given = names.find((name) => target.recognised.columns.has(name)) ?? names[0] ?? '';
  const column = labelOf(given, target.recognised);
  return (cells, _, faults) => {
    if (finders.every((find) => find(cells) === ''))
      faults.push({ column, fault: { code: 'missing-value', value: '' } });
  };
}

/** For exports without ids: an id from the row's number, with a mark of the file, for every file has such a row. */
function rowNumberStep(into: number, layout: string, file: string): Step {
  const mark = createHash('sha256').update(file).digest('hex').slice(0, 8);
  return (_, record) => {
    record[into] = `${layout}-${mark}-${record[0]}`;
  };
}

/** Puts what the layout names before an id, so that the running numbers of two surveys stay apart. */
function prefixStep(into: number, prefix: string): Step {
  return (_, record) => {
    if (record[into] !== '') record[into] = `${prefix}${record[into]}`;
  };
}

/** The steps that fill the record of the row's own kind. */
export function fieldSteps(columns: readonly string[], target: Target): Step[] {
  const { kind, description } = target.recognised;
  const readDate = dateReader(description?.dates);
  const { languages } = target.settings.programme;
  return (recordFields[kind] as readonly Field[]).flatMap((field): Step[] => {
    if (description?.row_number_as === field.name)
      return [rowNumberStep(columns.indexOf(field.name), description.name, target.file)];
    const names = field.perLanguage ? languages.map((language) => `${field.name}_${language}`) : [field.name];
    const steps = names.map((name, position) =>
      field.type === 'date'
        ? dateStep(name, field, readDate, columns, target)
        : fieldStep(name, field, readerOf(field, target, languages[position]), columns, target),
    );
    if (description?.id_prefix !== undefined && field === recordFields[kind][0])
      steps.push(prefixStep(columns.indexOf(field.name), description.id_prefix));
    return field.required ? [...steps, requiredStep(names, target)] : steps;
  });
}

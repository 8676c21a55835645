/** Written forms of dates with the pattern that a cell in them has; those that name the day first come after their twin. */
const forms: readonly (readonly [string, RegExp])[] = [
  [
    'yyyy-MM-dd HH:mm:ssZ',
    /^\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}:\d{2}(?=\D)(?:\.\d+)? ?(?:Z|UTC|GMT)?(?:[+-]\d{2}(?::?\d{2})?)?$/,
  ],
  ['MM/dd/yyyy hh:mm:ss a', /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2} [AP]M$/i],
  ['dd/MM/yyyy hh:mm:ss a', /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2} [AP]M$/i],
  ['MM/dd/yyyy hh:mm a', /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2} [AP]M$/i],
  ['MM/dd/yyyy HH:mm:ss', /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2}$/],
  ['dd/MM/yyyy HH:mm:ss', /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}:\d{2}$/],
  ['MM/dd/yyyy HH:mm', /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}$/],
  ['dd/MM/yyyy HH:mm', /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}$/],
  ['MM/dd/yyyy', /^\d{1,2}\/\d{1,2}\/\d{4}$/],
  ['dd/MM/yyyy', /^\d{1,2}\/\d{1,2}\/\d{4}$/],
  ['dd.MM.yyyy HH:mm:ss', /^\d{1,2}\.\d{1,2}\.\d{4} \d{1,2}:\d{2}:\d{2}$/],
  ['dd.MM.yyyy HH:mm', /^\d{1,2}\.\d{1,2}\.\d{4} \d{1,2}:\d{2}$/],
  ['dd.MM.yyyy', /^\d{1,2}\.\d{1,2}\.\d{4}$/],
  ['dd-MMM-yyyy HH:mm:ss', /^\d{1,2}-[A-Z][a-z]{2}-\d{4} \d{1,2}:\d{2}:\d{2}$/],
];

function fits([form, pattern]: (typeof forms)[number], cell: string): boolean {
  if (!pattern.test(cell)) return false;
  if (form.startsWith('yyyy')) return true;
  const [first = 0, second = 0] = cell.split(/\D+/).map(Number);
  const month = form.startsWith('dd') ? second : first;
  const day = form.startsWith('dd') ? first : second;
  return form.includes('MMM') || (month >= 1 && month <= 12 && day >= 1 && day <= 31);
}

/**
 * How the dates in these cells are written, where that is not one of the forms that every drop may use. Where day and
 * month could be either, the month goes first, as the tools that write so do.
 *
 * @example
 * dateForms(['12/13/2019 9:50:30', '1/2/2020 23:00:01']); // => ['MM/dd/yyyy HH:mm:ss']
 * dateForms(['2019-12-13 09:50']); // => []
 */
export function dateForms(cells: readonly string[]): string[] {
  const found = forms.find((form) => cells.length > 0 && cells.every((cell) => fits(form, cell)));
  return found === undefined ? [] : [found[0]];
}

/** The same as part of what an export implies. */
export function guessedDates(cells: readonly string[]): { dates?: string[] } {
  const dates = dateForms(cells);
  return dates.length > 0 ? { dates } : {};
}

import { hasEnded } from '../departments.ts';
import { tables } from '../tables/tables.ts';
import { localized } from '../programme.ts';

type Named = Readonly<Record<string, unknown>> & { readonly pinyin: string };

/** Sorts named things the way their readers look them up: by pinyin in Chinese, else by name. Never by a rate. */
export function inNameOrder<Row extends Named>(rows: readonly Row[], language: string): Row[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const keyed = rows.map((row) => {
    const name = localized(row, 'name', language).text;
    return { row, key: language.startsWith('zh') ? row.pinyin || name : name };
  });
  return keyed.sort((one, other) => collator.compare(one.key, other.key)).map(({ row }) => row);
}

const ordered = new Map<string, typeof tables.departments>();

/** The departments in the order of a language; those that are no longer there stand after the others. */
export function departmentsInOrder(language: string): typeof tables.departments {
  const [there, ended] = [false, true].map((gone) =>
    tables.departments.filter((one) => hasEnded(one) === gone),
  );
  const known = ordered.get(language) ?? [
    ...inNameOrder(there ?? [], language),
    ...inNameOrder(ended ?? [], language),
  ];
  ordered.set(language, known);
  return known;
}

import { categoryPath, departmentPath, hallPath, pageAddress, servicePath } from '../addresses/address.ts';
import { nameInitial } from './name-initial.ts';
import type { Localized } from './localized.ts';
import { localized } from '../programme.ts';
import { tables } from '../tables/tables.ts';

/** What has a page of its own and a name by which a reader may look for it. */
export type NamedKind = 'department' | 'hall' | 'service' | 'category';

interface NamedThing {
  readonly kind: NamedKind;
  readonly name: Localized;
  readonly address: string;
  /** What it is ordered by. */
  readonly key: string;
}

/** The things under one letter. */
export interface Letter {
  readonly letter: string;
  readonly things: readonly NamedThing[];
}

type Row = Readonly<Record<string, unknown>>;

/** Every department, hall, service and category under the letter that it begins with, in the order of a language. */
export function nameIndex(language: string): Letter[] {
  const chinese = language.startsWith('zh');
  const collator = new Intl.Collator(language, { numeric: true });
  const thing = (kind: NamedKind, row: Row, path: string) => {
    const name = localized(row, 'name', language);
    const pinyin = chinese && typeof row['pinyin'] === 'string' ? row['pinyin'] : '';
    const letter = nameInitial(name.text, pinyin);
    return { letter, kind, name, address: pageAddress(language, path), key: pinyin || name.text };
  };
  const things = [
    ...tables.departments.map((row) => thing('department', row, departmentPath(row.department_id))),
    ...tables.halls.map((row) => thing('hall', row, hallPath(row.hall_id))),
    ...tables.services.map((row) => thing('service', row, servicePath(row.service_id))),
    ...tables.categories.map((row) => thing('category', row, categoryPath(row.category_id))),
  ].toSorted((one, other) => collator.compare(one.key, other.key));
  const letters = Map.groupBy(things, ({ letter }) => letter);
  return [...letters.keys()].sort().map((letter) => ({ letter, things: letters.get(letter) ?? [] }));
}

import type { ListedName } from '../../model/new-programme.ts';
import type { Words } from '../../model/words.ts';

/** What the heads of the columns that we can use are called. */
const heads = {
  id: /^(?:id|编号|代码|code)$/i,
  zh: /^(?:name_?zh|名称|部门|部门名称|单位|单位名称|中文名称?|大厅|大厅名称|事项|事项名称|类别|类别名称|name)$/i,
  en: /^(?:name_?en|英文名?称?|english|english name)$/i,
  short: /^(?:short(?:_zh)?|简称)$/i,
} as const;

type Column = keyof typeof heads;

const columns = Object.keys(heads) as Column[];

/** The names of a table of rows, or what is wrong with it. */
export type NamesRead = { readonly names: readonly ListedName[] } | { readonly refused: Words };

function columnsOf(first: readonly string[]): Partial<Record<Column, number>> | null {
  const places = columns.flatMap((column) => {
    const place = first.findIndex((cell) => heads[column].test(cell.trim()));
    return place < 0 ? [] : [[column, place] as const];
  });
  const found = Object.fromEntries(places) as Partial<Record<Column, number>>;
  return found.zh === undefined && found.en === undefined ? null : found;
}

/** Without a head the first column that holds Chinese is the name, the second the short one, the first without any is English. */
function guess(rows: readonly (readonly string[])[]): Partial<Record<Column, number>> {
  const isChinese = (place: number) => rows.some((row) => /\p{Script=Han}/u.test(row[place] ?? ''));
  const isText = (place: number) => rows.some((row) => /[A-Za-z]{3}/.test(row[place] ?? ''));
  const places = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, place) => place);
  const [zh, short] = places.filter(isChinese);
  const en = places.find((place) => !isChinese(place) && isText(place));
  return Object.fromEntries(Object.entries({ zh, short, en }).filter(([, place]) => place !== undefined));
}

/**
 * The names in rows that come out of a file or the clipboard, with a head or without one. Names that stand there twice are
 * refused: whoever made the list must say which is which.
 */
export function listOfNames(rows: readonly (readonly string[])[]): NamesRead {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const [first] = filled;
  if (first === undefined)
    return { refused: { zh: '名单是空的：每行写一个名称', en: 'the list is empty: write one name a line' } };
  const headed = columnsOf(first);
  const below = headed === null ? filled : filled.slice(1);
  const places = headed ?? guess(filled);
  const cell = (row: readonly string[], column: Column) => {
    const place = places[column];
    return place === undefined ? '' : (row[place] ?? '').trim();
  };
  const names = below
    .map((row): ListedName => ({
      id: cell(row, 'id'),
      zh: cell(row, 'zh'),
      en: cell(row, 'en'),
      short: cell(row, 'short'),
    }))
    .filter(({ zh, en }) => zh !== '' || en !== '');
  if (names.length === 0)
    return {
      refused: {
        zh: '名单里没有名称：第一行写“名称”，下面每行一个',
        en: 'the list holds no name: head a column “name” and write one a line below it',
      },
    };
  const twice = names.find(({ zh, en }, place) =>
    names.some((other, before) => before < place && other.zh === zh && other.en === en),
  );
  return twice === undefined
    ? { names }
    : {
        refused: {
          zh: `“${twice.zh || twice.en}”出现了两次：删去一个`,
          en: `“${twice.zh || twice.en}” stands there twice: take one out`,
        },
      };
}

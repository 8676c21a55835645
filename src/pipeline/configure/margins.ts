import type { Margin } from '../../model/margin.ts';
import type { Problem } from '../../model/problem.ts';
import { channels } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import type { Words } from '../../model/words.ts';
import type { LookupRows } from './lookups.ts';

const file = 'lookup/margins.csv';

function problem(row: number, column: string, value: string, detail: Words): Problem {
  return { code: 'bad-margin', file, row, column, value, detail };
}

/** The categories that a dimension has by the lists; null where no list says. */
function categoriesOf(dimension: string, lists: Settings['lookups']): ReadonlySet<string> | null {
  const ids = (entries: readonly { readonly id: string }[]) => new Set(entries.map(({ id }) => id));
  if (dimension === 'department') return ids(lists.departments);
  if (dimension === 'service') return ids(lists.services);
  if (dimension === 'hall') return ids(lists.halls);
  return dimension === 'channel' ? new Set(channels.map(({ code }) => code)) : null;
}

/** What is wrong with one row, given the rows before it. */
function rowProblems(
  row: number,
  margin: Margin,
  earlier: readonly Margin[],
  lists: Settings['lookups'],
): Problem[] {
  const { dimension, category, population } = margin;
  const known = categoriesOf(dimension, lists);
  const found: Problem[] = [];
  if (known !== null && !known.has(category))
    found.push(
      problem(row, 'category', category, {
        zh: '写名录里有的编号',
        en: 'write an id that the list has',
      }),
    );
  if (population === 0)
    found.push(
      problem(row, 'population', category, {
        zh: '总体人数要大于零；没有人的一类，整行删去',
        en: 'its population must be above zero; leave out a category without anybody',
      }),
    );
  if (earlier.some((one) => one.dimension === dimension && one.category === category))
    found.push(
      problem(row, 'category', category, { zh: '一类只写一行', en: 'write one row for a category' }),
    );
  return found;
}

/** Margins count the same people, so they have one total. */
function totalsProblems(margins: readonly Margin[]): Problem[] {
  const totals = [...Map.groupBy(margins, ({ dimension }) => dimension)].map(
    ([dimension, group]) => [dimension, group.reduce((sum, { population }) => sum + population, 0)] as const,
  );
  const [first, ...others] = totals;
  return others.flatMap(([dimension, total]): Problem[] => {
    if (first === undefined || total === first[1]) return [];
    const value = `${first[0]} ${first[1]} ≠ ${dimension} ${total}`;
    const detail = {
      zh: '几个维度数的是同一批人，合计要相等；从同一来源、同一时期取数',
      en: 'all dimensions count the same people, so their totals are equal; take them from one source and period',
    };
    return [{ code: 'bad-margin', file, value, detail }];
  });
}

/** The population that survey answers are weighted to, with whatever does not hold together. */
export function marginsOf(
  { rows }: LookupRows,
  lists: Settings['lookups'],
): { readonly margins: Margin[]; readonly problems: Problem[] } {
  const margins: Margin[] = [];
  const problems: Problem[] = [];
  for (const { row, cells } of rows) {
    const { dimension = '', category = '', population = '' } = cells;
    const margin = { dimension, category, population: Number(population) };
    problems.push(...rowProblems(row, margin, margins, lists));
    margins.push(margin);
  }
  return { margins, problems: [...problems, ...totalsProblems(margins)] };
}

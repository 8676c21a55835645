/*
 * Tables that share their cells: if one tells a number, it tells something about the others. They are protected together.
 */

/** A way to put the leaves of a dimension together: departments out of services, say. */
export interface Level {
  readonly name: string;
  /** For every leaf, the group that it belongs to. */
  readonly groupOf: readonly string[];
  /** Groups that are no published unit: people who named no hall, say. A reader can have them by subtraction. */
  readonly unnamed: ReadonlySet<string>;
}

/** One direction in which the cells differ. */
export interface Dimension {
  readonly leaves: readonly string[];
  readonly levels: readonly Level[];
}

/** A published table: at which level of which dimensions it counts. None: everything together. */
export type LevelPath = readonly { readonly dimension: number; readonly level: string }[];

/** What is counted in every cell: how many people, and of which kinds. */
export interface Layer {
  readonly name: string;
  /** The columns whose sum is how many people there are. */
  readonly base: readonly number[];
  /** The numbers of the distribution, each a sum of columns. */
  readonly parts: readonly { readonly name: string; readonly columns: readonly number[] }[];
  /** The kinds of people of whom there may be few, each a sum of columns; if everybody is of a telling kind, that tells of each. */
  readonly kinds: readonly { readonly columns: readonly number[]; readonly telling: boolean }[];
}

/** What is always so in every cell: the sum of the columns, each times its factor, is nought. */
export interface CellIdentity {
  readonly columns: readonly number[];
  readonly factors: readonly number[];
}

/** Cells, what is counted in them, and the tables that are made of them. */
export interface Linked {
  readonly name: string;
  readonly dimensions: readonly Dimension[];
  /** The names of the columns. */
  readonly columns: readonly string[];
  /** The count of column c in cell n, of C columns, stands at n × C + c. */
  readonly counts: Int32Array;
  readonly layer: Layer;
  readonly identities: readonly CellIdentity[];
  readonly tables: readonly LevelPath[];
}

/** A unit of a table: the cells it is made of. */
export interface Unit {
  readonly table: number;
  /** Its group in each dimension of its table. */
  readonly groups: readonly string[];
  readonly cells: readonly number[];
  /** Whether it is published as a unit, or only known by subtraction. */
  readonly named: boolean;
}

/** How many cells there are. */
export function cellCount({ dimensions }: Pick<Linked, 'dimensions'>): number {
  return dimensions.reduce((product, { leaves }) => product * leaves.length, 1);
}

/** For each cell the place of its leaf in a dimension; the last dimension turns fastest. */
export function leafOf({ dimensions }: Pick<Linked, 'dimensions'>, cell: number, dimension: number): number {
  let rest = cell;
  for (let place = dimensions.length - 1; place > dimension; place -= 1)
    rest = Math.floor(rest / (dimensions[place]?.leaves.length ?? 1));
  return rest % (dimensions[dimension]?.leaves.length ?? 1);
}

/** The units of all tables, in the order of the tables and of their first cells. */
export function unitsOf(linked: Linked): Unit[] {
  const all = [...Array(cellCount(linked)).keys()];
  return linked.tables.flatMap((path, table): Unit[] => {
    const steps = path.map(({ dimension, level }) => {
      const found = linked.dimensions[dimension]?.levels.find(({ name }) => name === level);
      if (found === undefined) throw new Error(`the table has no level ${level}`);
      return { dimension, ...found };
    });
    const groups = (cell: number) =>
      steps.map(({ dimension, groupOf }) => groupOf[leafOf(linked, cell, dimension)] ?? '');
    return [...Map.groupBy(all, (cell) => groups(cell).join('\u001e'))].map(([key, cells]) => {
      const own = path.length === 0 ? [] : key.split('\u001e');
      return {
        table,
        groups: own,
        cells,
        named: own.every((group, place) => !steps[place]?.unnamed.has(group)),
      };
    });
  });
}

/** The sum of some columns over some cells. */
export function total(
  { columns: all, counts }: Pick<Linked, 'columns' | 'counts'>,
  cells: readonly number[],
  columns: readonly number[],
): number {
  let sum = 0;
  for (const cell of cells) for (const column of columns) sum += counts[cell * all.length + column] ?? 0;
  return sum;
}

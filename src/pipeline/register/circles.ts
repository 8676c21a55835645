import type { CheckedDrop } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import type { Database } from './database.ts';

/** A finding, the one that it names, and where it does so. */
interface Pointer {
  readonly finding: string;
  readonly other: string;
  readonly rank: number;
  readonly row: number;
}

/** What findings name: each of them one other at most. */
const namings = [
  {
    column: 'other_finding',
    sql: `
      SELECT finding_id, other_finding AS other, drop_rank, source_row
      FROM standing WHERE last_event = 'duplicate' AND other_finding IS NOT NULL`,
  },
  {
    column: 'recurrence_of',
    sql: `
      SELECT finding_id, recurrence_of AS other, drop_rank, source_row
      FROM current_finding WHERE recurrence_of IS NOT NULL`,
  },
] as const;

/** Those that may stand in a circle: they name one that names another, and one that names another names them. */
async function pointersOf(database: Database, sql: string): Promise<Map<string, Pointer>> {
  const rows = await database.query(`
    WITH pointer AS (${sql})
    SELECT * FROM pointer
    WHERE other IN (SELECT finding_id FROM pointer) AND finding_id IN (SELECT other FROM pointer)
    ORDER BY finding_id`);
  return new Map(
    rows.map((row) => {
      const finding = String(row['finding_id']);
      const other = String(row['other']);
      return [finding, { finding, other, rank: Number(row['drop_rank']), row: Number(row['source_row']) }];
    }),
  );
}

/** The circles in which things that name one another lead: a way is followed until it ends or meets itself. */
function circlesIn(pointers: ReadonlyMap<string, Pointer>): Pointer[][] {
  const seen = new Set<string>();
  const circles: Pointer[][] = [];
  for (const start of pointers.values()) {
    const way: Pointer[] = [];
    let at: Pointer | undefined = start;
    while (at !== undefined && !seen.has(at.finding)) {
      seen.add(at.finding);
      way.push(at);
      at = pointers.get(at.other);
    }
    const from = at === undefined ? -1 : way.indexOf(at);
    if (from >= 0) circles.push(way.slice(from));
  }
  return circles;
}

/** So many findings of a circle are named. */
const mostNamed = 8;

/**
 * Findings that are duplicates of one another, or recur from one another, in a circle: none of them would be counted, or none
 * would be the first. A finding that names itself is the shortest circle. Each is told once, where its last row stands.
 */
export async function circleProblems(database: Database, drops: readonly CheckedDrop[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { column, sql } of namings)
    for (const circle of circlesIn(await pointersOf(database, sql))) {
      const last = circle.reduce((a, b) => (b.rank > a.rank || (b.rank === a.rank && b.row > a.row) ? b : a));
      const at = circle.indexOf(last);
      const round = [...circle.slice(at), ...circle.slice(0, at), last].map(({ finding }) => finding);
      const named = round.length > mostNamed ? [...round.slice(0, mostNamed - 1), '…', last.finding] : round;
      const file = drops[last.rank - 1]?.file ?? '';
      const detail = named.join(' → ');
      problems.push({ code: 'finding-circle', file, row: last.row, column, value: last.finding, detail });
    }
  return problems;
}

import { plainText } from '../../../model/plain-text.ts';

/** The separators by which tools join several answers in one cell; those that no answer holds go first. */
const separators = ['┋', '|', ';', '; ', '；', '、', ', ', ',', '\n'] as const;

/** How often a part must stand in cells to be taken for an option. */
const fewestTimes = 3;
const fewestShare = 0.01;

/** The share of all parts that the options must make up, for cells to be several answers and not sentences. */
const coverage = 0.6;

/** More options than this are hardly a list. */
const mostOptions = 60;

/** The share of cells that must hold more than one answer. */
const joinedShare = 0.08;

function partsOf(cell: string, separator: string): string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Parts that open a bracket and do not close it go on behind the separator. */
function isOpen(text: string): boolean {
  return (text.match(/[(（]/g)?.length ?? 0) > (text.match(/[)）]/g)?.length ?? 0);
}

/** A part that begins so goes on where the one before it stopped: `blogs, R-bloggers, or Slack`. */
const goesOn = /^(or|and|etc\.?|y|o|u|et|ou|und|oder) |^(etc\.?)$/i;

type Counted = readonly (readonly [string, number])[];

/** Neighbours that never stand apart, in any cell, are parts of one answer that holds the separator. */
function boundPairs(
  split: readonly (readonly [readonly string[], number])[],
): (part: string, next: string) => boolean {
  const singles = new Map<string, number>();
  const pairs = new Map<string, number>();
  const add = (map: Map<string, number>, key: string, count: number) =>
    map.set(key, (map.get(key) ?? 0) + count);
  for (const [parts, count] of split)
    for (const [position, part] of parts.entries()) {
      add(singles, part, count);
      const next = parts[position + 1];
      if (next !== undefined) add(pairs, `${part}\u0000${next}`, count);
    }
  return (part, next) => {
    const times = pairs.get(`${part}\u0000${next}`) ?? 0;
    return times >= fewestTimes && times === singles.get(part) && times === singles.get(next);
  };
}

/** The answers of each cell, those that hold the separator put together again. */
function answersOfCells(cells: Counted, separator: string): { answers: string[]; count: number }[] {
  const split = cells.map(([cell, count]) => [partsOf(cell, separator), count] as const);
  const isBound = boundPairs(split);
  const joint = separator === '\n' ? ' ' : `${separator.trimEnd()} `;
  return split.map(([parts, count]) => {
    const answers: string[] = [];
    parts.forEach((part, position) => {
      const last = answers.at(-1);
      const before = parts[position - 1] ?? '';
      if (last !== undefined && (isBound(before, part) || isOpen(last) || goesOn.test(part)))
        answers[answers.length - 1] = `${last}${joint}${part}`;
      else answers.push(part);
    });
    return { answers, count };
  });
}

/** Answers with how often they were given, spellings that differ in blanks or case only put together. */
function countAnswers(cells: readonly { answers: readonly string[]; count: number }[]): [string, number][] {
  const merged = new Map<string, [string, number]>();
  for (const { answers, count } of cells)
    for (const answer of answers) {
      const [text = answer, times = 0] = merged.get(plainText(answer)) ?? [];
      merged.set(plainText(answer), [text, times + count]);
    }
  return [...merged.values()].sort((a, b) => b[1] - a[1]);
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** The answers of a question that takes several, most frequent first, and how they are joined. */
export interface SeveralAnswers {
  readonly separator: string;
  readonly options: readonly string[];
  /** Whether something was written in beside them. */
  readonly hasOthers: boolean;
}

function splitBy(separator: string, cells: Counted): SeveralAnswers | null {
  const filled = sum(cells.map(([, count]) => count));
  const read = answersOfCells(cells, separator);
  const joined = sum(read.filter(({ answers }) => answers.length > 1).map(({ count }) => count));
  if (joined < Math.max(2, joinedShare * filled)) return null;
  const answers = countAnswers(read);
  const threshold = Math.max(filled < 30 ? 2 : fewestTimes, fewestShare * filled);
  const options = answers.filter(([, count]) => count >= threshold);
  const covered = sum(options.map(([, count]) => count));
  // Fewer cells than answers: the cells themselves are the answers, and the separator belongs to them.
  const isList = options.length >= 2 && options.length <= mostOptions && cells.length > options.length;
  if (!isList || covered < coverage * sum(answers.map(([, count]) => count))) return null;
  return {
    separator,
    options: options.map(([answer]) => answer),
    hasOthers: options.length < answers.length,
  };
}

/**
 * Whether the cells of a column hold several answers each, and which. `counts` are the distinct cells with their
 * number; the separator that the tool uses, if known, is tried first. `''` says that the tool joins none.
 */
export function severalAnswers(
  counts: ReadonlyMap<string, number>,
  implied: string | undefined,
): SeveralAnswers | null {
  if (implied === '') return null;
  const others = separators.filter(
    (one) => implied === undefined || (one.trim() !== implied.trim() && !/^[,、]/.test(one)),
  );
  for (const separator of implied === undefined ? others : [implied, ...others]) {
    const found = splitBy(separator, [...counts]);
    if (found !== null) return found;
  }
  return null;
}

import type { ValueRow } from '../../model/query.ts';
import type { RuleName } from '../../model/rule.ts';
import { everyone, type ProtectedAnswers, type ProtectedSurvey, type Tallies } from '../../model/tally.ts';

/** What is known of one unit: how many people, and how many gave each answer. */
interface Unit {
  readonly base: number;
  readonly counts: ReadonlyMap<string, number>;
}

type Thresholds = Readonly<Record<RuleName, number>>;

const nobody: Unit = { base: 0, counts: new Map() };

function add(one: Unit, other: Unit): Unit {
  const counts = new Map(one.counts);
  for (const [answer, count] of other.counts) counts.set(answer, (counts.get(answer) ?? 0) + count);
  return { base: one.base + other.base, counts };
}

function sum(units: Iterable<Unit>): Unit {
  return [...units].reduce(add, nobody);
}

function mayShowBase(unit: Unit, thresholds: Thresholds): boolean {
  return unit.base === 0 || unit.base >= thresholds.smallest_published_base;
}

/** In a small unit few people with one answer could be recognised, and so could few people without it. */
function mayShowAnswers(unit: Unit, thresholds: Thresholds): boolean {
  if (!mayShowBase(unit, thresholds)) return false;
  if (unit.base >= thresholds.small_unit_base) return true;
  const few = (count: number) => count > 0 && count < thresholds.smallest_published_answer;
  return [...unit.counts.values()].every((count) => !few(count) && !few(unit.base - count));
}

/**
 * The parts to hide so that neither they nor their sum, which everyone can have by subtraction from the whole, breaks
 * the rule. The sum of what is hidden is a unit like any other: parts are added, the smallest first, until it may be
 * shown itself.
 */
function hiddenParts(
  parts: ReadonlyMap<string, Unit>,
  unpublished: Unit,
  mayShow: (unit: Unit) => boolean,
): ReadonlySet<string> {
  const hidden = new Set([...parts].filter(([, unit]) => !mayShow(unit)).map(([name]) => name));
  const bySize = [...parts]
    .filter(([name, { base }]) => base > 0 && !hidden.has(name))
    .sort(([a, one], [b, other]) => one.base - other.base || (a < b ? -1 : 1));
  const hiddenSum = () => add(unpublished, sum([...hidden].map((name) => parts.get(name) ?? nobody)));
  for (const [name] of bySize) {
    if (mayShow(hiddenSum())) break;
    hidden.add(name);
  }
  return hidden;
}

/** What may be shown of a whole and of the parts it divides into. `unpublished` is the part that has no page. */
function protectPartition(
  parts: ReadonlyMap<string, Unit>,
  unpublished: Unit,
  thresholds: Thresholds,
): ReadonlyMap<string, ProtectedAnswers> {
  const whole = add(unpublished, sum(parts.values()));
  const withoutBase = hiddenParts(parts, unpublished, (unit) => mayShowBase(unit, thresholds));
  const withoutAnswers = hiddenParts(parts, unpublished, (unit) => mayShowAnswers(unit, thresholds));
  const nothingShown = !mayShowBase(whole, thresholds);
  const show = (unit: Unit, base: boolean, answers: boolean): ProtectedAnswers =>
    nothingShown || !base
      ? { shown: 'nothing' }
      : answers && mayShowAnswers(whole, thresholds)
        ? { shown: 'all', base: unit.base, counts: unit.counts }
        : { shown: 'base', base: unit.base };
  return new Map([
    [everyone, show(whole, true, true)],
    ...[...parts].map(([name, unit]): [string, ProtectedAnswers] => [
      name,
      show(unit, !withoutBase.has(name), !withoutAnswers.has(name)),
    ]),
  ]);
}

const text = (row: ValueRow, column: string) => String(row[column] ?? '');

/** The units of one question, or of the responses: those with a department, and the rest together. */
function unitsOf(
  bases: readonly ValueRow[],
  counts: readonly ValueRow[],
  base: string,
  answer: string,
  count: string,
) {
  const byDepartment = Map.groupBy(counts, (row) => text(row, 'department_id'));
  const units = new Map<string, Unit>();
  for (const row of bases) {
    const department = text(row, 'department_id');
    const given = byDepartment.get(department) ?? [];
    units.set(department, {
      base: Number(row[base]),
      counts: new Map(given.map((one) => [text(one, answer), Number(one[count])])),
    });
  }
  const unpublished = units.get('') ?? nobody;
  units.delete('');
  return { units, unpublished };
}

function responseUnits(rows: readonly ValueRow[]) {
  const totals = [...Map.groupBy(rows, (row) => text(row, 'department_id'))].map(
    ([department, group]): ValueRow => ({
      department_id: department,
      people: group.reduce((total, row) => total + Number(row['responses']), 0),
    }),
  );
  const kinds = rows.map((row): ValueRow => ({
    ...row,
    kind: `${text(row, 'origin')}|${text(row, 'transactions')}`,
  }));
  return unitsOf(totals, kinds, 'people', 'kind', 'responses');
}

/**
 * Withholds what could give a person away: survey counts of small units, and whatever would let them be had by
 * subtraction. Findings are public row by row and pass unchanged. Fails closed: what is not decided is not shown.
 */
export function protect(tallies: Tallies, thresholds: Thresholds): ProtectedSurvey {
  const answers = new Map<string, ReadonlyMap<string, ProtectedAnswers>>();
  const counts = Map.groupBy(tallies.answers, (row) => text(row, 'question_id'));
  for (const [question, bases] of Map.groupBy(tallies.answered, (row) => text(row, 'question_id'))) {
    const { units, unpublished } = unitsOf(
      bases,
      counts.get(question) ?? [],
      'people',
      'answer_id',
      'answers',
    );
    answers.set(question, protectPartition(units, unpublished, thresholds));
  }
  const { units, unpublished } = responseUnits(tallies.responses);
  return { answers, responses: protectPartition(units, unpublished, thresholds) };
}

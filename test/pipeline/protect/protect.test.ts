import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules, type RuleName } from '../../../src/model/rule.ts';
import { everyone, tallyNames, type ProtectedAnswers, type Tallies } from '../../../src/model/tally.ts';
import type { ValueRow } from '../../../src/model/query.ts';
import { protect } from '../../../src/pipeline/protect/protect.ts';

const thresholds = Object.fromEntries(Object.values(rules).map(({ rule, value }) => [rule, value])) as Record<
  RuleName,
  number
>;

/** The answers to one question: people by answer, for each department; '' is people of no department. */
type Units = Readonly<Record<string, Readonly<Record<string, number>>>>;

const none = Object.fromEntries(tallyNames.map((name) => [name, []])) as unknown as Tallies;

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The tallies of one question that everybody answered once. */
function tallied(units: Units): Tallies {
  const rows = Object.entries(units).filter(([, counts]) => total(counts) > 0);
  const answers = rows.flatMap(([department_id, counts]) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([answer_id, count]): ValueRow => ({
        question_id: 'q',
        department_id,
        answer_id,
        answers: count,
      })),
  );
  const answered = rows.map(([department_id, counts]): ValueRow => ({
    question_id: 'q',
    department_id,
    people: total(counts),
  }));
  return { ...none, answers, answered };
}

function shown(units: Units): ReadonlyMap<string, ProtectedAnswers> {
  return protect(tallied(units), thresholds).answers.get('q') ?? new Map();
}

/** How much is shown of each unit. */
function extent(units: Units): Record<string, string> {
  return Object.fromEntries([...shown(units)].map(([unit, { shown: how }]) => [unit, how]));
}

/** So many people, all of one mind, so that only their number matters. */
const people = (count: number) => ({ yes: count });
const large = people(500);

describe('protect, by how many answered', () => {
  it.each([
    {
      description:
        'ten are enough, nine are not: and then a second unit is hidden, lest nine be had by subtraction',
      units: { a: people(9), b: people(10), c: people(40), d: large },
      expected: { all: 'all', a: 'nothing', b: 'nothing', c: 'all', d: 'all' },
    },
    {
      description: 'two small units hide each other if together they are ten',
      units: { a: people(5), b: people(6), c: people(40) },
      expected: { all: 'all', a: 'nothing', b: 'nothing', c: 'all' },
    },
    {
      description: 'two small units that are nine together need a third',
      units: { a: people(4), b: people(5), c: people(40), d: large },
      expected: { all: 'all', a: 'nothing', b: 'nothing', c: 'nothing', d: 'all' },
    },
    {
      description: 'people of no department count among the hidden',
      units: { '': people(9), a: people(1), b: people(40) },
      expected: { all: 'all', a: 'nothing', b: 'all' },
    },
    {
      description: 'nine people of no department alone hide the smallest unit',
      units: { '': people(9), a: people(40), b: large },
      expected: { all: 'all', a: 'nothing', b: 'all' },
    },
    {
      description: 'ten people of no department hide nothing',
      units: { '': people(10), a: people(40), b: large },
      expected: { all: 'all', a: 'all', b: 'all' },
    },
    {
      description: 'nobody is nobody: a unit without answers needs no protection',
      units: { a: people(0), b: people(40), c: people(10) },
      expected: { all: 'all', b: 'all', c: 'all' },
    },
    {
      description: 'where all together are nine, nothing is shown',
      units: { a: people(4), b: people(5) },
      expected: { all: 'nothing', a: 'nothing', b: 'nothing' },
    },
    {
      description: 'one unit alone is the whole',
      units: { a: people(9) },
      expected: { all: 'nothing', a: 'nothing' },
    },
    {
      description: 'two units, one small: both are hidden',
      units: { a: people(9), b: large },
      expected: { all: 'all', a: 'nothing', b: 'nothing' },
    },
  ])('$description', ({ units, expected }) => {
    expect(extent(units)).toEqual(expected);
  });
});

describe('protect, by who gave which answer', () => {
  const mixed = { yes: 250, no: 250 };

  it.each([
    {
      description:
        'under thirty, four of one mind could be recognised: the number is shown, the answers are not',
      units: { a: { yes: 25, no: 4 }, b: { yes: 20, no: 20 }, c: mixed },
      expected: { all: 'all', a: 'base', b: 'base', c: 'all' },
    },
    {
      description: 'under thirty, five are enough',
      units: { a: { yes: 24, no: 5 }, c: mixed },
      expected: { all: 'all', a: 'all', c: 'all' },
    },
    {
      description: 'from thirty on, one is enough',
      units: { a: { yes: 29, no: 1 }, c: mixed },
      expected: { all: 'all', a: 'all', c: 'all' },
    },
    {
      description: 'at twenty-nine, one is not',
      units: { a: { yes: 28, no: 1 }, b: { yes: 20, no: 20 }, c: mixed },
      expected: { all: 'all', a: 'base', b: 'base', c: 'all' },
    },
    {
      description: 'zero is shown',
      units: { a: { yes: 12, no: 0 }, c: mixed },
      expected: { all: 'all', a: 'all', c: 'all' },
    },
    {
      description: 'of three answers, all but three chose one: the three are the few',
      units: {
        a: { yes: 20, no: 2, perhaps: 1 },
        b: { yes: 20, no: 20, perhaps: 20 },
        c: { yes: 250, no: 250, perhaps: 250 },
      },
      expected: { all: 'all', a: 'base', b: 'base', c: 'all' },
    },
    {
      description: 'hidden units whose sum may be shown need no further one',
      units: { a: { yes: 10, no: 3 }, b: { yes: 10, no: 4 }, c: mixed },
      expected: { all: 'all', a: 'base', b: 'base', c: 'all' },
    },
    {
      description: 'a whole of few minds shows no unit',
      units: { a: { yes: 12, no: 1 }, b: { yes: 13, no: 0 } },
      expected: { all: 'base', a: 'base', b: 'base' },
    },
    {
      description: 'a unit hidden for its number hides its answers with it',
      units: { a: { yes: 5, no: 4 }, b: { yes: 10, no: 10 }, c: mixed },
      expected: { all: 'all', a: 'nothing', b: 'nothing', c: 'all' },
    },
  ])('$description', ({ units, expected }) => {
    expect(extent(units)).toEqual(expected);
  });

  it('gives the counts of what is shown as they are, and of the rest no count at all', () => {
    const found = shown({ a: { yes: 25, no: 4 }, b: { yes: 20, no: 20 }, c: mixed });
    expect(found.get('c')).toEqual({ shown: 'all', base: 500, counts: new Map(Object.entries(mixed)) });
    expect(found.get('a')).toEqual({ shown: 'base', base: 29 });
    expect(found.get(everyone)).toEqual({
      shown: 'all',
      base: 569,
      counts: new Map([
        ['yes', 295],
        ['no', 274],
      ]),
    });
  });

  it('takes the thresholds of the programme', () => {
    const strict = { ...thresholds, smallest_published_base: 50 };
    const found = protect(tallied({ a: people(40), b: people(60), c: large }), strict).answers.get('q');
    expect([...(found ?? [])].map(([unit, { shown: how }]) => `${unit} ${how}`)).toEqual([
      'all all',
      'a nothing',
      'b nothing',
      'c all',
    ]);
  });

  it('protects each question by itself, and the responses by how they came about', () => {
    const { answers, answered } = tallied({ a: people(9), b: large });
    const more = (rows: readonly ValueRow[]) => rows.map((row) => ({ ...row, question_id: 'r' }));
    const enough = tallied({ a: people(20), b: large });
    const responses: ValueRow[] = [
      { department_id: 'a', origin: 'active', transactions: 'known', responses: 20 },
      { department_id: 'a', origin: 'default', transactions: 'known', responses: 2 },
      { department_id: 'b', origin: 'active', transactions: 'unknown', responses: 20 },
      { department_id: 'b', origin: 'prompted', transactions: 'unknown', responses: 20 },
      { department_id: 'c', origin: 'active', transactions: 'known', responses: 50 },
    ];
    const survey = protect(
      {
        ...none,
        answers: [...answers, ...more(enough.answers)],
        answered: [...answered, ...more(enough.answered)],
        responses,
      },
      thresholds,
    );
    expect(survey.answers.get('q')?.get('a')).toEqual({ shown: 'nothing' });
    expect(survey.answers.get('r')?.get('a')).toMatchObject({ shown: 'all', base: 20 });
    expect(survey.responses.get('a')).toEqual({ shown: 'base', base: 22 });
    expect(survey.responses.get('b')).toEqual({ shown: 'base', base: 40 });
    expect(survey.responses.get('c')).toMatchObject({ shown: 'all', base: 50 });
  });
});

describe('protect, whatever the counts', () => {
  const {
    smallest_published_base: smallestBase,
    small_unit_base: small,
    smallest_published_answer: few,
  } = thresholds;
  const answerNames = ['yes', 'no', 'perhaps'];
  const count = fc.oneof(fc.constantFrom(0, 0, 1, 2, 4, 5, 9, 10), fc.integer({ min: 0, max: 60 }));
  const unit = fc.record({ yes: count, no: count, perhaps: count });
  const anyUnits = fc.dictionary(fc.constantFrom('', 'a', 'b', 'c', 'd', 'e'), unit, { minKeys: 1 });

  const maybeFew = (value: number) => value > 0 && value < few;
  const mayShowBase = (base: number) => base === 0 || base >= smallestBase;
  const mayShowAnswers = (base: number, counts: readonly number[]) =>
    mayShowBase(base) &&
    (base >= small || counts.every((value) => !maybeFew(value) && !maybeFew(base - value)));

  it('lets nothing hidden be had by subtracting the shown units from the whole, unless it may itself be shown', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const found = shown(units);
        const whole = found.get(everyone);
        const parts = [...found].filter(([name]) => name !== everyone).map(([, part]) => part);
        if (whole === undefined || whole.shown === 'nothing')
          return parts.every((part) => part.shown === 'nothing');
        const bases = parts.map((part) => (part.shown === 'nothing' ? 0 : part.base));
        const rest = whole.base - bases.reduce((sum, base) => sum + base, 0);
        if (!mayShowBase(rest)) return false;
        if (whole.shown !== 'all') return parts.every((part) => part.shown !== 'all');
        const open = parts.filter((part) => part.shown === 'all');
        const restBase = whole.base - open.reduce((sum, part) => sum + part.base, 0);
        const restCounts = answerNames.map(
          (answer) =>
            (whole.counts.get(answer) ?? 0) -
            open.reduce((sum, part) => sum + (part.counts.get(answer) ?? 0), 0),
        );
        return mayShowAnswers(restBase, restCounts);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows no unit that breaks the rule itself', () => {
    fc.assert(
      fc.property(anyUnits, (units) =>
        [...shown(units).values()].every(
          (part) =>
            part.shown === 'nothing' ||
            (mayShowBase(part.base) &&
              (part.shown === 'base' || mayShowAnswers(part.base, [...part.counts.values()]))),
        ),
      ),
      { numRuns: 1000 },
    );
  });

  it('hides nothing without need: where every unit and the rest may be shown, all are', () => {
    const safe = fc.record({ yes: fc.integer({ min: 30, max: 90 }), no: fc.integer({ min: 30, max: 90 }) });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('', 'a', 'b', 'c'), safe, { minKeys: 1 }), (units) =>
        [...shown(units).values()].every((part) => part.shown === 'all'),
      ),
    );
  });

  it('does not depend on the order in which the counts come', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const turned = Object.fromEntries(Object.entries(units).reverse());
        return (
          JSON.stringify(extent(units)) ===
          JSON.stringify(
            Object.fromEntries(Object.keys(extent(units)).map((name) => [name, extent(turned)[name]])),
          )
        );
      }),
    );
  });
});

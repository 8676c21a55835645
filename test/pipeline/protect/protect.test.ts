import { describe, expect, it } from 'vitest';
import type { EarlierSurvey, PublishedText } from '../../../src/model/earlier-survey.ts';
import type { Question } from '../../../src/model/settings.ts';
import { protect, type Protection } from '../../../src/pipeline/protect/protect.ts';
import { people, question, surveySettings, talliesOf, thresholds, type Person } from './people.ts';
import { fc } from '../../seeded-checks.ts';

const asked = question('q', 'yes', 'no', 'perhaps');

/** The people of some departments, by the answers they gave to the one question; `''` is people of no department. */
type Units = Readonly<Record<string, Readonly<Record<string, number>>>>;

function personsOf(units: Units): Person[] {
  return Object.entries(units).flatMap(([department, counts]) =>
    Object.entries(counts).flatMap(([answer, count]) =>
      people(count, { department, answers: { q: answer } }),
    ),
  );
}

function protectPeople(
  persons: readonly Person[],
  questions: readonly Question[] = [asked],
  tables: readonly string[] = [],
  earlier: readonly EarlierSurvey[] = [],
): Promise<Protection> {
  const settings = surveySettings(questions, tables);
  return protect({ tallies: talliesOf(persons, settings), settings, thresholds, earlier });
}

/** How much is shown of each unit of a kind. */
async function extent(
  persons: readonly Person[],
  kind: string,
  layer = 'q',
): Promise<Record<string, string>> {
  const { survey } = await protectPeople(persons);
  const answers = layer === '' ? survey.responses : survey.answers.get(layer);
  return Object.fromEntries(
    survey.units
      .filter(({ subject_kind, period }) => subject_kind === kind && period === 'all')
      .map(({ subject_kind, subject_id, period }) => [
        subject_id,
        answers?.get(`${subject_kind}:${subject_id}|${period}`)?.shown ?? '',
      ]),
  );
}

/** So many people, all of one mind, so that only their number matters. */
const crowd = (count: number) => ({ yes: count });

describe('protect, by how many answered', () => {
  it.each([
    {
      description:
        'ten are enough, nine are not: and then a second unit is hidden, lest nine be had by subtraction',
      units: { police: crowd(9), hrss: crowd(10), tax: crowd(500) },
      expected: { police: 'nothing', hrss: 'nothing', tax: 'all' },
    },
    {
      description: 'two small units hide each other if together they are ten',
      units: { police: crowd(5), hrss: crowd(6), tax: crowd(40) },
      expected: { police: 'nothing', hrss: 'nothing', tax: 'all' },
    },
    {
      description: 'two small units that are nine together need a third',
      units: { police: crowd(4), hrss: crowd(5), tax: crowd(40) },
      expected: { police: 'nothing', hrss: 'nothing', tax: 'nothing' },
    },
    {
      description: 'nine people of no department alone hide the smallest unit',
      units: { '': crowd(9), police: crowd(40), tax: crowd(500) },
      expected: { police: 'nothing', hrss: 'all', tax: 'all' },
    },
    {
      description: 'ten people of no department hide nothing',
      units: { '': crowd(10), police: crowd(40), tax: crowd(500) },
      expected: { police: 'all', hrss: 'all', tax: 'all' },
    },
    {
      description: 'where all together are nine, nothing is shown',
      units: { police: crowd(4), tax: crowd(5) },
      expected: { police: 'nothing', hrss: 'all', tax: 'nothing' },
    },
  ])('$description', async ({ units, expected }) => {
    expect(await extent(personsOf(units), 'department')).toEqual(expected);
  });

  it('gives the counts of what is shown as they are, and of the rest no count at all', async () => {
    const { survey } = await protectPeople(
      personsOf({ police: crowd(9), hrss: crowd(10), tax: { yes: 250, no: 250 } }),
    );
    expect(survey.answers.get('q')?.get('department:tax|all')).toEqual({
      shown: 'all',
      base: 500,
      counts: new Map([
        ['yes', 250],
        ['no', 250],
        ['perhaps', 0],
      ]),
    });
    expect(survey.answers.get('q')?.get('department:police|all')).toEqual({ shown: 'nothing' });
    expect(survey.responses.get('department:police|all')).toEqual({ shown: 'nothing' });
  });
});

describe('protect, by who gave which answer', () => {
  const mixed = { yes: 250, no: 250 };

  it.each([
    {
      description:
        'under thirty, four of one mind could be recognised: the number is shown, the answers are not',
      units: { police: { yes: 25, no: 4 }, hrss: { yes: 20, no: 20 }, tax: mixed },
      expected: { police: 'base', hrss: 'base', tax: 'all' },
    },
    {
      description: 'under thirty, five are enough',
      units: { police: { yes: 24, no: 5 }, hrss: mixed, tax: mixed },
      expected: { police: 'all', hrss: 'all', tax: 'all' },
    },
    {
      description: 'from thirty on, one is enough',
      units: { police: { yes: 29, no: 1 }, hrss: mixed, tax: mixed },
      expected: { police: 'all', hrss: 'all', tax: 'all' },
    },
    {
      description: 'zero is shown',
      units: { police: { yes: 12, no: 0 }, hrss: mixed, tax: mixed },
      expected: { police: 'all', hrss: 'all', tax: 'all' },
    },
    {
      description:
        'a unit of which the hidden rest holds only those few is helped by a unit that has enough of them',
      units: { police: { yes: 10, perhaps: 1 }, hrss: { yes: 40, no: 40 }, tax: { yes: 300, perhaps: 90 } },
      expected: { police: 'base', hrss: 'all', tax: 'base' },
    },
    {
      description: 'a whole of few minds shows no unit',
      units: { police: { yes: 12, no: 1 }, hrss: { yes: 13, no: 0 } },
      expected: { police: 'base', hrss: 'base', tax: 'all' },
    },
  ])('$description', async ({ units, expected }) => {
    expect(await extent(personsOf(units), 'department')).toEqual(expected);
  });

  const five = question(
    'g',
    'very_satisfied',
    'satisfied',
    'fairly_satisfied',
    'dissatisfied',
    'very_dissatisfied',
  );
  const sides = ['favourable', 'favourable', undefined, 'unfavourable', 'unfavourable'] as const;

  it.each<Question>([
    { ...five, kind: 'grade' },
    {
      ...five,
      kind: 'scale',
      choices: five.choices.map((choice, place) => {
        const counts = sides[place];
        return counts === undefined ? choice : { ...choice, counts };
      }),
    },
  ])('shows nothing of a small unit that is of one mind against the service: $kind', async (asked) => {
    const all = (department: string, count: number, g: string) =>
      people(count, { department, answers: { g } });
    const { survey } = await protectPeople(
      [
        ...all('police', 12, 'dissatisfied'),
        ...all('hrss', 12, 'satisfied'),
        ...all('tax', 300, 'dissatisfied'),
      ],
      [asked],
    );
    expect(survey.answers.get('g')?.get('department:police|all')).toEqual({ shown: 'base', base: 12 });
    // Another department's answers go with it, lest the twelve be had by subtraction: the smallest that can help.
    expect(survey.answers.get('g')?.get('department:hrss|all')).toEqual({ shown: 'base', base: 12 });
    expect(survey.answers.get('g')?.get('department:tax|all')).toMatchObject({ shown: 'all', base: 300 });
  });
});

describe('protect, table by table', () => {
  const crowdAt = (count: number, person: Person) => people(count, { answers: { q: 'yes' }, ...person });

  it('counts by service, hall, channel, respondent and period, each by itself', async () => {
    const { survey } = await protectPeople([
      ...crowdAt(40, {
        hall: 'centre',
        channel: 'onsite',
        respondent: 'individual',
        period: '2025-Q1',
        department: 'police',
        service: 'id-card',
      }),
      ...crowdAt(50, { channel: 'online', respondent: 'enterprise', period: '2025-Q2' }),
    ]);
    const shown = [...(survey.answers.get('q') ?? [])].flatMap(([unit, answers]) =>
      answers.shown === 'all' && answers.base > 0 ? [`${unit} ${answers.base}`] : [],
    );
    expect(shown).toEqual([
      'programme:all|all 90',
      'department:police|all 40',
      'service:id-card|all 40',
      'hall:centre|all 40',
      'channel:online|all 50',
      'channel:onsite|all 40',
      'respondent:individual|all 40',
      'respondent:enterprise|all 50',
      'programme:all|2025-Q1 40',
      'programme:all|2025-Q2 50',
    ]);
  });

  it('withholds a department when its one service, and who named none, would give the small service away', async () => {
    const { survey } = await protectPeople([
      ...crowdAt(4, { department: 'police', service: 'id-card' }),
      ...crowdAt(40, { department: 'police' }),
      ...crowdAt(400, { department: 'tax' }),
    ]);
    // The other forty named no service, and stand in no table: four could still be any number up to forty-four.
    expect(survey.answers.get('q')?.get('service:id-card|all')).toEqual({ shown: 'nothing' });
    expect(survey.answers.get('q')?.get('department:police|all')).toMatchObject({ shown: 'all', base: 44 });
  });

  it('protects a table of two dimensions together with both by themselves', async () => {
    const at = (count: number, channel: string, period: string) => crowdAt(count, { channel, period });
    const persons = [
      ...at(7, 'online', '2025-Q1'),
      ...at(60, 'online', '2025-Q2'),
      ...at(70, 'online', '2025-Q3'),
      ...at(50, 'onsite', '2025-Q1'),
      ...at(40, 'onsite', '2025-Q2'),
      ...at(80, 'onsite', '2025-Q3'),
    ];
    const { survey, problems } = await protectPeople(persons, [asked], ['channel × period']);
    const hidden = survey.units.flatMap(({ subject_kind, subject_id, period }) =>
      survey.answers.get('q')?.get(`${subject_kind}:${subject_id}|${period}`)?.shown === 'nothing'
        ? [`${subject_id} ${period}`]
        : [],
    );
    expect(hidden).toEqual(['online 2025-Q1', 'online 2025-Q2', 'onsite 2025-Q1', 'onsite 2025-Q2']);
    expect(problems).toEqual([]);
  });
});

describe('protect, release after release', () => {
  const crowdAt = (count: number, department: string, block: string) =>
    people(count, { department, block, answers: { q: 'yes' } });

  const row = (subject_id: string, count: number): PublishedText => ({
    question_id: 'q',
    subject_kind: subject_id === 'all' ? 'programme' : 'department',
    subject_id,
    period: 'all',
    answer_id: 'yes',
    count: String(count),
    base: String(count),
    status: 'shown',
  });

  const told = (rows: readonly PublishedText[]): EarlierSurvey[] => [
    { release: 1, periods: [], drops: [], answers: rows, figures: [] },
  ];
  const first = told([row('all', 190), row('police', 40), row('hrss', 50), row('tax', 100)]);
  const old = [...crowdAt(40, 'police', '1'), ...crowdAt(50, 'hrss', '1'), ...crowdAt(100, 'tax', '1')];

  const shownOf = async (persons: readonly Person[], earlier: readonly EarlierSurvey[]) => {
    const { survey, problems } = await protectPeople(persons, [asked], [], earlier);
    const of = (id: string) => survey.answers.get('q')?.get(`department:${id}|all`)?.shown;
    return { police: of('police'), hrss: of('hrss'), tax: of('tax'), problems };
  };

  it('shows a total again when nobody was added, or ten', async () => {
    expect(await shownOf([...old, ...crowdAt(10, 'tax', 'new')], first)).toEqual({
      police: 'all',
      hrss: 'all',
      tax: 'all',
      problems: [],
    });
  });

  it('withholds a total to which three were added, and one more, lest three be had by subtracting releases', async () => {
    const persons = [
      ...old,
      ...crowdAt(3, 'police', 'new'),
      ...crowdAt(20, 'hrss', 'new'),
      ...crowdAt(40, 'tax', 'new'),
    ];
    expect(await shownOf(persons, first)).toEqual({
      police: 'nothing',
      hrss: 'nothing',
      tax: 'all',
      problems: [],
    });
  });

  it('leaves in doubt who among those added gave an answer that one of them gave, however many gave it before', async () => {
    const saying = (count: number, department: string, block: string, q: string) =>
      people(count, { department, block, answers: { q } });
    const before = told(
      [
        ['all', 'yes', 190, 240],
        ['all', 'perhaps', 50, 240],
        ['police', 'yes', 90, 90],
        ['tax', 'yes', 100, 150],
        ['tax', 'perhaps', 50, 150],
      ].map(([id, answer_id, count, base]) => ({
        ...row(String(id), Number(count)),
        answer_id: String(answer_id),
        base: String(base),
      })),
    );
    const persons = [
      ...saying(90, 'police', '1', 'yes'),
      ...saying(100, 'tax', '1', 'yes'),
      ...saying(50, 'tax', '1', 'perhaps'),
      ...saying(11, 'police', 'new', 'yes'),
      ...saying(1, 'police', 'new', 'perhaps'),
      ...saying(40, 'tax', 'new', 'yes'),
    ];
    expect(await shownOf(persons, before)).toEqual({
      police: 'base',
      hrss: 'all',
      tax: 'base',
      problems: [],
    });
  });

  it('stops when what was published is no longer so', async () => {
    const { problems } = await shownOf([...old, ...crowdAt(1, 'police', '1')], first);
    expect(problems.map(({ code }) => code)).toEqual(['closed-period-changed']);
  });
});

describe('protect, given what cannot be', () => {
  const several: Question = { ...question('m', 'a', 'b'), kind: 'multiple' };
  const settings = surveySettings([several]);
  const tallies = talliesOf(people(12, { channel: 'online', answers: { m: 'a|b' } }), settings);
  const protectTallies = (changed: Partial<typeof tallies>) =>
    protect({ tallies: { ...tallies, ...changed }, settings, thresholds, earlier: [] });

  it('stops where more people gave an answer than answered', async () => {
    const answers = tallies.answers.map((row) => ({ ...row, answers: 13 }));
    await expect(protectTallies({ answers })).rejects.toThrow('protect was given more answers than people');
  });

  it('stops where an answer, or how a response came about, has no place', async () => {
    const answers = tallies.answers.map((row) => ({ ...row, answer_id: 'c' }));
    await expect(protectTallies({ answers })).rejects.toThrow('protect has no place for c');
    const responses = tallies.responses.map((row) => ({ ...row, origin: 'guessed' }));
    await expect(protectTallies({ responses })).rejects.toThrow('protect has no place for guessed|unknown');
  });

  it('stops where a count is below nought', async () => {
    const answered = tallies.answered.map((row) => ({ ...row, people: -1 }));
    await expect(protectTallies({ answered })).rejects.toThrow('protect was given more answers than people');
  });
});

describe('protect, whatever the counts', () => {
  const small = fc.oneof(fc.constantFrom(0, 0, 1, 2, 4, 5, 9, 10), fc.integer({ min: 0, max: 60 }));
  const unit = fc.record({ yes: small, no: small, perhaps: small });
  const anyUnits = fc.dictionary(fc.constantFrom('', 'police', 'hrss', 'tax'), unit, { minKeys: 1 });

  it('does not depend on the order in which the counts come', async () => {
    await fc.assert(
      fc.asyncProperty(anyUnits, async (units) => {
        const turned = Object.fromEntries(Object.entries(units).reverse());
        expect(await extent(personsOf(turned), 'department')).toEqual(
          await extent(personsOf(units), 'department'),
        );
      }),
      { numRuns: 15 },
    );
  });

  it('shows no unit that breaks the rule itself, nor leaves one alone that does', async () => {
    await fc.assert(
      fc.asyncProperty(anyUnits, async (units) => {
        const { survey } = await protectPeople(personsOf(units));
        const shown = [...(survey.answers.get('q') ?? [])].filter(([key]) => key.startsWith('department:'));
        for (const [, answers] of shown) {
          if (answers.shown === 'nothing') continue;
          expect(answers.base === 0 || answers.base >= thresholds.smallest_published_base).toBe(true);
          if (answers.shown !== 'all' || answers.base >= thresholds.small_unit_base) continue;
          for (const count of answers.counts.values()) expect(count === 0 || count >= 5).toBe(true);
        }
        const whole = survey.answers.get('q')?.get('programme:all|all');
        const hidden = shown.filter(([, { shown: how }]) => how === 'nothing');
        if (whole === undefined || whole.shown === 'nothing' || hidden.length === 0) return;
        const open = shown.reduce(
          (sum, [, answers]) => sum + (answers.shown === 'nothing' ? 0 : answers.base),
          0,
        );
        expect(whole.base - open).toBeGreaterThanOrEqual(thresholds.smallest_published_base);
      }),
      { numRuns: 40 },
    );
  });
});

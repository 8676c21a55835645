import { describe, expect, it } from 'vitest';
import { protect } from '../../../src/pipeline/protect/protect.ts';
import type { EarlierSurvey } from '../../../src/model/earlier-survey.ts';
import { attackSurvey } from '../../../src/verify/attack/attack-survey.ts';
import { openExtremes } from '../../../src/verify/attack/extremes.ts';
import { layersOf } from '../../../src/verify/attack/layer.ts';
import { familiesOf, together } from '../../../src/verify/attack/places.ts';
import { samePeople } from '../../../src/verify/attack/same-people.ts';
import type { State } from '../../../src/verify/attack/state.ts';
import {
  hallSettings,
  people,
  question,
  talliesOf,
  thresholds,
  type Person,
} from '../../pipeline/protect/people.ts';
import { stateOf } from '../../pipeline/protect/public-state.ts';
import { rowsOf } from '../../pipeline/protect/published-rows.ts';

/* Who came to a hall answers on site, and who answers online names no hall: the channels tell how many came to all halls. */

const asked = question('q', 'yes', 'no');
const halls = ['h1', 'h2', 'h3'] as const;
const settings = hallSettings([asked], halls);

/** Of so many people two in three say yes, and every other one was asked to answer. */
const saying = (count: number, person: Person): Person[] =>
  people(count, person).map((one, at) => ({
    ...one,
    origin: at % 2 === 0 ? 'active' : 'prompted',
    answers: { q: at % 3 === 0 ? 'no' : 'yes' },
  }));

const crowd = (
  block: string,
  count: Readonly<Record<(typeof halls)[number] | 'online', number>>,
): Person[] => [
  ...saying(count.online, { channel: 'online', block }),
  ...halls.flatMap((hall) => saying(count[hall], { hall, channel: 'onsite', block })),
];

const first = crowd('1', { h1: 60, h2: 90, h3: 121, online: 200 });
/** Of those who came since to the first hall hardly anybody answered the question. */
const since: readonly Person[] = [
  ...crowd('new', { h1: 4, h2: 40, h3: 50, online: 101 }),
  ...people(20, { hall: 'h1', channel: 'onsite', block: 'new', origin: 'active' }),
];
/** One who came on site and named no hall. */
const stray = people(1, { channel: 'onsite', block: 'new', origin: 'active', answers: { q: 'yes' } });

type Rows = Pick<EarlierSurvey, 'answers' | 'figures'>;

/** What the tables without a dimension tell, as if nobody looked from one into another. */
async function rowsWithout(
  dimension: 'hall' | 'channel',
  persons: readonly Person[],
  earlier: readonly Rows[],
): Promise<Rows> {
  const bared = persons.map(({ [dimension]: _left, ...person }) => person);
  const before = earlier.map((rows): EarlierSurvey => ({ release: 1, periods: [], drops: [], ...rows }));
  const made = await protect({ tallies: talliesOf(bared, settings), settings, thresholds, earlier: before });
  expect(made.problems).toEqual([]);
  return rowsOf(asked, made);
}

/** The rows of halls, with how many of one gave each answer printed where that was withheld. */
const printed = (rows: Rows['answers'], hall: string, persons: readonly Person[]): Rows['answers'] =>
  rows.map((row) => {
    if (row['subject_id'] !== hall || row['period'] !== 'all') return row;
    const saying = persons.filter(
      ({ hall: own, answers }) => own === hall && answers?.['q'] === row['answer_id'],
    );
    return { ...row, count: String(saying.length), status: 'shown' };
  });

const isOfHall = ({ subject_kind }: Readonly<Record<string, string>>) => subject_kind === 'hall';

/** Two releases of halls and of channels, each protected by itself; the second prints of a second hall what was withheld. */
async function states(added: readonly Person[]): Promise<Readonly<Record<'published' | 'broken', State[]>>> {
  const old = first.map((person) => ({ ...person, block: 'new' }));
  const all = [...first, ...added];
  const told: Record<'hall' | 'channel', Rows[]> = { hall: [], channel: [] };
  for (const dimension of ['hall', 'channel'] as const)
    for (const persons of [old, all])
      told[dimension].push(await rowsWithout(dimension, persons, told[dimension]));
  const [one, two] = [0, 1].map((at): Rows => {
    const of = (name: keyof Rows) => [
      ...(told.hall[at]?.[name] ?? []).filter((row) => !isOfHall(row)),
      ...(told.channel[at]?.[name] ?? []).filter(isOfHall),
    ];
    return { answers: of('answers'), figures: of('figures') };
  });
  if (one === undefined || two === undefined) throw new Error('there are two releases');
  const before = await stateOf(one, 1);
  return {
    published: [before, await stateOf(two, null)],
    broken: [before, await stateOf({ ...two, answers: printed(two.answers, 'h2', all) }, null)],
  };
}

const seenIn = (of: readonly State[]) =>
  samePeople(together(familiesOf(of, 'nested')), layersOf(of.at(-1)?.asked ?? []), of).map((same) =>
    [same.some, same.others].map((places) => places.map(({ key }) => key).join(' + ')),
  );

const extremes = await openExtremes();

describe('tables that count the same people', () => {
  it('are seen by numbers that agree, and give away the hall that is withheld alone', async () => {
    const { published, broken } = await states(since);
    expect(seenIn(published)).toContainEqual(['channel:online|all', 'hall:?|all']);
    expect(attackSurvey(published, extremes).leaks).toEqual([]);
    expect(seenIn(broken)).toContainEqual(['channel:online|all', 'hall:?|all']);
    expect(attackSurvey(broken, extremes).leaks).toContainEqual({
      code: 'between-releases',
      where: 'q hall:h1|all',
      found: '4',
    });
  });

  it('are not seen where one who came on site named no hall: then nothing is given away', async () => {
    const { broken } = await states([...since, ...stray]);
    expect(seenIn(broken)).toEqual([]);
    expect(attackSurvey(broken, extremes).leaks).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { EarlierSurvey } from '../../../src/model/earlier-survey.ts';
import { surveyFamilies } from '../../../src/model/survey-table.ts';
import { total } from '../../../src/pipeline/protect/linked.ts';
import { meetingsOf } from '../../../src/pipeline/protect/meetings.ts';
import { protect, type Protection } from '../../../src/pipeline/protect/protect.ts';
import { surveyCells } from '../../../src/pipeline/protect/survey-cells.ts';
import { hallSettings, people, question, talliesOf, thresholds, type Person } from './people.ts';
import { rowsOf } from './published-rows.ts';
import { fc } from '../../seeded-checks.ts';

/* Who came to a hall answers on site, and who answers online names no hall: the channels tell how many came to all halls. */

const asked = question('q', 'yes', 'no');
const halls = ['h1', 'h2', 'h3'] as const;
const settings = hallSettings([asked], halls);

/** How many came to each hall, and how many answered online. */
type Crowd = Readonly<Record<(typeof halls)[number] | 'online', number>>;

const personsOf = (crowd: Crowd, block: string): Person[] => [
  ...people(crowd.online, { channel: 'online', block, answers: { q: 'yes' } }),
  ...halls.flatMap((hall) => people(crowd[hall], { hall, channel: 'onsite', block, answers: { q: 'yes' } })),
];

const protectPeople = (persons: readonly Person[], earlier: readonly EarlierSurvey[] = []) =>
  protect({ tallies: talliesOf(persons, settings), settings, thresholds, earlier });

/** What is protected after a first release and what came since. */
async function inTwoReleases(first: Crowd, since: readonly Person[]): Promise<Protection> {
  const persons = personsOf(first, '1');
  const before = await protectPeople(persons.map((person) => ({ ...person, block: 'new' })));
  return await protectPeople(
    [...persons, ...since],
    [{ release: 1, periods: [], drops: [], ...rowsOf(asked, before) }],
  );
}

/** Which units of a kind do not tell how many there are: in a layer, who answered, or in all, who responded. */
const hidden = ({ survey }: Protection, kind: string, layer: 'q' | 'responses') =>
  survey.units
    .filter(({ subject_kind, period }) => subject_kind === kind && period === 'all')
    .map(({ subject_id }) => subject_id)
    .filter((id) => {
      const of = layer === 'q' ? survey.answers.get('q') : survey.responses;
      return of?.get(`${kind}:${id}|all`)?.shown === 'nothing';
    });

const first: Crowd = { h1: 60, h2: 90, h3: 120, online: 200 };
const since: Crowd = { h1: 9, h2: 40, h3: 50, online: 100 };

/** Of late hardly anybody left the question out, where nearly all who came answered it. */
const unanswered = (count: number): Person[] =>
  people(count, { hall: 'h1', channel: 'onsite', block: 'new' });

/** Of each family, the people whom another counts, too: how many responded. */
function met(persons: readonly Person[]): Record<string, readonly number[]> {
  const tallies = talliesOf(persons, settings);
  const families = surveyFamilies([]).map((family) => surveyCells(family, tallies, settings, ['1', 'new']));
  const meetings = meetingsOf(families);
  return Object.fromEntries(
    families.map(([responses], at) => {
      if (responses === undefined) throw new Error('a family has responses');
      const { linked } = responses;
      const sizes = (meetings[at] ?? []).map((cells) => total(linked, cells, [...linked.columns.keys()]));
      return [linked.name, [...new Set(sizes)].sort((one, other) => one - other)];
    }),
  );
}

describe('families that count the same people', () => {
  it('are found by numbers that are the same: those of no hall came online, those of all halls on site', () => {
    const found = met([...personsOf(first, '1'), ...personsOf(since, 'new')]);
    expect(found['hall']).toEqual([300, 369]);
    expect(found['channel']).toEqual([300, 369]);
    expect(found['respondent']).toEqual([]);
  });

  it('are not found where one person came on site and named no hall', () => {
    const found = met([
      ...personsOf(first, '1'),
      ...personsOf(since, 'new'),
      ...people(1, { channel: 'onsite', block: 'new', answers: { q: 'yes' } }),
    ]);
    expect(Object.values(found).flat()).toEqual([]);
  });

  it('are not found where as many came, but answered otherwise', () => {
    const found = met([
      ...people(50, { channel: 'online', block: '1', answers: { q: 'yes' } }),
      ...people(50, { hall: 'h1', channel: 'onsite', block: '1', answers: { q: 'no' } }),
      ...people(50, { channel: 'onsite', block: 'new', answers: { q: 'yes' } }),
      ...people(50, { hall: 'h1', channel: 'online', block: 'new', answers: { q: 'no' } }),
    ]);
    expect(Object.values(found).flat()).toEqual([]);
  });
});

describe('tables that count the same people', () => {
  it('withhold a second hall where the channels tell how many came to all of them', async () => {
    const made = await inTwoReleases(first, [...personsOf(since, 'new'), ...unanswered(3)]);
    expect(made.problems).toEqual([]);
    for (const layer of ['q', 'responses'] as const) {
      expect(hidden(made, 'channel', layer)).toEqual([]);
      expect(hidden(made, 'hall', layer)).toContain('h1');
      expect(hidden(made, 'hall', layer).length).toBeGreaterThan(1);
    }
  });

  it('never withhold one hall alone that the channels and the other halls would tell', async () => {
    const count = fc.oneof(fc.constantFrom(0, 3, 8, 9, 10, 11), fc.integer({ min: 0, max: 60 }));
    const crowd = fc.record({ h1: count, h2: count, h3: count, online: count });
    await fc.assert(
      fc.asyncProperty(crowd, crowd, fc.nat(12), async (before, after, silent) => {
        const made = await inTwoReleases(before, [...personsOf(after, 'new'), ...unanswered(silent)]);
        if (made.problems.length > 0) return;
        for (const layer of ['q', 'responses'] as const)
          if (hidden(made, 'channel', layer).length === 0)
            expect(hidden(made, 'hall', layer)).not.toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});

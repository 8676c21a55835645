import { describe, expect, it } from 'vitest';
import type { EarlierSurvey } from '../../../src/model/earlier-survey.ts';
import { protect } from '../../../src/pipeline/protect/protect.ts';
import { attackSurvey } from '../../../src/verify/attack/attack-survey.ts';
import { openExtremes, type Search } from '../../../src/verify/attack/extremes.ts';
import { layersOf } from '../../../src/verify/attack/layer.ts';
import { narrow } from '../../../src/verify/attack/narrow.ts';
import { familiesOf, type Place } from '../../../src/verify/attack/places.ts';
import type { State } from '../../../src/verify/attack/state.ts';
import { surveyKnowledge, type Group } from '../../../src/verify/attack/survey-knowledge.ts';
import { question, surveySettings, talliesOf, thresholds, type Person } from './people.ts';
import { rowsOf } from './published-rows.ts';
import { stateOf } from './public-state.ts';
import { fc } from '../../seeded-checks.ts';

/* Whatever people answer where and when: the auditor, with exact bounds in whole numbers, recovers nobody. */

const asked = question('q', 'yes', 'no');
const tables = ['channel × respondent', 'channel × period'];
const settings = surveySettings([asked], tables);

/** People of one place and period: how many said yes, and no. */
interface Crowd {
  readonly respondent: string;
  readonly channel: string;
  readonly period: string;
  readonly yes: number;
  readonly no: number;
}

const small = fc.oneof(fc.constantFrom(0, 0, 1, 3, 4, 5, 9, 10), fc.integer({ min: 0, max: 70 }));
const crowd: fc.Arbitrary<Crowd> = fc.record({
  respondent: fc.constantFrom('', 'individual', 'enterprise'),
  channel: fc.constantFrom('online', 'onsite'),
  period: fc.constantFrom('2025-Q1', '2025-Q2'),
  yes: small,
  no: small,
});

function personsOf(crowds: readonly Crowd[]): Person[] {
  return crowds.flatMap(({ yes, no, respondent, channel, period }) => {
    const at = {
      ...(respondent === '' ? {} : { respondent }),
      channel,
      period,
      block: period === '2025-Q1' ? '1' : 'new',
    };
    const saying = (answer: string, count: number) =>
      Array.from({ length: count }, (): Person => ({ ...at, answers: { q: answer } }));
    return [...saying('yes', yes), ...saying('no', no)];
  });
}

/** How many people, or of an answer, there truly are in a group. */
function truth(
  persons: readonly Person[],
  { groups, table }: Place,
  { upTo, added }: Group,
  answer?: string,
): number {
  return persons.filter(
    (person) =>
      table.every((dimension, place) => (person[dimension] ?? '?') === groups[place]) &&
      (added ? person.block === (upTo === null ? 'new' : '1') : true) &&
      (answer === undefined || person.answers?.['q'] === answer),
  ).length;
}

const extremes = await openExtremes();

/** How far apart the least and the most are in whole numbers; fractions do where they happen to be whole already. */
function doubtAbout(unknown: number, { largest }: Search): number {
  const ends = [1, -1].map((sign) => {
    const weights = new Map([[unknown, sign]]);
    const found = largest(weights, 'any');
    const isWhole = found?.values.every((value) => Math.abs(value - Math.round(value)) < 1e-6) === true;
    return isWhole ? found : largest(weights, 'whole');
  });
  return ends.reduce((sum, found) => sum + (found?.sum ?? Number.NaN), 0);
}

/** What is truly small and yet known more closely than the rules allow: by the least and the most in whole numbers. */
function recovered(persons: readonly Person[], states: readonly State[]): string[] {
  const layer = layersOf(states.at(-1)?.asked ?? []).find(({ name }) => name === 'q');
  if (layer === undefined) return [];
  return familiesOf(states, 'nested').flatMap((family) => {
    const { knowledge, groups, contradicted } = surveyKnowledge(family, layer, states, []);
    expect(contradicted || !narrow(knowledge)).toBe(false);
    const search = extremes(knowledge);
    /** How many there are in all tables together: of those added with a release, only they. */
    const whole = ({ upTo, added }: Group, answer?: string) =>
      persons
        .filter(({ block }) => !added || block === (upTo === null ? 'new' : '1'))
        .filter((person) => answer === undefined || person.answers?.['q'] === answer).length;
    /** Of what is known as a whole nobody can be in doubt by more than there are, or than are not of the kind. */
    const widthOf = (group: Group, answer: string) => {
      const kind = whole(group, answer);
      const rest = group.added ? whole(group) - kind : Infinity;
      return Math.min(thresholds.smallest_published_answer, kind, rest);
    };
    const found = groups.flatMap((group) => {
      const base = truth(persons, group.place, group);
      const isFew = (count: number) => count > 0 && count < thresholds.smallest_published_answer;
      const doubts = group.kinds.flatMap(({ column, value }) => {
        const count = truth(persons, group.place, group, column);
        const isTelling =
          base < thresholds.small_unit_base && count > 0 && (isFew(count) || isFew(base - count));
        return isTelling ? [{ column, value, width: widthOf(group, column) }] : [];
      });
      if (base > 0 && base < thresholds.smallest_published_base)
        doubts.push({
          column: '',
          value: group.people,
          width: Math.min(thresholds.smallest_published_base, whole(group)),
        });
      return doubts.flatMap(({ column, value, width }) => {
        const name = `${group.place.key} ${column} ${group.added ? `added ${group.upTo}` : ''}`;
        if ('told' in value) return [`${name}: told ${value.told}`];
        const doubt = doubtAbout(value.unknown, search);
        return !(doubt >= width) ? [`${name}: in doubt by ${doubt} of ${width}`] : [];
      });
    });
    search.close();
    return found;
  });
}

const protectAll = (persons: readonly Person[], earlier: readonly EarlierSurvey[] = []) =>
  protect({ tallies: talliesOf(persons, settings), settings, thresholds, earlier });

describe('protect, attacked', () => {
  it('leaves nothing to recover from linked tables of two releases', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(crowd, { minLength: 3, maxLength: 12 }), async (crowds) => {
        const persons = personsOf(crowds);
        const old = persons.filter(({ block }) => block === '1');
        const first = await protectAll(old);
        fc.pre(first.problems.length === 0);
        const told = rowsOf(asked, first);
        const second = await protectAll(persons, [
          { release: 1, periods: old.length > 0 ? ['2025-Q1'] : [], drops: [], ...told },
        ]);
        fc.pre(second.problems.length === 0);
        const states = [await stateOf(told, 1), await stateOf(rowsOf(asked, second), null)];
        expect(attackSurvey(states, extremes).leaks).toEqual([]);
        expect(recovered(persons, states)).toEqual([]);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 6) },
    );
  });
});

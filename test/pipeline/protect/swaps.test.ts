import { describe, expect, it } from 'vitest';
import { inventedSurvey } from '../../../scripts/bench/invented-survey.ts';
import { protect } from '../../../src/pipeline/protect/protect.ts';
import { verify } from '../../../src/pipeline/protect/verify.ts';
import { people, question, surveySettings, talliesOf, thresholds, type Person } from './people.ts';
import { fc } from '../../seeded-checks.ts';

/** Protects and holds the certificates against all that would be published: nothing is left unproven unless it is said. */
async function proven(input: Pick<Parameters<typeof protect>[0], 'tallies' | 'settings'>) {
  const { survey, proof, problems } = await protect({ ...input, thresholds, earlier: [] });
  const answers = [...survey.answers].flatMap(([question_id, units]) =>
    survey.units.flatMap(({ subject_kind, subject_id, period }) => {
      const told = units.get(`${subject_kind}:${subject_id}|${period}`);
      if (told?.shown !== 'all') return [];
      const base = String(told.base);
      return [...told.counts].map(([answer_id, count]) => ({
        ...{ question_id, subject_kind, subject_id, period, answer_id },
        ...{ count: String(count), base, status: 'shown' },
      }));
    }),
  );
  const { questions } = input.settings;
  const wrong = verify({ proof, thresholds, questions, published: [{ answers, figures: [] }], earlier: [] });
  return { survey, problems, wrong };
}

describe('swaps, over linked tables', () => {
  it('protects five tables over four dimensions that share their cells, and withholds no table as a whole', async () => {
    const { survey, problems, wrong } = await proven(
      inventedSurvey({ departments: 30, halls: 6, periods: 6, responses: 25_000 }),
    );
    expect(problems).toEqual([]);
    expect(wrong).toEqual([]);
    const told = (kind: string) =>
      [...(survey.answers.get('overall') ?? [])].filter(
        ([unit, { shown }]) => unit.startsWith(`${kind}:`) && shown === 'all',
      ).length;
    for (const kind of ['department_hall', 'department_channel', 'department', 'hall', 'channel'])
      expect(told(kind)).toBeGreaterThan(3);
  });

  it('proves whatever it does not report as exposed, questions of several answers too', async () => {
    const place = fc.record({
      channel: fc.constantFrom('online', 'onsite'),
      hall: fc.constantFrom('', 'centre'),
      period: fc.constantFrom('2025-Q1', '2025-Q2', '2025-Q3'),
      answers: fc.record({ q: fc.constantFrom('yes', 'no'), m: fc.constantFrom('a', 'b', 'a|b', 'b|c') }),
    });
    const crowd = fc.tuple(place, fc.constantFrom(1, 2, 4, 9, 12, 25, 40));
    const several = { ...question('m', 'a', 'b', 'c'), kind: 'multiple' as const };
    const settings = surveySettings(
      [question('q', 'yes', 'no', 'perhaps'), several],
      ['channel × period', 'hall × channel'],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(crowd, { minLength: 4, maxLength: 14 }), async (crowds) => {
        const persons = crowds.flatMap(([person, count]) => people(count, person as Person));
        const { problems, wrong } = await proven({ tallies: talliesOf(persons, settings), settings });
        // What is exposed stops the build; then the certificates cannot be whole either.
        expect(wrong.length === 0 || problems.some(({ code }) => code === 'cannot-protect')).toBe(true);
        expect(wrong.every((text) => text.startsWith('without a certificate'))).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it('names the table to give up where nothing protects a unit', async () => {
    const { problems } = await proven(
      inventedSurvey({ departments: 10, halls: 2, periods: 2, responses: 400 }),
    );
    expect(problems.map(({ code }) => code)).toEqual(['cannot-protect']);
    expect(problems[0]?.detail).toBe(
      'department × hall, department × channel, department × period, channel × period',
    );
  });
});

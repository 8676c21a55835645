import { describe, expect, it } from 'vitest';
import type { EarlierSurvey, KeptPairs, PublishedText } from '../../../src/model/earlier-survey.ts';
import { pairsToKeep } from '../../../src/pipeline/protect/kept-pairs.ts';
import { protect, type Protection } from '../../../src/pipeline/protect/protect.ts';
import { people, question, surveySettings, talliesOf, thresholds, type Person } from './people.ts';

/* A release keeps the pairs of tables that leave its small groups in doubt; the releases after it take them up again. */

const settings = surveySettings([question('q', 'yes', 'no')]);

const run = (persons: readonly Person[], earlier: readonly EarlierSurvey[] = []) =>
  protect({ tallies: talliesOf(persons, settings), settings, thresholds, earlier });

const at = (count: number, department: string, block: string) =>
  people(count, { department, block, answers: { q: 'yes' } });

const first = (block: string) => [
  ...at(5, 'police', block),
  ...at(6, 'hrss', block),
  ...at(40, 'tax', block),
  ...at(60, 'civil', block),
];

/** What a release told of the question, as its rows say it. */
function told({ survey }: Protection): PublishedText[] {
  return [...(survey.answers.get('q') ?? [])].flatMap(([key, answers]) => {
    const [, subject_kind = '', subject_id = '', period = ''] = /^(.*?):(.*)\|(.*)$/.exec(key) ?? [];
    if (answers.shown !== 'all') return [];
    return [...answers.counts].map(([answer_id, count]) => ({
      question_id: 'q',
      subject_kind,
      subject_id,
      period,
      answer_id,
      count: String(count),
      base: String(answers.base),
      status: 'shown',
    }));
  });
}

const kept = ({ proof }: Protection): readonly KeptPairs[] => proof.map(pairsToKeep);

const released = (release: number, protection: Protection): EarlierSurvey => ({
  release,
  periods: [],
  drops: [],
  answers: told(protection),
  figures: [],
  kept: kept(protection),
});

const shownOf = ({ survey }: Protection) =>
  Object.fromEntries([...(survey.answers.get('q') ?? [])].map(([key, { shown }]) => [key, shown]));

describe('the pairs that a release keeps', () => {
  it('prove the same state safe again with the same counts withheld, though all that was told is now known', async () => {
    const before = await run(first('new'));
    const again = await run(first('1'), [released(1, before)]);
    expect(again.problems).toEqual([]);
    expect(shownOf(again)).toEqual(shownOf(before));
    const pairsOf = (one: Protection) => kept(one).map(({ pairs }) => pairs);
    expect(pairsOf(again).flat().length).toBeGreaterThan(0);
    // The very pairs: nobody had to look for others.
    expect(pairsOf(again)).toEqual(pairsOf(before));
  });

  it('prove a later release again, too, with the very tables that it was proven by', async () => {
    const one = await run(first('new'));
    const before = await run([...first('1'), ...at(30, 'tax', 'new')], [released(1, one)]);
    const again = await run([...first('1'), ...at(30, 'tax', '2')], [released(1, one), released(2, before)]);
    expect(again.problems).toEqual([]);
    expect(shownOf(again)).toEqual(shownOf(before));
    expect(kept(again).map(({ pairs }) => pairs)).toEqual(kept(before).map(({ pairs }) => pairs));
  });

  it('are of use to a release after the next, too', async () => {
    const one = await run(first('new'));
    const two = await run([...first('1'), ...at(30, 'tax', 'new')], [released(1, one)]);
    const three = await run(
      [...first('1'), ...at(30, 'tax', '2'), ...at(25, 'civil', 'new')],
      [released(1, one), released(2, two)],
    );
    expect([two.problems, three.problems]).toEqual([[], []]);
    expect(shownOf(three)['department:police|all']).toBe('nothing');
  });

  it('are left where what they speak of is no longer there', async () => {
    const [pairs] = kept(await run(first('new')));
    const strange = { ...(pairs as KeptPairs), leaves: (pairs as KeptPairs).leaves.map(() => ['elsewhere']) };
    const earlier = { ...released(1, await run(first('new'))), kept: [strange] };
    expect((await run(first('1'), [earlier])).problems).toEqual([]);
  });
});

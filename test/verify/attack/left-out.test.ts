import { describe, expect, it } from 'vitest';
import type { EarlierSurvey } from '../../../src/model/earlier-survey.ts';
import { protect } from '../../../src/pipeline/protect/protect.ts';
import { attackSurvey } from '../../../src/verify/attack/attack-survey.ts';
import { openExtremes } from '../../../src/verify/attack/extremes.ts';
import {
  hallSettings,
  people,
  question,
  surveySettings,
  talliesOf,
  thresholds,
  type Person,
} from '../../pipeline/protect/people.ts';
import { stateOf } from '../../pipeline/protect/public-state.ts';
import { rowsOf } from '../../pipeline/protect/published-rows.ts';

/*
 * Some who respond leave a question out. How many responded is told, and nobody answers who has not responded: so what is
 * withheld of a question can be no more than that.
 */

const asked = question('q', 'yes', 'no');
const { lookups } = hallSettings([asked], ['h1', 'h2']);
const settings = surveySettings([asked], ['hall × channel'], { lookups });

/** How many answered at a hall through a channel, and how many left the question out. */
type Counts = Readonly<Record<string, readonly [answered: number, leftOut: number]>>;

const crowd = (counts: Counts): Person[] =>
  Object.entries(counts).flatMap(([cell, [answered, leftOut]]) => {
    const [hall = '', channel = ''] = cell.split(' ');
    const at: Person = { hall, channel, origin: 'active' };
    return [
      ...people(Math.ceil(answered / 2), { ...at, answers: { q: 'yes' } }),
      ...people(Math.floor(answered / 2), { ...at, answers: { q: 'no' } }),
      ...people(leftOut, at),
    ];
  });

type Rows = Pick<EarlierSurvey, 'answers' | 'figures'>;

async function published(counts: Counts): Promise<Rows> {
  const made = await protect({
    tallies: talliesOf(crowd(counts), settings),
    settings,
    thresholds,
    earlier: [],
  });
  expect(made.problems).toEqual([]);
  return rowsOf(asked, made);
}

const ofResponses = (row: Readonly<Record<string, string>>) => row['question_id'] === '';

const extremes = await openExtremes();

const leaks = async (rows: Rows) =>
  attackSurvey([await stateOf(rows, null)], extremes).leaks.map(({ where, found }) => `${where}: ${found}`);

/** Of fourteen who came to the second hall on site every one answered; nine of the first online did, which must not be known. */
const all: Counts = {
  'h1 online': [9, 40],
  'h1 onsite': [21, 40],
  'h2 online': [26, 40],
  'h2 onsite': [14, 0],
};

describe('who left a question out', () => {
  it('gives nobody away in what is published: the answers are withheld so that the responses do not tell them', async () => {
    expect(await leaks(await published(all))).toEqual([]);
  });

  it('is found where a question was protected as if any number could have left it out', async () => {
    const many: Counts = { ...all, 'h2 onsite': [14, 40] };
    const [few, others] = [await published(all), await published(many)];
    const mixed = {
      answers: others.answers,
      figures: [...few.figures.filter(ofResponses), ...others.figures.filter((row) => !ofResponses(row))],
    };
    expect(await leaks(others)).toEqual([]);
    expect(await leaks(mixed)).toContain('q hall_channel:h1+online|all: 0–9');
  });
});

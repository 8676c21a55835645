import { beforeAll, describe, expect, it } from 'vitest';
import type { PublishedText } from '../../../src/model/earlier-survey.ts';
import { protect, type Protection } from '../../../src/pipeline/protect/protect.ts';
import { verify, type PublishedSurvey } from '../../../src/pipeline/protect/verify.ts';
import { answerCounts } from '../../../src/pipeline/summarise/survey.ts';
import { unitKey } from '../../../src/model/survey-table.ts';
import { people, question, surveySettings, talliesOf, thresholds } from './people.ts';

const asked = question('q', 'yes', 'no');
const settings = surveySettings([asked]);
const at = (department: string, yes: number, no: number) => [
  ...people(yes, { department, answers: { q: 'yes' } }),
  ...people(no, { department, answers: { q: 'no' } }),
];

let protection: Protection;
let published: PublishedSurvey;

beforeAll(async () => {
  // Three of the police, so that another bureau goes with them.
  const persons = [...at('police', 3, 0), ...at('hrss', 20, 20), ...at('tax', 300, 200)];
  protection = await protect({ tallies: talliesOf(persons, settings), settings, thresholds, earlier: [] });
  const answers = protection.survey.units.flatMap((unit) =>
    answerCounts(asked, unit, protection.survey.answers.get('q')?.get(unitKey(unit))).map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]),
      ),
    ),
  );
  published = { answers, figures: [] };
});

const check = (survey: PublishedSurvey) =>
  verify({ proof: protection.proof, thresholds, questions: [asked], published: [survey], earlier: [] });

/** The published rows with one of them changed. */
function changed(subject: string, answer: string, changes: PublishedText): PublishedSurvey {
  const answers = published.answers.map((row) =>
    row['subject_id'] === subject && row['answer_id'] === answer ? { ...row, ...changes } : row,
  );
  return { answers, figures: [] };
}

describe('verify', () => {
  it('finds nothing wrong with what protection let through', () => {
    expect(
      published.answers.filter(({ status }) => status === 'withheld').map((row) => row['subject_id']),
    ).toEqual(['hrss', 'hrss', 'police', 'police']);
    expect(check(published)).toEqual([]);
  });

  it('finds a complement that is told after all', () => {
    expect(check(changed('hrss', 'yes', { count: '20', base: '40', status: 'shown' })).join()).toMatch(
      /known although it was to be withheld/,
    );
  });

  it('finds a small number that is told', () => {
    expect(check(changed('police', 'yes', { count: '3', base: '3', status: 'shown' })).join()).toMatch(
      /too few and told/,
    );
  });

  it('finds words in the place of a withheld number', () => {
    expect(check(changed('police', 'yes', { count: '<10' })).join()).toMatch(/withheld and told/);
  });

  it('finds a share without its count', () => {
    expect(check(changed('hrss', 'yes', { share: '0.5' })).join()).toMatch(/withheld and told/);
  });

  it('finds a number that is not what was counted', () => {
    expect(check(changed('tax', 'yes', { count: '301' })).join()).toMatch(/not what was counted/);
  });

  it('finds a doubt without its certificate', () => {
    const bare = protection.proof.map((family) => ({ ...family, certificates: [] }));
    const wrong = verify({
      proof: bare,
      thresholds,
      questions: [asked],
      published: [published],
      earlier: [],
    });
    expect(wrong.join()).toMatch(/without a certificate/);
  });

  it('finds a certificate that moves what another table tells', () => {
    const told = protection.proof.map((family) => {
      const places = [...family.linked.dimensions].reduce((all, { leaves }) => all * leaves.length, 1);
      return { ...family, sides: Array.from({ length: places }, (_, cell) => [cell]) };
    });
    const input = { thresholds, questions: [asked], published: [published], earlier: [] };
    expect(verify({ ...input, proof: told }).join()).toMatch(/another table tells what a certificate/);
  });
});

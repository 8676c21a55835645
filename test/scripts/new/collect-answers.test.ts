import { describe, expect, it } from 'vitest';
import { collectAnswers, type Ask } from '../../../scripts/new/collect-answers.ts';
import { questionsOn } from '../../../scripts/new/questions.ts';

const questions = questionsOn('2026-11-28');
const quiet = () => {};

const given = {
  name: '海州体验官',
  city: '海州市',
  publisher: '办公室',
  contact: 'office@example.org',
  licence: '署名',
  'licence-url': 'https://example.org/',
  departments: '公安局',
};

describe('collectAnswers', () => {
  it('takes what is said after the command, and standards for the rest, without asking for a language that is not used', async () => {
    const collected = await collectAnswers(questions, { ...given, languages: 'zh' }, null, quiet);
    const answers = 'answers' in collected ? Object.fromEntries(collected.answers) : {};
    expect(answers).toMatchObject({
      begins: '2026-11-28',
      deadlines: '7,15,30',
      corrections: 'office@example.org',
      halls: '',
      officers: '体验官',
    });
    expect(Object.keys(answers)).not.toContain('name-en');
  });

  it('names everything that is missing or cannot be taken, at once', async () => {
    const collected = await collectAnswers(
      questions,
      {
        ...given,
        city: undefined,
        officers: '{人员}',
        contact: 'nobody',
        begins: '2026-02-30',
        deadlines: '7,15',
      },
      null,
      quiet,
    );
    const flags = 'refused' in collected ? collected.refused.map(({ flag }) => flag) : [];
    expect(flags).toEqual([
      'name-en',
      'city',
      'city-en',
      'publisher-en',
      'officers',
      'contact',
      'begins',
      'deadlines',
      'licence-en',
    ]);
  });

  it('asks a person until there is an answer that can be taken, and says why one cannot', async () => {
    const said = ['fr', 'zh', 'x', '', 'office@example.org'];
    const told: string[] = [];
    const ask: Ask = async ({ flag }) =>
      flag === 'languages' || flag === 'contact' ? (said.shift() ?? '') : '';
    const collected = await collectAnswers(questions, { ...given, contact: undefined }, ask, ({ en }) => {
      told.push(en);
    });
    expect('answers' in collected && collected.answers.get('contact')).toBe('office@example.org');
    expect(told).toEqual([
      expect.stringContaining('zh, en or zh,en'),
      expect.stringContaining('an e-mail address'),
      'is not said',
    ]);
  });
});

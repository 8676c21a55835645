import { expect, it } from 'vitest';
import type { Earlier } from '../../../src/model/release.ts';
import { rewordedQuestions } from '../../../src/pipeline/releases/reworded-questions.ts';
import { smallSettings } from '../small-settings.ts';

/* A question that asks in other words under its old id puts the answers of all years under the new ones: whoever changed it hears it. */

const releases = [{ record: { release: 3 }, sha256: '' }] as unknown as Earlier['releases'];
const asked = (text: string) => [
  { question_id: 'overall', text_zh: text, text_en: '' },
  { question_id: 'trips', text_zh: '几趟？', text_en: '' },
];

it('names a question that the last release put in other words, and both wordings', () => {
  expect(rewordedQuestions(smallSettings(), { releases, questions: asked('清楚吗？') })).toEqual([
    {
      code: 'question-reworded',
      file: 'lookup/questions.csv',
      column: 'name_zh',
      value: 'overall',
      detail: { zh: '“清楚吗？”改成“满意吗？”', en: '“清楚吗？” became “满意吗？”' },
    },
  ]);
});

it('says nothing of those that are as they were, nor before the first release, nor of new ones', () => {
  expect(rewordedQuestions(smallSettings(), { releases, questions: asked('满意吗？') })).toEqual([]);
  expect(rewordedQuestions(smallSettings(), { releases: [], questions: asked('清楚吗？') })).toEqual([]);
  expect(rewordedQuestions(smallSettings(), { releases, questions: [] })).toEqual([]);
});

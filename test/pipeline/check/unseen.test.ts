import { describe, expect, it } from 'vitest';
import { runSmall } from '../small-programme.ts';

describe('a title of which nothing is seen', () => {
  it.each(['\u200b\u200b', '\u00ad', '\u202e\u2066', ' \ufeff '])('is blank: %j', async (title) => {
    const { problems } = await runSmall({
      'drops/1.csv': `finding_id,kind,found_on,title_zh,department\nF1,problem,2025-04-21,${title},police\n`,
    });
    expect(problems).toMatchObject([{ code: 'missing-value', row: 2, column: 'title_zh' }]);
  });
});

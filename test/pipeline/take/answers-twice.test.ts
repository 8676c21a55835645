import { describe, expect, it } from 'vitest';
import { answersTwice } from '../../../src/pipeline/take/answers-twice.ts';
import { smallSettings } from '../small-settings.ts';
import { someDrop } from './some-drop.ts';

const drops = [
  someDrop(),
  someDrop({ file: 'survey.xlsx › 答卷', kinds: ['responses'] }),
  someDrop({ file: '台账.csv', kinds: ['findings', 'events'] }),
];
const told = (engine: string | null) => answersTwice(smallSettings({}, { engine }), drops);

describe('answersTwice', () => {
  it('names each drop with responses where the warehouse has them, too', () => {
    expect(told('{ kind: postgres, host: db, responses: survey.responses }')).toEqual([
      { code: 'answers-twice', file: 'survey.xlsx › 答卷', value: 'survey.responses' },
    ]);
  });

  it('says nothing where they come in drops alone: no engine, or one that is lent what it counts', () => {
    expect(told(null)).toEqual([]);
    expect(told('{ kind: postgres, host: db }')).toEqual([]);
  });
});

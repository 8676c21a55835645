import { expect, it } from 'vitest';
import { answerSteps } from '../../../src/pipeline/check/answers.ts';
import type { Faults, Target } from '../../../src/pipeline/check/step.ts';
import { smallSettings } from '../small-settings.ts';

it('says what parts several answers, where a cell seems to hold several and none is listed', () => {
  const target = {
    settings: smallSettings(),
    recognised: {
      description: null,
      header: ['troubles'],
      answers: new Map([['troubles', { cells: [0], options: [] }]]),
    },
  } as unknown as Target;
  const [step] = answerSteps(['question:troubles'], target);
  const read = (cell: string) => {
    const record = [''];
    const faults: Faults = [];
    step?.([cell], record, faults);
    return faults[0]?.fault.detail ?? record[0];
  };
  expect(read('排队久|材料多')).toBe('queue|papers');
  expect(read('排队久、材料多')).toMatchObject({
    zh: expect.stringMatching(/^几个答案之间写 \|，如 甲\|乙；/),
    en: expect.stringMatching(/^several answers are parted by \|, as A\|B; /),
  });
  expect(read('没有')).toMatchObject({ en: expect.not.stringContaining('parted') });
});

import { expect, test } from 'vitest';
import { wrapText } from '../../../src/site/charts/wrap-text.ts';

const letters = (text: string): number => [...text].length;

const cases: readonly { description: string; text: string; room: number; expected: string[] }[] = [
  { description: 'a short text is one line', text: 'Found 312', room: 20, expected: ['Found 312'] },
  {
    description: 'Latin breaks between words',
    text: 'Said fixed 12',
    room: 10,
    expected: ['Said fixed', '12'],
  },
  { description: 'Chinese breaks anywhere', text: '医疗保障局', room: 2, expected: ['医疗', '保障', '局'] },
  {
    description: 'a mark never opens a line',
    text: '称已改，待确认',
    room: 3,
    expected: ['称已改，', '待确认'],
  },
  { description: 'a number is not broken', text: '确认已改 1,241', room: 5, expected: ['确认已改', '1,241'] },
  {
    description: 'a word wider than the room keeps a line',
    text: 'a incomprehensible',
    room: 4,
    expected: ['a', 'incomprehensible'],
  },
  { description: 'nothing is no line', text: ' ', room: 4, expected: [] },
];

test.each(cases)('$description', ({ text, room, expected }) => {
  expect(wrapText(text, room, letters)).toEqual(expected);
});

test('no letter is lost', () => {
  const text = '等候时间能接受吗，如果不能请说明原因 because 1,234 people asked';
  for (const room of [1, 3, 7, 20]) {
    expect(wrapText(text, room, letters).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  }
});

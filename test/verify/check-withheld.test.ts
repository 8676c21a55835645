import { expect, it } from 'vitest';
import { addSilent, checkWithheld, type Silent } from '../../src/verify/check-withheld.ts';

/* A withheld figure may have numbers that are not withheld: which of them an element shows is read wherever the element says it. */

const silent: Silent = new Map();
addSilent(silent, {
  figures: [
    {
      ...{ subject_kind: 'department', subject_id: 'tax', period: 'all', measure: 'positive_rate' },
      ...{ question_id: 'overall', count: '', base: '40', value: '', low: '', high: '', status: 'withheld' },
    },
  ],
  answers: [],
});

const key = 'data-figure="department:tax|all|positive_rate|overall"';
const told = async (element: string) => {
  const files = { names: ['index.html'], read: async () => new TextEncoder().encode(element) };
  return (await checkWithheld(files, silent, ['index.html'])).map(({ found }) => found);
};

it.each([
  ['nothing but its figure', `<data ${key} value="0.5">50%</data>`, [key]],
  ['a part before its figure', `<data data-part="low" ${key} value="0.4">`, [`data-part="low" ${key}`]],
  ['a part after it', `<data value="0.4" ${key} data-part="low">`, [`${key} data-part="low"`]],
  ['a part that is not withheld, before', `<data data-part="base" ${key} value="40">40</data>`, []],
  ['a part that is not withheld, after', `<data value="40" ${key} data-part="base">40</data>`, []],
  [
    'a part of the element before',
    `<data data-part="base" value="40">40</data><data ${key} value="0.5">`,
    [key],
  ],
])('reads an element that names %s', async (_, element, found) => {
  expect(await told(element)).toEqual(found);
});

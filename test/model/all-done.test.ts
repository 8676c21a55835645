import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { allDone } from '../../src/model/all-done.ts';

it('gives what all give, in their order', async () => {
  expect(await allDone([setImmediate(1), 2])).toEqual([1, 2]);
});

it('tells of what failed when the others have come to their end', async () => {
  let ended = false;
  const other = setImmediate().then(() => {
    ended = true;
  });
  await expect(allDone([Promise.reject(new Error('failed')), other])).rejects.toThrow('failed');
  expect(ended).toBe(true);
});

import { expect, it } from 'vitest';
import { openLanes } from '../../../src/pipeline/register/lanes.ts';

it('lends each to one at a time, and has those wait who come while all are lent', async () => {
  const { take, give } = openLanes(['a', 'b']);
  const had: string[] = [];
  const first = await take();
  const second = await take();
  const waiting = [take(), take()].map(async (one) => had.push(await one));
  expect([first, second, had]).toEqual(['a', 'b', []]);
  give(second);
  await waiting[0];
  expect(had).toEqual(['b']);
  give(first);
  await Promise.all(waiting);
  expect(had).toEqual(['b', 'a']);
});

it('lends always the same where nothing is done at once', async () => {
  const { take, give } = openLanes(['a', 'b']);
  for (let time = 0; time < 3; time += 1) {
    const one = await take();
    expect(one).toBe('a');
    give(one);
  }
});

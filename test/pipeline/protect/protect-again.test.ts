import { expect, it } from 'vitest';
import { protect } from '../../../src/pipeline/protect/protect.ts';
import { protectAgain, type ProtectionMemory } from '../../../src/pipeline/protect/protect-again.ts';
import { people, question, surveySettings, talliesOf, thresholds, type Person } from './people.ts';

const settings = surveySettings([question('q', 'yes', 'no'), question('r', 'yes', 'no')]);

const inputOf = (persons: readonly Person[]) => ({
  tallies: talliesOf(persons, settings),
  settings,
  thresholds,
  earlier: [],
});

const of = (department: string, count: number, q: string, r: string) =>
  people(count, { department, answers: { q, r } });

const before = [
  ...of('police', 4, 'yes', 'no'),
  ...of('hrss', 17, 'no', 'no'),
  ...of('tax', 60, 'yes', 'yes'),
];

it('gives what protecting from the start gives, after each of several changes', async () => {
  const memory: ProtectionMemory = {};
  const states = [
    before,
    [...before, ...of('police', 1, 'yes', 'yes')],
    [...before, ...of('police', 30, 'no', 'yes')],
    before.slice(3),
    before,
  ];
  for (const state of states)
    expect(await protectAgain(inputOf(state), memory)).toEqual(await protect(inputOf(state)));
});

it('hands back the very protection of before where nothing of the survey has changed', async () => {
  const memory: ProtectionMemory = {};
  const first = await protectAgain(inputOf(before), memory);
  expect(await protectAgain(inputOf([...before]), memory)).toBe(first);
  const renamed = { ...settings, programme: { ...settings.programme, name: { zh: '新名', en: 'New' } } };
  expect(await protectAgain({ ...inputOf(before), settings: renamed }, memory)).toBe(first);
});

it.each([
  ['a threshold', { thresholds: { ...thresholds, smallest_published_base: 5 } }],
  ['the tables asked for', { settings: surveySettings(settings.questions, ['channel × period']) }],
  [
    'a list',
    { settings: { ...settings, lookups: { ...settings.lookups, halls: [{ id: 'hall', cells: {} }] } } },
  ],
])('protects anew when %s has changed', async (_, change) => {
  const memory: ProtectionMemory = {};
  const first = await protectAgain(inputOf(before), memory);
  const input = { ...inputOf(before), ...change };
  const again = await protectAgain(input, memory);
  expect(again).not.toBe(first);
  expect(again).toEqual(await protect(input));
});

it('knows what the solver said of a question whose answers have not changed', async () => {
  const memory: ProtectionMemory = {};
  await protectAgain(inputOf(before), memory);
  const known = new Map(memory.last?.answers);
  const swapped = [...of('police', 4, 'yes', 'yes'), ...before.slice(4)];
  await protectAgain(inputOf(swapped), memory);
  // A solver that is asked again says the same in another object. To what cannot be it says null, which is the same object always.
  const kept = [...(memory.last?.answers ?? [])].filter(
    ([name, answer]) => answer !== null && known.has(name),
  );
  expect(kept.length).toBeGreaterThan(0);
  for (const [name, answer] of kept) expect(answer).toBe(known.get(name));
});

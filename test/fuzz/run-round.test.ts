import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepCase, keptCases } from './corpus.ts';
import { runRound } from './run-round.ts';
import { whatBroke } from './what-broke.ts';

/** Runs a round of a target that breaks in a way of its own: it ends when that breaks, however long it might take. */
function round(target: string, { seconds = 60, longest = 60 } = {}) {
  const corpus = mkdtempSync(join(tmpdir(), 'zhaocha-corpus-'));
  onTestFinished(() => rmSync(corpus, { recursive: true }));
  const module = join(import.meta.dirname, 'broken-targets.ts');
  const run = runRound({ module, target, corpus, seed: 1, seconds, longest });
  return { corpus, run };
}

describe('a round of fuzzing', () => {
  it('makes what broke as small as it can, and keeps it so that it can be read', async () => {
    const { corpus, run } = round('wrong');
    const { broken } = await run;
    if (broken === null) throw new Error('nothing broke');
    expect(broken.input).toEqual({ text: expect.stringMatching(/^.{4}$/s) });
    const path = keepCase(corpus, 'wrong', broken);
    expect(path).toMatch(/error-more-than-three-letters-[0-9a-f]{6}\.json$/);
    expect(keptCases(corpus, 'wrong')).toEqual([[expect.any(String), broken]]);
  });

  it('ends what never ends, and tells the input that did it', async () => {
    const { broken } = await round('endless', { longest: 2 }).run;
    expect(broken).toEqual({ broke: 'no end after 2 s', input: { text: 'for ever' } });
  });

  it('outlives what takes its process with it, and tells the input that did it', async () => {
    const { broken } = await round('fatal').run;
    expect(broken).toEqual({ broke: expect.stringMatching(/^crash/), input: { text: 'the end' } });
  });

  it('says how much it tried where nothing broke', async () => {
    const { tried, broken } = await round('sound', { seconds: 1 }).run;
    expect(broken).toBeNull();
    expect(tried).toBeGreaterThan(0);
  });
});

describe('whatBroke', () => {
  it('names the place in our own sources, not that on this machine', () => {
    const error = new TypeError('no shape');
    error.stack = 'TypeError: no shape\n    at childOf (file:///home/me/zhaocha/src/pipeline/yaml.ts:58:15)';
    expect(whatBroke(error)).toBe('childOf of src/pipeline/yaml.ts: TypeError: no shape');
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { pairsToKeep } from '../../../src/pipeline/protect/kept-pairs.ts';
import type { FamilyProof } from '../../../src/pipeline/protect/proof.ts';
import { pairsIn, readLayers, writeProof } from '../../../src/pipeline/protect/written-proof.ts';
import { smallSettings } from '../small-settings.ts';
import { rules } from '../../../src/model/rule.ts';

/** The proof of one layer of a family with a single cell, whose count is told apart by its number. */
function familyProof(name: string, layer: string, count: number): FamilyProof {
  return {
    linked: {
      name,
      layer: { name: layer, base: [0], parts: [] },
      columns: ['c'],
      dimensions: [],
      tables: [],
      atoms: 1,
      counts: [[0, count]],
    } as unknown as FamilyProof['linked'],
    tables: [],
    blocks: [],
    sides: [],
    time: 0,
    certificates: [{ targets: [0], low: [[0, 0]], high: [[0, count]] }],
  };
}

const proof = [
  familyProof('one', '', 1),
  familyProof('one', 'overall', 2),
  familyProof('other', '', 3),
  familyProof('other', 'overall', 4),
];
const row = (question_id: string) => ({ question_id, count: '12' });
const earlier = [
  {
    release: 1,
    periods: ['2025-Q1'],
    drops: [],
    answers: [row('overall'), row('trips')],
    figures: [row('')],
  },
];
const thresholds = Object.fromEntries(
  Object.values(rules).map(({ rule, value }) => [rule, value]),
) as Parameters<typeof writeProof>[1]['thresholds'];
const { questions } = smallSettings();

async function written(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-proof-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'proof.jsonl');
  await writeProof(path, { proof, earlier, thresholds, questions, services: 'nested' });
  return path;
}

it('is written one question a line, each with what is needed to check it and nothing of another', async () => {
  const path = await written();
  expect((await readFile(path, 'utf8')).trimEnd().split('\n')).toHaveLength(2);
  const layers = await Array.fromAsync(readLayers(path));
  expect(layers.map(({ layer, proof: own }) => [layer, own])).toEqual([
    ['', [proof[0], proof[2]]],
    ['overall', [proof[1], proof[3]]],
  ]);
  expect(layers.map(({ questions: own }) => own.map(({ id }) => id))).toEqual([[], ['overall']]);
  expect(layers.map(({ earlier: own }) => own.map(({ answers, figures }) => [answers, figures]))).toEqual([
    [[[], [row('')]]],
    [[[row('overall')], []]],
  ]);
  for (const one of layers) expect(one).toMatchObject({ layers: 2, services: 'nested', thresholds });
});

it('gives the pairs to keep in the order in which the families were proved', async () => {
  expect(await pairsIn(await written())).toEqual(proof.map(pairsToKeep));
});

it('has nothing to say where a run had nothing to prove', async () => {
  expect(await Array.fromAsync(readLayers(join(tmpdir(), 'zhaocha-no-such-proof')))).toEqual([]);
  expect(await pairsIn(join(tmpdir(), 'zhaocha-no-such-proof'))).toEqual([]);
});

import { open } from 'node:fs/promises';
import type { EarlierSurvey, KeptPairs, PublishedText } from '../../model/earlier-survey.ts';
import { pairsToKeep } from './kept-pairs.ts';
import type { VerifyInput } from './verify.ts';

/*
 * The proof as a run writes it down, one question a line: whoever checks it needs to hold no more than one. The questions of a
 * programme may be a thousand, and their proofs and tables together more than a memory.
 */

/** What a run leaves to be checked and kept. */
export interface WholeProof extends Omit<VerifyInput, 'published'> {
  /** Whether whoever named a service named its department too: a reader takes that for granted. */
  readonly services: 'nested' | 'apart';
}

/** The part of it that is about one question, or about the responses, whose layer has no name. */
export interface LayerProof extends WholeProof {
  readonly layer: string;
  /** How many layers there are: where a line is missing, not all is proved. */
  readonly layers: number;
  /** The place of each family among all that were proved. */
  readonly places: readonly number[];
}

const ofLayer = (rows: readonly PublishedText[], layer: string) =>
  rows.filter((row) => (row['question_id'] ?? '') === layer);

/** What an earlier release told of one layer. */
function toldOf({ answers, figures, ...release }: EarlierSurvey, layer: string): EarlierSurvey {
  return { ...release, answers: ofLayer(answers, layer), figures: ofLayer(figures, layer) };
}

/** The lines of a proof. */
function* linesOf({ proof, questions, earlier, ...whole }: WholeProof): Generator<string> {
  const placed = proof.map((family, place) => ({ family, place }));
  const byLayer = Map.groupBy(placed, ({ family }) => family.linked.layer.name);
  for (const [layer, own] of byLayer) {
    const one: LayerProof = {
      ...whole,
      layer,
      layers: byLayer.size,
      questions: questions.filter(({ id }) => id === layer),
      proof: own.map(({ family }) => family),
      places: own.map(({ place }) => place),
      earlier: earlier.map((release) => toldOf(release, layer)),
    };
    yield `${JSON.stringify(one)}\n`;
  }
}

/** Writes a proof down. */
export async function writeProof(path: string, whole: WholeProof): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const line of linesOf(whole)) await file.appendFile(line);
  } finally {
    await file.close();
  }
}

/** Reads a proof, a question at a time; nothing where a run had nothing to prove. */
export async function* readLayers(path: string): AsyncGenerator<LayerProof> {
  const file = await open(path).catch(() => null);
  if (file === null) return;
  try {
    for await (const line of file.readLines()) yield JSON.parse(line) as LayerProof;
  } finally {
    await file.close();
  }
}

/** What of a proof is kept for later releases, in the order in which the families were proved. */
export async function pairsIn(path: string): Promise<readonly KeptPairs[]> {
  const pairs: { readonly place: number; readonly kept: KeptPairs }[] = [];
  for await (const { proof, places } of readLayers(path))
    for (const [at, family] of proof.entries())
      pairs.push({ place: places[at] ?? 0, kept: pairsToKeep(family) });
  return pairs.sort((one, other) => one.place - other.place).map(({ kept }) => kept);
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { PublishedText } from '../../model/earlier-survey.ts';
import { unescapeFormula } from '../../model/formula.ts';
import { verify, type PublishedSurvey, type VerifyInput } from './verify.ts';

/** What a run writes down for the check of its files. */
export interface WrittenProof extends Omit<VerifyInput, 'published'> {
  /** Whether whoever named a service named its department too: a reader takes that for granted. */
  readonly services: 'nested' | 'apart';
}

async function rowsIn(path: string): Promise<PublishedText[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return Papa.parse<PublishedText>(text, { header: true, skipEmptyLines: true, transform: unescapeFormula })
    .data;
}

async function surveyIn(folder: string): Promise<PublishedSurvey> {
  return {
    answers: await rowsIn(join(folder, 'answers.csv')),
    figures: await rowsIn(join(folder, 'figures.csv')),
  };
}

/** Reads what a run has written down; null where it had nothing to prove. */
export async function readWritten(file: string): Promise<WrittenProof | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as WrittenProof);
}

/** Reads the tables of a finished folder again, the whole and those of each department, and verifies them. */
export async function verifyFiles(tables: string, proof: WrittenProof): Promise<string[]> {
  const departments = await readdir(join(tables, 'departments')).catch(() => []);
  const folders = [join(tables, 'latest'), ...departments.map((name) => join(tables, 'departments', name))];
  return verify({ ...proof, published: await Promise.all(folders.map(surveyIn)) });
}

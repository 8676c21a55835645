import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { PublishedText } from '../../model/earlier-survey.ts';
import { unescapeFormula } from '../../model/formula.ts';
import { verify, type PublishedSurvey, type VerifyInput } from './verify.ts';

/** What a run writes down for the check of its files. */
export type WrittenProof = Omit<VerifyInput, 'published'>;

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

/** Reads the tables of a finished folder again, the whole and those of each department, and verifies them. */
export async function verifyFiles(tables: string, proofFile: string): Promise<string[]> {
  const proof = JSON.parse(await readFile(proofFile, 'utf8')) as WrittenProof;
  const departments = await readdir(join(tables, 'departments')).catch(() => []);
  const folders = [join(tables, 'latest'), ...departments.map((name) => join(tables, 'departments', name))];
  return verify({ ...proof, published: await Promise.all(folders.map(surveyIn)) });
}

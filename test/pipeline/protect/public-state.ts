import Papa from 'papaparse';
import type { EarlierSurvey } from '../../../src/model/earlier-survey.ts';
import { readState, type State } from '../../../src/verify/attack/state.ts';
import { thresholds } from './people.ts';

const csv = (rows: readonly object[]) => `${Papa.unparse([...rows], { newline: '\r\n' })}\r\n`;

/** What an auditor reads of the rows of one question, q, that are public. */
export async function stateOf(
  { answers, figures }: Pick<EarlierSurvey, 'answers' | 'figures'>,
  release: number | null,
): Promise<State> {
  const files: Readonly<Record<string, string>> = {
    answers: csv(answers),
    figures: csv(figures),
    questions: csv([{ question_id: 'q', kind: 'single' }]),
    rules: csv(Object.entries(thresholds).map(([rule, value]) => ({ rule, value }))),
    services: csv([{ service_id: 's', department_id: 'd' }]),
    departments: csv([{ department_id: 'd', successor_id: '' }]),
  };
  const names = Object.keys(files).map((name) => `t/${name}.csv`);
  const read = async (name: string) => new TextEncoder().encode(files[name.slice(2, -4)]);
  const state = await readState({ names, read }, 't', release);
  if (state === null) throw new Error('there is no survey');
  return state;
}

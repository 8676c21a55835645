import { tmpdir } from 'node:os';
import type { DropChanges } from '../../model/drop-changes.ts';
import { openDatabase } from '../register/database.ts';
import { compareCells } from './compare-cells.ts';
import { compareCounts } from './compare-counts.ts';
import { compareFigures } from './compare-figures.ts';
import { compareFindings } from './compare-findings.ts';
import { factsOf, type LiveTables } from './live-tables.ts';
import { loadStates } from './load-states.ts';
import { nameSubjects } from './name-subjects.ts';

/**
 * What publishing the tables in a folder would change of what is public now. Of each kind at most `most` are listed,
 * and all counted. The store compares the files; memory does not grow with them.
 */
export async function whatChanges(
  live: LiveTables | null,
  candidate: string,
  most: number,
): Promise<DropChanges> {
  const facts = await factsOf(candidate);
  const languages = (facts.get('languages') ?? '').split(' ');
  const database = await openDatabase(tmpdir(), 'checking');
  try {
    await loadStates(database, live?.folder ?? null, candidate, languages);
    const name = await nameSubjects(database, languages);
    return {
      live: live?.live ?? null,
      cutoff: facts.get('cutoff') ?? '',
      findings: await compareFindings(database, languages, most),
      ...(await compareCounts(database, languages)),
      ...(await compareFigures(database, name, most)),
      ...(await compareCells(database, name, most)),
    };
  } finally {
    database.close();
  }
}

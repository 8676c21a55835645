import type { CheckedDrop } from '../../../src/model/batch.ts';

/** A drop of visits that was checked and in which nothing is wrong. */
export function someDrop(changes: Partial<CheckedDrop> = {}): CheckedDrop {
  return {
    file: 'visits.csv',
    sha256: '0'.repeat(64),
    layout: 'own',
    encoding: 'UTF-8',
    proof: 'valid',
    kinds: ['visits'],
    columns: { visits: ['source_row', 'visit_id', 'on', 'hall'] },
    stated: ['visit_id', 'on', 'hall'],
    account: { read: 1, used: 1, setAside: {} },
    rowsWith: {},
    spellings: [],
    redactions: [],
    personal: [],
    problems: [],
    more: [],
    ...changes,
  };
}

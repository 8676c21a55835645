import { expect, it } from 'vitest';
import type { TableName } from '../../../src/model/published.ts';
import { nextVersion } from '../../../src/pipeline/releases/make-record.ts';

/* The version of a release says how much a reader's own programs must look at again. */

const bytes = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
const before = {
  version: '1.2.3',
  files: { 'findings.csv': bytes('finding_id,status', 'F-1,sent') },
};
const tablesWith = (...lines: string[]) => new Map<TableName, Uint8Array>([['findings', bytes(...lines)]]);

it('begins with 1.0.0', () => {
  expect(nextVersion(null, tablesWith('finding_id,status'))).toBe('1.0.0');
});

it('raises the third number where only what was there has changed or gone', () => {
  expect(nextVersion(before, tablesWith('finding_id,status', 'F-1,claimed'))).toBe('1.2.4');
  expect(nextVersion(before, tablesWith('finding_id,status'))).toBe('1.2.4');
});

it('raises the second where something is new, and the first where a table has other columns', () => {
  expect(nextVersion(before, tablesWith('finding_id,status', 'F-2,sent'))).toBe('1.3.0');
  expect(nextVersion(before, tablesWith('finding_id,state', 'F-1,sent'))).toBe('2.0.0');
});

it('raises the third where a release goes back: what comes again was there before', () => {
  expect(nextVersion(before, tablesWith('finding_id,status', 'F-2,sent'), true)).toBe('1.2.4');
});

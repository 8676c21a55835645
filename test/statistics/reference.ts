import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { compare } from '../reference/compare.mjs';

export interface Tolerance {
  readonly abs?: number;
  readonly rel?: number;
}

/** A row of a reference file: its cells by column. */
export interface Row {
  readonly [column: string]: string;
}

interface Reference<Expected> {
  readonly tolerance: Tolerance;
  readonly expected: Expected;
}

const folder = new URL('../reference/', import.meta.url);

/** One JSON file of values computed with R, with the tolerance at which it must be met. */
export function readReference<Expected>(file: string): Reference<Expected> {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
}

/** One CSV file that goes with it: simple cells, no quotes. */
export function readRows(file: string): readonly Row[] {
  const [head = '', ...lines] = readFileSync(new URL(file, folder), 'utf8').trim().split('\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, position) => [column, cells[position] ?? '']));
  });
}

/** Holds `actual` against a reference value; the message names the paths that differ. */
export function expectReference(actual: unknown, expected: unknown, tolerance: Tolerance): void {
  expect(compare(actual, expected, tolerance)).toEqual([]);
}

/** Relative agreement, for values from a source with more digits than R prints. */
export function expectRelative(actual: number, expected: number, relative: number): void {
  expect(Math.abs(actual / expected - 1), `${actual} against ${expected}`).toBeLessThanOrEqual(relative);
}

/** Freezes an input with everything in it; a function that changes it then throws. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

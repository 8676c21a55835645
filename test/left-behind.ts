import { afterAll, expect, vi } from 'vitest';

/*
 * Where one process runs a file of tests after the other, none may leave anything to the next: set up before each of those files,
 * this looks at what all files have in common once more when the file is over.
 */

const shared = () => ({
  environment: { ...process.env },
  folder: process.cwd(),
  clock: vi.isFakeTimers() ? 'stopped' : 'running',
});

const before = shared();

afterAll(() => {
  expect(shared(), 'the tests of this file leave something behind').toEqual(before);
});

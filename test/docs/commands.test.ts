import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandsIn, faultOf, optionsOf } from './commands.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

describe.each(['README.md', 'workflows/github.yml', 'workflows/gitlab.yml'])('the commands in %s', (file) => {
  it('are commands of the program, with options that it takes', () => {
    const faults = commandsIn(read(file)).flatMap((line) => {
      const fault = faultOf(line);
      return fault === null ? [] : [`${line}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });
});

it('reads command lines as they are written', () => {
  expect(commandsIn('Run `npm run build -- --data DIR --out DIR`, then `npm test`.')).toEqual([
    'npm run build -- --data DIR --out DIR',
    'npm test',
  ]);
  expect(commandsIn(read('README.md')).length).toBeGreaterThan(20);
  expect([...optionsOf('rollback').keys()]).toContain('note-en');
});

it.each([
  ['npm run publish', 'there is no command publish'],
  ['npm run build -- --date DIR', 'build has no --date'],
  ['npm run build -- --data', '--data needs a value'],
  ['npm run build -- DIR', 'build takes no DIR'],
  ['npm run check -- --accept "departments,市医保局,healthcare"', null],
  ['npm run release -- --note="$NOTE"', null],
])('says of %s: %s', (line, fault) => {
  expect(faultOf(line)).toBe(fault);
});

import { describe, expect, it } from 'vitest';
import { checkLookup } from '../../../src/pipeline/configure/lookups.ts';
import { marginsOf } from '../../../src/pipeline/configure/margins.ts';
import { smallSettings } from '../small-settings.ts';

const { lookups } = smallSettings();

function margins(...lines: readonly string[]) {
  const rows = lines.map((line, place) => ({ row: place + 2, cells: line.split(',') }));
  const table = { file: 'lookup/margins.csv', header: ['dimension', 'category', 'population'], rows };
  const checked = checkLookup('margins', table, ['zh', 'en']);
  const result = marginsOf(checked, lookups);
  return { ...result, problems: [...checked.problems, ...result.problems] };
}

describe('marginsOf', () => {
  it('takes the population of each category of each dimension', () => {
    expect(margins('channel,online,600', 'channel,onsite,400', 'department,tax,1000')).toEqual({
      margins: [
        { dimension: 'channel', category: 'online', population: 600 },
        { dimension: 'channel', category: 'onsite', population: 400 },
        { dimension: 'department', category: 'tax', population: 1000 },
      ],
      problems: [],
    });
  });

  it.each([
    {
      description: 'a category that the list lacks',
      lines: ['department,taxes,5'],
      expected: { code: 'bad-margin', row: 2, column: 'category', value: 'taxes' },
    },
    {
      description: 'a channel that there is not',
      lines: ['channel,phone,5'],
      expected: { code: 'bad-margin', row: 2, value: 'phone' },
    },
    {
      description: 'a category without anybody',
      lines: ['channel,online,0'],
      expected: { code: 'bad-margin', row: 2, column: 'population' },
    },
    {
      description: 'a category twice',
      lines: ['hall,centre,5', 'hall,centre,6'],
      expected: { code: 'bad-margin', row: 3, column: 'category', value: 'centre' },
    },
    {
      description: 'dimensions that count different numbers of people',
      lines: ['channel,online,5', 'hall,centre,6'],
      expected: { code: 'bad-margin', value: 'channel 5 ≠ hall 6' },
    },
    {
      description: 'a dimension that there is not',
      lines: ['age,60+,5'],
      expected: { code: 'unknown-code', row: 2, column: 'dimension', value: 'age' },
    },
    {
      description: 'a population that is no count',
      lines: ['channel,online,-5'],
      expected: { code: 'bad-count', row: 2, column: 'population', value: '-5' },
    },
  ])('names $description', ({ lines, expected }) => {
    expect(margins(...lines).problems).toMatchObject([expected]);
  });
});

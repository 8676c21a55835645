import { describe, expect, it } from 'vitest';
import { checkLookup } from '../../../src/pipeline/configure/lookups.ts';
import { specialDaysOf } from '../../../src/pipeline/configure/special-days.ts';

function read(header: string, ...lines: readonly string[]) {
  const rows = lines.map((line, place) => ({ row: place + 2, cells: line.split(',') }));
  const table = { file: 'lookup/special_days.csv', header: header.split(','), rows };
  const checked = checkLookup('special_days', table, ['zh', 'en']);
  const result = specialDaysOf(checked);
  return { ...result, problems: [...checked.problems, ...result.problems] };
}

describe('specialDaysOf', () => {
  it('takes days as we write them, as Excel saves them and as people do', () => {
    const { specialDays, problems } = read(
      'day,working,occasion_zh,occasion_en',
      '2027-01-01,false,元旦,New Year',
      '2027/1/2,TRUE,元旦,',
      '2027年2月5日,否,春节,',
    );
    expect(problems).toEqual([]);
    expect(specialDays).toEqual([
      { day: '2027-01-01', working: false, occasion: { zh: '元旦', en: 'New Year' } },
      { day: '2027-01-02', working: true, occasion: { zh: '元旦', en: '' } },
      { day: '2027-02-05', working: false, occasion: { zh: '春节', en: '' } },
    ]);
  });

  it('needs no name of the occasion', () => {
    expect(read('day,working', '2027-01-01,false').specialDays).toEqual([
      { day: '2027-01-01', working: false, occasion: { zh: '', en: '' } },
    ]);
  });

  it.each([
    ['a day that there is not', '2027-02-30,false', { code: 'bad-date', row: 2, column: 'day' }],
    ['a year that nobody means', '0227-01-01,false', { code: 'bad-date', row: 2, column: 'day' }],
    ['a day without a year', '1月1日,false', { code: 'bad-date', row: 2, column: 'day' }],
    ['a word that is neither', '2027-01-01,off', { code: 'unknown-code', row: 2, column: 'working' }],
    ['neither worked nor not', '2027-01-01,', { code: 'missing-value', row: 2, column: 'working' }],
  ])('tells %s', (_, line, problem) => {
    expect(read('day,working', line).problems).toEqual([expect.objectContaining(problem)]);
  });

  it('tells a day that stands there twice', () => {
    expect(read('day,working', '2027-01-01,false', '2027/1/1,true').problems).toEqual([
      expect.objectContaining({ code: 'conflicting-row', row: 3, column: 'day', value: '2027-01-01' }),
    ]);
  });
});

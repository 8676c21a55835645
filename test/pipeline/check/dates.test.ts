import { describe, expect, it } from 'vitest';
import { dateReader, readMonth, readTime } from '../../../src/pipeline/check/dates.ts';
import { fc } from '../../seeded-checks.ts';

const day = (date: string, time = '') => ({ date, time });
const bad = (value: string, detail = 'yyyy-MM-dd') => ({ code: 'bad-date', value, detail });

describe('dateReader, forms that survey tools write', () => {
  it('reads months by their English names', () => {
    expect(dateReader(['dd-MMM-yyyy HH:mm:ss'])('02-Feb-2021 20:26:58')).toEqual({
      date: '2021-02-02',
      time: '20:26:58',
    });
    expect(dateReader(['dd-MMM-yyyy'])('02-Foo-2021')).toMatchObject({ code: 'bad-date' });
  });

  it.each([
    '2018-07-16T08:42:23.990+03',
    '2018-07-16T08:42:23Z',
    '2018-07-16 08:42:23 UTC',
    '2018-07-16 08:42:23+08:00',
    '2018-07-16 08:42:23',
  ])(
    'takes the time of %s as it is written, where the layout says that a zone may stand behind it',
    (cell) => {
      expect(dateReader(['yyyy-MM-dd HH:mm:ssZ'])(cell)).toEqual({ date: '2018-07-16', time: '08:42:23' });
    },
  );
});

describe('dateReader, our own forms', () => {
  const read = dateReader(undefined);

  it.each([
    ['2025-03-01', day('2025-03-01')],
    ['2025/3/1', day('2025-03-01')],
    ['2025.03.01', day('2025-03-01')],
    ['2025年3月1日', day('2025-03-01')],
    ['２０２５－０３－０１', day('2025-03-01')],
    ['2024-02-29', day('2024-02-29')],
    ['2000-02-29', day('2000-02-29')],
    [' 2025-03-01 ', day('2025-03-01')],
    ['\u200e2025-03-01\u200b', day('2025-03-01')],
    ['2025-03-01 8:05', day('2025-03-01', '08:05:00')],
    ['2025-03-01T23:59:59', day('2025-03-01', '23:59:59')],
    ['2025年3月1日 08:00', day('2025-03-01', '08:00:00')],
    ['20250301', day('2025-03-01')],
    ['20250301 08:05:09', day('2025-03-01', '08:05:09')],
    ['2025年3月1日8时5分', day('2025-03-01', '08:05:00')],
    ['2025年3月1日 8点05分09秒', day('2025-03-01', '08:05:09')],
    ['2025/3/1 下午 3:20:15', day('2025-03-01', '15:20:15')],
    ['2025/3/1 上午 12:05', day('2025-03-01', '00:05:00')],
    ['2025/3/1 上午 0:05', day('2025-03-01', '00:05:00')],
    ['2025/3/1 下午 15:20', day('2025-03-01', '15:20:00')],
    ['2025-03-01 03:20:15 PM', day('2025-03-01', '15:20:15')],
    ['2025-03-01 15:20:15.000', day('2025-03-01', '15:20:15')],
    ['2025-03-01 星期六', day('2025-03-01')],
    ['2025年3月1日（周六）上午9时', day('2025-03-01', '09:00:00')],
    ['2025年3月1日星期六 下午3点20分', day('2025-03-01', '15:20:00')],
  ])('reads %s', (cell, expected) => {
    expect(read(cell)).toEqual(expected);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '2025-03-00',
    '2025-3',
    '25-03-01',
    '2025-03-01 24:00',
    '2025-03-01 10:60',
    '2025-03-01T00:00:00Z',
    '2025-03-01T00:00:00+08:00',
    '2025-03/01',
    '2025/3/1 下午 13:61',
    '20250230',
    '20000',
    '99999',
    '2025-03-0108:00',
    'May 2025',
    '昨天',
    '0225-03-01',
    '2525-03-01',
  ])('refuses %s', (cell) => {
    expect(read(cell)).toEqual(bad(cell));
  });

  it('asks for the order of day and month where only the layout can tell it', () => {
    expect(read('01/02/2025')).toMatchObject({
      code: 'bad-date',
      detail: { en: expect.stringContaining('MM/dd/yyyy or dd/MM/yyyy') },
    });
  });

  it('reads the number that a spreadsheet counts a day by, and says the first of them', () => {
    const own = dateReader(undefined);
    expect(own('45717')).toEqual({
      ...day('2025-03-01'),
      warning: { code: 'serial-date', value: '45717', detail: '2025-03-01' },
    });
    expect(own('45717.5')).toEqual(day('2025-03-01', '12:00:00'));
    expect(own('45717')).toEqual(day('2025-03-01'));
  });

  it.each([
    '1900-01-01',
    '1900/1/0',
    '1899-12-30',
    '9999-12-31',
    '0000-00-00',
    '1970-01-01 00:00:00',
    '9999年12月31日',
  ])('takes %s for no date, and says so', (cell) => {
    expect(read(cell)).toEqual({ ...day(''), warning: { code: 'sentinel-date', value: cell } });
  });

  it('never throws, and gives a date that the calendar has or a fault', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-/.: 年月日T') }));
    fc.assert(
      fc.property(texts, (cell) => {
        const result = read(cell);
        if ('code' in result) return result.value === cell;
        if (result.date === '') return result.warning?.code === 'sentinel-date';
        return new Date(`${result.date}T00:00:00Z`).toISOString().startsWith(result.date);
      }),
    );
  });

  it('reads every day of a century as itself', () => {
    for (let time = Date.UTC(1990, 0, 1); time < Date.UTC(2090, 0, 1); time += 86_400_000 * 17) {
      const date = new Date(time).toISOString().slice(0, 10);
      expect(read(date)).toEqual(day(date));
    }
  });
});

describe('dateReader, forms that a layout names', () => {
  it.each([
    ['MM/dd/yyyy hh:mm:ss a', '02/03/2015 12:05:00 AM', day('2015-02-03', '00:05:00')],
    ['MM/dd/yyyy hh:mm:ss a', '02/03/2015 12:05:00 PM', day('2015-02-03', '12:05:00')],
    ['MM/dd/yyyy hh:mm:ss a', '2/3/2015 1:05:09 pm', day('2015-02-03', '13:05:09')],
    ['dd.MM.yyyy', '03.02.2015', day('2015-02-03')],
    ['d/M/yyyy H:mm', '3/2/2015 7:05', day('2015-02-03', '07:05:00')],
    ['yyyy-MM-ddTHH:mm:ss', '2015-02-03T07:05:06', day('2015-02-03', '07:05:06')],
    ['MM/dd/yyyy hh:mm', '02/03/2015 11:30', day('2015-02-03', '11:30:00')],
    ['yyyyMMdd', '20150203', day('2015-02-03')],
    ['yyyy年M月d日 HH:mm', '2015年2月3日 07:05', day('2015-02-03', '07:05:00')],
  ])('%s reads %s', (form, cell, expected) => {
    expect(dateReader([form])(cell)).toEqual(expected);
  });

  it.each([
    ['MM/dd/yyyy hh:mm:ss a', '13/01/2015 01:00:00 PM'],
    ['MM/dd/yyyy hh:mm:ss a', '12/01/2015 13:00:00 PM'],
    ['MM/dd/yyyy hh:mm:ss a', '12/01/2015 00:30:00 AM'],
    ['MM/dd/yyyy hh:mm:ss a', '2015-12-01'],
    ['dd.MM.yyyy', '03x02x2015'],
  ])('%s refuses %s', (form, cell) => {
    expect(dateReader([form])(cell)).toEqual(bad(cell, form));
  });

  it('reads the number of a day and a day for none whatever the form', () => {
    const read = dateReader(['MM/dd/yyyy']);
    expect(read('45717')).toMatchObject(day('2025-03-01'));
    expect(read('01/01/1900')).toMatchObject({ date: '', warning: { code: 'sentinel-date' } });
  });

  it('tries the forms in their order', () => {
    const read = dateReader(['dd/MM/yyyy', 'MM/dd/yyyy']);
    expect(read('03/02/2015')).toEqual(day('2015-02-03'));
    expect(read('12/31/2015')).toEqual(day('2015-12-31'));
  });
});

describe('readTime', () => {
  it.each([
    ['9:05', '09:05:00'],
    ['15:30', '15:30:00'],
    ['23:59:59', '23:59:59'],
    ['１５：３０', '15:30:00'],
  ])('reads %s', (cell, expected) => {
    expect(readTime(cell)).toBe(expected);
  });

  it.each(['24:00', '12:60', '12:30:60', '9', '9.30', '下午三点', '3:30 PM', '12:30:00.5'])(
    'refuses %s',
    (cell) => {
      expect(readTime(cell)).toEqual({ code: 'bad-time', value: cell });
    },
  );
});

describe('readMonth', () => {
  it.each(['2025-03', '2025/3', '2025.03', '2025年3月', '２０２５－０３', '2025-03-01'])(
    'reads %s',
    (cell) => {
      expect(readMonth(cell)).toBe('2025-03');
    },
  );

  it.each(['202503', '2025-13', '2025-00', '2025-03-02', '3月', '1025-03'])('refuses %s', (cell) => {
    expect(readMonth(cell)).toEqual({ code: 'bad-date', value: cell, detail: 'yyyy-MM' });
  });
});

import { describe, expect, it } from 'vitest';
import { regional } from '../../src/model/regional.ts';
import { writeCells } from '../../src/pipeline/publish/cells.ts';
import type { City } from '../../src/region/city.ts';
import { compareCities } from '../../src/region/compare-cities.ts';
import { nameCities } from '../../src/region/name-cities.ts';
import { overviewOf, regionalNames, withoutRepeats, type Reading } from '../../src/region/overview.ts';
import { sourceOf } from '../../src/region/source.ts';

type Rate = 'confirmed_rate' | 'on_time_rate' | 'positive_rate';

const row = (measure: string, count: number | '', base: number | '', status: string, question = '') => ({
  measure,
  question_id: question,
  count: String(count),
  base: String(base),
  value: status === 'shown' ? String(Number(count) / Number(base)) : '',
  low: '',
  high: '',
  status,
});

/** A city with rates of so many of so many. */
function city(
  name: string,
  rates: Partial<Record<Rate, readonly [count: number | '', base: number | '', status?: string]>>,
  changes: Partial<City> & { readonly facts?: Readonly<Record<string, string>> } = {},
): City {
  const figures = Object.fromEntries(
    Object.entries(rates).map(([measure, [count, base, status = 'shown']]) => [
      measure,
      row(measure, count, base, status, measure === 'positive_rate' ? 'overall' : ''),
    ]),
  );
  return {
    figures: { found: row('found', 40, 40, 'shown'), ...figures },
    sameDefinition: ['found', 'confirmed_rate', 'on_time_rate', 'positive_rate'],
    question: null,
    dataFrom: '2025-01-01',
    release: null,
    checked: { files: 1, figures: 1, recounted: 1, releases: 0 },
    sha256: name,
    ...changes,
    facts: {
      languages: 'zh en',
      city_zh: name,
      city_en: name,
      cutoff: '2025-06-30',
      period: 'month',
      ...changes.facts,
    },
  };
}

/** What is said of each city's confirmed rate: the word, or why there is none. */
const said = (cities: readonly City[], measure: Rate = 'confirmed_rate') =>
  compareCities(cities).map((figures) => {
    const figure = figures.find((one) => one.measure === measure);
    return figure === undefined ? 'no figure' : figure.comparison || figure.uncompared;
  });

const usual = [
  city('a', { confirmed_rate: [700, 1000] }),
  city('b', { confirmed_rate: [690, 1000] }),
  city('c', { confirmed_rate: [705, 1000] }),
];

describe('compareCities', () => {
  it('says higher, lower and as expected from the 99.8 % line alone', () => {
    // 22 of 40 is under the pooled 2117 of 3040, but not by more than chance; 8 of 40 is under 51 %, and by more.
    expect(said([...usual, city('d', { confirmed_rate: [22, 40] })])).toEqual([
      'as_expected',
      'as_expected',
      'as_expected',
      'as_expected',
    ]);
    const [, , , low] = compareCities([...usual, city('d', { confirmed_rate: [22, 40] })]);
    expect(low?.find(({ measure }) => measure === 'confirmed_rate')).toMatchObject({
      limits: 'exact',
      centre: 0.696382,
    });
    expect(
      said([
        city('a', { confirmed_rate: [500, 1000] }),
        city('b', { confirmed_rate: [515, 1000] }),
        city('c', { confirmed_rate: [8, 40] }),
      ]),
    ).toContain('lower');
  });

  it('says too few under ten cases, and where the city says so itself', () => {
    expect(
      said([
        ...usual,
        city('d', { confirmed_rate: [0, 9] }),
        city('e', { confirmed_rate: [0, 40, 'too_few'] }),
      ]).slice(3),
    ).toEqual(['too_few', 'too_few']);
  });

  it.each([
    [
      'invented data beside real ones',
      city('d', { confirmed_rate: [1, 500] }, { facts: { demonstration: 'true' } }),
      'demonstration',
    ],
    [
      'a rate that is defined otherwise',
      city('d', { confirmed_rate: [1, 500] }, { sameDefinition: ['found'] }),
      'other_definition',
    ],
    ['what the city withholds', city('d', { confirmed_rate: ['', '', 'withheld'] }), 'no_cases'],
    ['a rate of nothing', city('d', { confirmed_rate: [0, 0, 'no_cases'] }), 'no_cases'],
  ])('leaves %s out, and the others do not feel it', (_, other, why) => {
    const all = compareCities([...usual, other]);
    expect(said([...usual, other])[3]).toBe(why);
    expect(all.slice(0, 3)).toEqual(compareCities(usual));
  });

  it('compares invented cities with each other where there are no real ones', () => {
    const invented = usual.map((one) => ({ ...one, facts: { ...one.facts, demonstration: 'true' } }));
    expect(said(invented)).toEqual(['as_expected', 'as_expected', 'as_expected']);
  });

  it('does not compare one city alone, nor surveys, nor counts, nor what a city has not', () => {
    expect(said(usual.slice(0, 1))).toEqual(['alone']);
    expect(
      said(
        [city('a', { positive_rate: [90, 100] }), city('b', { positive_rate: [1, 100] })],
        'positive_rate',
      ),
    ).toEqual(['own_question', 'own_question']);
    expect(said([city('a', {}), city('b', {})])).toEqual(['no figure', 'no figure']);
    const counts = compareCities(usual).map((figures) => figures.find(({ measure }) => measure === 'found'));
    expect(counts.map((figure) => [figure?.comparison, figure?.uncompared])).toEqual([
      ['', ''],
      ['', ''],
      ['', ''],
    ]);
  });
});

const at = (address: string) => ({ is: 'address', address }) as const;

describe('nameCities', () => {
  it('puts the address behind names that two cities share, and gives each an id of its own', () => {
    const names = nameCities(
      [
        { source: at('https://one.example/'), city: city('新城', {}) },
        { source: at('https://two.example/officers/'), city: city('新城', {}) },
        { source: at('https://three.example/'), city: city('老城', {}) },
        { source: at('https://one.example/'), city: null },
      ],
      ['zh', 'en'],
    );
    expect(names.map(({ own }) => own)).toEqual([
      '新城 (one.example)',
      '新城 (two.example/officers)',
      '老城',
      'one.example',
    ]);
    expect(names.map(({ id }) => id)).toEqual([
      'one.example',
      'two.example-officers',
      'three.example',
      'one.example-2',
    ]);
  });

  it('links only to the web, and cuts names that nobody reads', () => {
    const hostile = city('城'.repeat(10_000), {}, { facts: { site: 'javascript:alert(1)' } });
    const [name] = nameCities([{ source: { is: 'folder', folder: '/x/site' }, city: hostile }], ['zh']);
    expect(name?.site).toBe('');
    expect(name?.own.length).toBeLessThan(100);
  });
});

describe('overviewOf', () => {
  const heading = { name: { zh: '省', en: '' }, languages: ['zh', 'en'], version: '1' };
  const readings: Reading[] = [
    {
      source: at('https://a.example/'),
      city: city(
        'a',
        { confirmed_rate: [9, 12], positive_rate: [8, 10] },
        { question: { text_zh: '满意吗？', text_en: '' } },
      ),
    },
    {
      source: at('https://b.example/'),
      city: city('<b>=1+1', { confirmed_rate: [9, 12] }, { facts: { city_en: '', languages: 'zh' } }),
    },
    {
      source: at('https://c.example/'),
      why: { zh: '连不上', en: 'not there' },
      faults: [{ check: 'hash', where: 'x', expected: '1', found: '2' }],
    },
  ];

  it('gives rows that its declared tables can hold, refused cities and their faults with them', () => {
    const rows = overviewOf(readings, heading);
    for (const name of regionalNames)
      expect([...writeCells(regional[name], rows[name], heading.languages).cells]).toHaveLength(
        rows[name].length,
      );
    expect(rows.cities.map(({ standing, reason_en }) => [standing, reason_en])).toEqual([
      ['verified', undefined],
      ['verified', undefined],
      ['refused', 'not there'],
    ]);
    expect(rows.city_faults).toEqual([
      { city_id: 'c.example', number: 1, check: 'hash', place: 'x', expected: '1', found: '2' },
    ]);
    expect(rows.city_figures.find(({ measure }) => measure === 'positive_rate')).toMatchObject({
      question_zh: '满意吗？',
      question_en: '满意吗？',
    });
  });

  it('counts a programme once, by its package and by its own address', () => {
    const [first] = readings;
    if (first === undefined || !('city' in first)) throw new Error('no city');
    const mirror = { source: at('https://mirror.example/'), city: first.city };
    const one = {
      source: at('https://x.example/'),
      city: city('x', {}, { facts: { site: 'https://x.example/' } }),
    };
    const older = {
      source: at('https://y.example/'),
      city: city('y', {}, { facts: { site: 'https://x.example/' } }),
    };
    const standing = withoutRepeats([first, mirror, one, older]).map((reading) => 'city' in reading);
    expect(standing).toEqual([true, false, true, false]);
  });
});

describe('sourceOf', () => {
  it.each(['https://user:secret@example.org/', 'file:///etc/passwd', 'http://', '/no/such/folder', ''])(
    'does not take %j',
    (given) => {
      expect(sourceOf(given, '/nowhere')).toBeNull();
    },
  );

  it('takes the folder of a site for one, also by its downloads', () => {
    expect(sourceOf('.', import.meta.dirname)).toEqual({ is: 'folder', folder: import.meta.dirname });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables, type TestRow } from '../public-tables.ts';

const count = (subject_id: string, measure: string, value: number): TestRow => ({
  subject_kind: 'department',
  subject_id,
  period: 'all',
  measure,
  question_id: '',
  count: value,
  base: value,
  value,
  status: 'shown',
});

let previewOf: typeof import('../../../src/site/preview/preview.ts').previewOf;
let paint: typeof import('../../../src/site/preview/paint.ts').paint;

const police = { kind: 'department', id: 'police' } as const;
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, said]) => said);

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    programme: [
      { field: 'languages', value: 'zh en' },
      { field: 'name_zh', value: '示例市体验官' },
      { field: 'name_en', value: 'Example officers' },
      { field: 'cutoff', value: '2026-09-30' },
      { field: 'demonstration', value: 'true' },
    ],
    figures: [
      count('police', 'found', 1204),
      count('police', 'confirmed', 35),
      count('police', 'claimed', 10),
      count('police', 'overdue', 7),
    ],
  });
  ({ previewOf } = await import('../../../src/site/preview/preview.ts'));
  ({ paint } = await import('../../../src/site/preview/paint.ts'));
});

describe('the picture that goes along with a page', () => {
  it('says its opening sentence with the figures, up to when, and that the data are invented', () => {
    expect(texts(previewOf(police, 'en', 'Police'))).toEqual([
      'Zhaocha · Example officers',
      'Police: officers found',
      '1,204',
      'problems, of which',
      '35',
      'confirmed fixed by an officer,',
      '10',
      'said fixed, not yet confirmed,',
      '7',
      'overdue.',
      'Data to 30 September 2026 · Demonstration data.',
    ]);
  });

  it('says that nothing was found where nothing was', () => {
    expect(texts(previewOf({ kind: 'department', id: 'fire' }, 'zh', '消防'))).toEqual([
      '找茬 · 示例市体验官',
      '消防：还没有发现问题。',
      '数据截至 2026年9月30日 · 演示数据。',
    ]);
  });

  it('keeps a name within the picture, whatever is in it', () => {
    const hostile = `<b onload="x">&\u0000\ud800 ${'字'.repeat(5000)}`;
    const svg = previewOf(police, 'zh', hostile);
    const [, first = '', second = ''] = texts(svg);
    expect(first).toMatch(/^&lt;b onload=&quot;x&quot;&gt;&amp; 字+$/);
    expect(second).toMatch(/^字{10,20}…$/);
    expect(paint(svg).length).toBeGreaterThan(1000);
  });

  it('is a picture whatever it is made of: one of more colours than a table holds is written with each of them', () => {
    const stops =
      '<stop offset="0" stop-color="#b31c22"/><stop offset=".5" stop-color="#fff"/><stop offset="1" stop-color="#00665a"/>';
    const many = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="9"><linearGradient id="a">${stops}</linearGradient><rect width="600" height="9" fill="url(#a)"/></svg>`;
    const few = many.replace('url(#a)', '#fff');
    const kindOf = (svg: string) => Buffer.from(paint(svg)).subarray(24, 26);
    expect([...kindOf(few)]).toEqual([8, 3]);
    expect([...kindOf(many)]).toEqual([8, 6]);
  });

  it('has the same bytes whenever it is painted, and others for other letters', () => {
    const bytes = (name: string) => Buffer.from(paint(previewOf(police, 'zh', name))).toString('base64');
    expect(bytes('公安局')).toBe(bytes('公安局'));
    // Characters of Traditional Chinese and a rare one of a place, which lie in other files.
    expect(bytes('鄉鎮龘')).not.toBe(bytes('囍囍囍'));
  });
});

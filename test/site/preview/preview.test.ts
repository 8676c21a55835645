import { beforeAll, describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/site/preview/paint.ts';
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
const texts = ({ lines }: Drawing) => lines.map(({ words }) => words);

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
    const drawing = previewOf(police, 'zh', hostile);
    const [, first = '', second = ''] = texts(drawing);
    expect(first.startsWith('<b onload="x">&\u0000\ud800 字字字')).toBe(true);
    expect(second).toMatch(/^字{10,20}…$/);
    expect(paint(drawing).length).toBeGreaterThan(1000);
  });

  it('has the same bytes whenever it is painted, and others for other letters', () => {
    const bytes = (name: string) => Buffer.from(paint(previewOf(police, 'zh', name))).toString('base64');
    expect(bytes('公安局')).toBe(bytes('公安局'));
    // Characters of Traditional Chinese and a rare one of a place, which lie in other files.
    expect(bytes('鄉鎮龘')).not.toBe(bytes('囍囍囍'));
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables } from '../public-tables.ts';

let words: typeof import('../../../src/site/feeds/correction-words.ts');

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    departments: [{ department_id: 'tax', name_zh: '税务局' }],
  });
  words = await import('../../../src/site/feeds/correction-words.ts');
});

describe('a correction in words', () => {
  it('names the column, one that stands in several languages by its name without', () => {
    expect(words.columnWords('title_zh', 'zh').text).toBe('标题');
    expect(words.columnWords('severity', 'en').text).toBe('Severity');
    expect(words.columnWords('department', 'zh').text).toBe('责任部门');
  });

  it('leaves out what explains a column further', () => {
    expect(words.columnWords('due_on', 'en').text).toBe('Deadline');
    expect(words.columnWords('due_on', 'zh').text).toBe('期限');
  });

  it('keeps the name of a column that it does not know', () => {
    expect(words.columnWords('odd', 'zh').text).toBe('odd');
  });

  it('says which event of the finding was corrected', () => {
    expect(words.eventWords('claimed 2025-04-23 (2)', 'en').text).toBe(
      'Department says fixed 2025-04-23 (2)',
    );
    expect(words.eventWords('', 'zh').text).toBe('');
    expect(words.columnWords('note_zh', 'zh').text).not.toBe('note_zh');
    expect(words.valueWords('event', 'reopened', 'zh').text).toBe('复核未通过，退回重改');
  });

  it('gives the name behind an id, marked where it stands in one language only', () => {
    expect(words.valueWords('department', 'tax', 'zh')).toEqual({ text: '税务局', lang: undefined });
    expect(words.valueWords('department', 'tax', 'en')).toEqual({ text: '税务局', lang: 'zh-CN' });
  });

  it('gives the words of a code, and the text of everything else', () => {
    expect(words.valueWords('severity', 'minor', 'zh').text).toBe('轻微');
    expect(words.valueWords('department', 'gone', 'zh').text).toBe('gone');
    expect(words.valueWords('title_zh', '<b>', 'zh')).toEqual({ text: '<b>', lang: undefined });
  });

  it('marks a text that is corrected in another language than that of the page', () => {
    expect(words.valueWords('title_zh', '排队', 'en')).toEqual({ text: '排队', lang: 'zh-CN' });
    expect(words.valueWords('due_on', '2025-09-30', 'en').lang).toBeUndefined();
  });
});

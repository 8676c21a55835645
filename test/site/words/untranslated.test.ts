import { describe, expect, it } from 'vitest';
import { untranslated } from '../../../src/site/words/untranslated.ts';

const chinese = { text: '排队', lang: 'zh-CN' };
const own = { text: 'Queue', lang: undefined };

describe('untranslated', () => {
  it('names the language of what is not in that of the page, once', () => {
    expect(untranslated([own, chinese, chinese], 'en')).toBe('What is in Chinese here is not translated.');
    expect(untranslated([{ text: 'Queue', lang: 'en' }], 'zh')).toBe('这里的英语文字没有译文。');
  });

  it('says nothing where all is in the language of the page, in whatever characters', () => {
    expect(untranslated([own], 'en')).toBe('');
    expect(untranslated([chinese], 'zh-Hant')).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { candidatesFor } from '../../../src/pipeline/check/candidates.ts';

const entry = (id: string, name: string, english: string, short = '') => ({
  id,
  cells: { id, name_zh: name, name_en: english, short_zh: short },
});
const departments = [
  entry('hrss', '人力资源和社会保障局', 'Human Resources and Social Security Bureau', '人社局'),
  entry('healthcare', '医疗保障局', 'Healthcare Security Administration', '医保局'),
  entry('health', '卫生健康委员会', 'Health Commission', '卫健委'),
  entry('police', '公安局', 'Public Security Bureau'),
  entry('housing', '住房和城乡建设局', 'Housing Bureau', '住建局'),
  entry('market', '市场监督管理局', 'Market Regulation Administration'),
  entry('tax', '税务局', 'Tax Service'),
];
const best = (word: string, spellings: { list: string; spelling: string; id: string }[] = []) =>
  candidatesFor(word, departments, spellings, '示例市').map(({ id }) => id)[0];

describe('candidatesFor', () => {
  it.each([
    ['an abbreviation with the city in front', '示例市人社局', 'hrss'],
    ['the long form of an abbreviation, a word left out', '市人力资源社会保障局', 'hrss'],
    ['an abbreviation without its last word', '人社', 'hrss'],
    ['another class of office', '人社厅', 'hrss'],
    ['an older class of office', '卫计委', 'health'],
    ['a wrong character that sounds the same', '工安局', 'police'],
    ['a wrong character that sounds nearly the same', '公按局', 'police'],
    ['an abbreviation that the list does not have', '市场监管局', 'market'],
    ['a part of an office', '公安局交警支队', 'police'],
    ['pinyin', 'shuiwuju', 'tax'],
    ['the beginning of pinyin', 'renli', 'hrss'],
    ['the first letters of pinyin', 'gaj', 'police'],
    ['a slip in English', 'Heathcare Security', 'healthcare'],
    ['full-width letters and blanks', '　税 务', 'tax'],
  ])('knows %s: %s', (_, word, expected) => {
    expect(best(word)).toBe(expected);
  });

  it('has nothing to offer for a name like none', () => {
    expect(best('总工会')).toBeUndefined();
    expect(best('?')).toBeUndefined();
  });

  it('learns from spellings that were decided before', () => {
    expect(best('社保中心窗口')).not.toBe('hrss');
    expect(best('社保中心窗口', [{ list: 'departments', spelling: '社保中心', id: 'hrss' }])).toBe('hrss');
  });

  it('offers three at most, likest first, in an order that never changes', () => {
    const many = Array.from({ length: 9 }, (_, place) => entry(`d${place}`, `第${place}办事处`, ''));
    expect(candidatesFor('办事处', many, [], '').map(({ id }) => id)).toEqual(['d0', 'd1', 'd2']);
  });
});

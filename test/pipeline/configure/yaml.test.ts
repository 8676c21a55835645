import type { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/model/problem.ts';
import { parseYaml } from '../../../src/pipeline/configure/yaml.ts';
import { layoutSettings } from '../../../src/model/layout.ts';
import { programmeSchema } from '../../../src/pipeline/configure/references.ts';
import { settingsText } from '../small-programme.ts';

/** Every mistake of a settings file, in English: where, what, mend. */
function mistakes(text: string, schema: z.ZodType = programmeSchema()): string[] {
  return parseYaml('programme.yaml', text, schema).problems.map((problem) => {
    const { where, what, mend } = problemText(problem, 'en');
    return `${where.replace('programme.yaml, ', '')}: ${what}; ${mend}`;
  });
}

/** The line on which a key of the usual settings stands. */
function lineOf(key: string, text: string): number {
  return text.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 1;
}

describe('parseYaml', () => {
  it('takes settings that are right', () => {
    const { content, problems } = parseYaml('programme.yaml', settingsText(), programmeSchema());
    expect(problems).toEqual([]);
    expect(content).toMatchObject({ period: 'quarter', deadlines: { serious: 3 }, cutoff: '2025-06-30' });
  });

  it.each([
    {
      description: 'an unknown key',
      change: { deadline: '{ serious: 3 }' },
      key: 'deadline',
      expected: 'character 1: unknown setting “deadline”; did you mean deadlines, earlier_deadlines?',
    },
    {
      description: 'an unknown key inside a group',
      change: { thresholds: '{ small_unit_bas: 3 }' },
      key: 'thresholds',
      expected: 'character 15: unknown setting “small_unit_bas”; did you mean small_unit_base?',
    },
    {
      description: 'a word that is not one of those allowed',
      change: { period: 'quater' },
      key: 'period',
      expected: 'character 9: period cannot be “quater”; did you mean quarter?',
    },
    {
      description: 'a word like none of those allowed',
      change: { calendar: 'lunar' },
      key: 'calendar',
      expected: 'character 11: calendar cannot be “lunar”; it may be: china, own, none',
    },
    {
      description: 'a problem that cannot be tolerated',
      change: { tolerate: '[formula-in-cell, bad-date]' },
      key: 'tolerate',
      expected:
        'character 29: tolerate.1 cannot be “bad-date”; it may be: event-before-found, formula-in-cell, markup-in-cell, vanished-finding, published-finding-gone, published-step-gone',
    },
    {
      description: 'a text where a number belongs',
      change: { deadlines: '{ serious: three, ordinary: 5, minor: 10 }' },
      key: 'deadlines',
      expected: 'character 23: deadlines.serious should be a number; it is “three” now',
    },
    {
      description: 'half a day',
      change: { deadlines: '{ serious: 3.5, ordinary: 5, minor: 10 }' },
      key: 'deadlines',
      expected: 'character 23: deadlines.serious should be a whole number; it is “3.5” now',
    },
    {
      description: 'a number too small',
      change: { deadlines: '{ serious: 0, ordinary: 5, minor: 10 }' },
      key: 'deadlines',
      expected:
        'character 23: deadlines.serious is too small; at least 1: serious: working days after it was sent',
    },
    {
      description: 'a threshold that would protect nobody',
      change: { thresholds: '{ smallest_published_base: 1 }' },
      key: 'thresholds',
      expected:
        'character 40: thresholds.smallest_published_base is too small; at least 3: Fewer than ten people could be recognised, and prove little. The rule of the GP Patient Survey and of most statistical offices.',
    },
    {
      description: 'a number too large',
      change: { thresholds: '{ smallest_published_base: 5000 }' },
      key: 'thresholds',
      expected: 'character 40: thresholds.smallest_published_base is too large; at most 1000',
    },
    {
      description: 'a date that is none',
      change: { next_update: '2025-02-29' },
      key: 'next_update',
      expected: 'character 14: next_update is not right: “2025-02-29”; next update',
    },
    {
      description: 'a cut-off that is none',
      change: { cutoff: 'yesterday' },
      key: 'cutoff',
      expected:
        'character 9: cutoff is not right: “yesterday”; latest for the latest date in the drops, or a date as 2026-09-30, or 2026-09-30T17:00:00',
    },
    {
      description: 'a cut-off in a time zone of its own',
      change: { cutoff: '2025-06-30T12:00:00Z' },
      key: 'cutoff',
      expected:
        'character 9: cutoff is not right: “2025-06-30T12:00:00Z”; latest for the latest date in the drops, or a date as 2026-09-30, or 2026-09-30T17:00:00',
    },
    {
      description: 'a time zone that is none',
      change: { time_zone: 'China' },
      key: 'time_zone',
      expected: 'character 12: time_zone is not right: “China”; time zone, as Asia/Shanghai',
    },
    {
      description: 'an address that a browser would run',
      change: { corrections: 'javascript:alert(1)' },
      key: 'corrections',
      expected: 'character 14: corrections is not right: “javascript:alert(1)”; where corrections are sent',
    },
    {
      description: 'a language twice',
      change: { languages: '[zh, en, zh]' },
      key: 'languages',
      expected: 'character 21: the language zh stands there twice; keep one of them',
    },
    {
      description: 'a language in other letters',
      change: { languages: '[zh, en, zh-hant]' },
      key: 'languages',
      expected: 'character 21: languages.2 cannot be “zh-hant”; did you mean zh-Hant, zh?',
    },
    {
      description: 'a language in which the site has no words',
      change: { languages: '[zh, fr]' },
      key: 'languages',
      expected: 'character 17: languages.1 cannot be “fr”; it may be: zh, zh-Hant, en',
    },
    {
      description: 'an address of the site with a path',
      change: { site: 'https://x.gov.cn/zhaocha' },
      key: 'site',
      expected:
        'character 7: site cannot have a path: the pages link from the root of their host (https://x.gov.cn/zhaocha); write https://x.gov.cn/; where the root is taken use a subdomain',
    },
    {
      description: 'a text in a language that the programme does not have',
      change: { city: '{ zh: 小市, fr: Petiteville }' },
      key: 'city',
      expected: 'character 17: unknown setting “fr”; it may be: zh, en',
    },
    {
      description: 'a text without the main language',
      change: { city: '{ en: Small City }' },
      key: 'city',
      expected: 'character 7: city lacks the main language; add zh',
    },
    {
      description: 'a name of those who look with the sign of a place in a sentence',
      change: { officers: '{ zh: "{人员}", en: inspector }' },
      key: 'officers',
      expected:
        'character 17: officers.zh is not right: “{人员}”; a noun in Chinese, of letters alone, as 检查人员',
    },
    {
      description: 'a name of those who look in one of two languages',
      change: { officers: '{ zh: 检查人员 }' },
      key: 'officers',
      expected: 'character 11: officers lacks en; add en',
    },
    {
      description: 'a name of those who look in a language without words of our own',
      change: { officers: '{ zh: 检查人员, en: inspector, fr: inspecteur }' },
      key: 'officers',
      expected: 'character 38: unknown setting “fr”; it may be: zh, en',
    },
    {
      description: 'working days without a calendar',
      change: { calendar: 'none' },
      key: 'deadlines',
      expected:
        'character 12: without a calendar working days cannot be counted; write calendar: china or own, or take deadlines out',
    },
  ])('names line, column and mend of $description', ({ change, key, expected }) => {
    const text = settingsText(change);
    expect(mistakes(text)).toEqual([`row ${lineOf(key, text)}, ${expected}`]);
  });

  it('says that a setting is missing, whatever its kind', () => {
    const text = settingsText({ period: null, languages: null, name: null });
    expect(mistakes(text)).toEqual([
      'row 1, character 1: name is missing; add it',
      'row 1, character 1: languages is missing; add it',
      'row 1, character 1: period is missing; add it',
    ]);
  });

  it('names every mistake, not only the first', () => {
    expect(mistakes(settingsText({ period: 'year', contact: 'nobody', colour: 'red' }))).toHaveLength(3);
  });

  it.each([
    {
      description: 'a tab for a blank',
      text: 'name:\n\tzh: x\n',
      expected: 'row 2, character 1: a tab stands at the beginning of the line; indent with spaces only',
    },
    {
      description: 'no space after a colon',
      text: 'name: x\nperiod:quarter\ncity: y\n',
      expected: 'row 2, character 1: a colon is missing, or the space after it; write “name: content”',
    },
    {
      description: 'no space after a colon in the last line',
      text: 'name: x\nperiod:quarter\n',
      expected: 'row 2, character 1: a colon is missing, or the space after it; write “name: content”',
    },
    {
      description: 'no colon',
      text: 'name: x\nperiod quarter\ncity: y\n',
      expected: 'row 2, character 1: a colon is missing, or the space after it; write “name: content”',
    },
    {
      description: 'a Chinese colon',
      text: 'name: x\nperiod：quarter\ncity: y\n',
      expected: 'row 2, character 1: a colon is missing, or the space after it; write “name: content”',
    },
    {
      description: 'a quote that is not closed, where it begins',
      text: 'name: x\ncity: "y\nperiod: quarter\n',
      expected: 'row 2, character 7: the quote that begins here is not closed; close it with the same quote',
    },
    {
      description: 'a key twice',
      text: 'period: month\nname: x\nperiod: quarter\n',
      expected: 'row 3, character 1: this setting stands there more than once; keep one of them',
    },
    {
      description: 'a bracket that is not closed',
      text: 'name: [zh, en\nperiod: month\n',
      expected: 'row 2, character 1: a { or [ above is not closed; close it with } or ]',
    },
    {
      description: 'lines that are not aligned',
      text: 'name:\n  zh: x\n en: y\n',
      expected: 'row 3, character 1: this line is not aligned with the others; give all lines of a level',
    },
    {
      description: 'a line that is indented too far, which is told once',
      text: 'name: x\n  city: y\n',
      expected:
        'row 1, character 7: the content holds a colon and a space, or the next line is indented too far; put the content in quotes',
    },
    {
      description: 'a Chinese comma in braces',
      text: 'name: { zh: x，en: y }\n',
      expected: 'row 1, character 13: a comma is missing within { }; put a plain comma',
    },
    {
      description: 'a sign in front',
      text: 'name: @x\n',
      expected: 'row 1, character 7: a content cannot begin with this sign; put the content in quotes',
    },
    {
      description: 'a path of Windows in double quotes',
      text: 'name: "C:\\data"\n',
      expected: 'row 1, character 10: a backslash within double quotes means something else; use single',
    },
    {
      description: 'an alias that points nowhere',
      text: 'city: y\nname: *nowhere\n',
      expected:
        'row 2, character 7: content that begins with * is a reference, and nothing has that name; put',
    },
    {
      description: 'what is no usual mistake, in the words of the library',
      text: 'name: x\n---\nname: y\n',
      expected: 'row 2, character 1: this is not YAML; compare it with the lines around it (Source contains',
    },
    {
      description: 'aliases that grow without end',
      text: `a: &a [x, x, x, x, x, x, x, x, x]\n${'abcdefgh'
        .split('')
        .slice(1)
        .map(
          (key, place) =>
            `${key}: &${key} [*${'abcdefgh'.charAt(place)}${`, *${'abcdefgh'.charAt(place)}`.repeat(8)}]\n`,
        )
        .join('')}`,
      expected: 'row 1, character 1: this is not YAML; compare it with the lines around it (Excessive alias',
    },
  ])('says that $description cannot be read, and where', ({ text, expected }) => {
    const [found, ...more] = mistakes(text);
    expect(found?.slice(0, expected.length)).toBe(expected);
    expect(more).toEqual([]);
  });

  it('says it in Chinese without words of the library', () => {
    const [problem] = parseYaml('programme.yaml', 'name:\n\tzh: x\n', programmeSchema()).problems;
    expect(problem && problemText(problem, 'zh')).toEqual({
      where: 'programme.yaml，第 2 行，第 1 个字',
      what: '行首用了制表符（Tab）',
      mend: '缩进只用空格，每一级两个',
    });
  });

  it.each(['', '# nothing but a remark\n', 'just words', '- a\n- b\n', '42'])(
    'says that %j is no group of settings',
    (text) => {
      const [only, ...more] = mistakes(text);
      expect(more).toEqual([]);
      expect(only).toBe(
        'row 1, character 1: the whole file should be a group of “name: content”; write a setting in each line, as period: quarter',
      );
    },
  );

  it('names the nearest word inside a list of groups', () => {
    const text =
      'name: x\ngives: findings\nrecognise: [A]\ncolumns: {}\nevents:\n  - { event: clamied, on: B }\n  - { event: sent, onn: C }\n';
    expect(mistakes(text, layoutSettings)).toEqual([
      'row 6, character 14: events.0.event cannot be “clamied”; did you mean claimed?',
      expect.stringMatching(/^row 7, character 5: events\.1\.on is missing/),
      expect.stringMatching(/^row 7, character 20: unknown setting “onn”; did you mean on/),
    ]);
  });

  it('names the nearest word inside lists that have names of their own', () => {
    const text =
      'name: x\ngives: responses\nrecognise: [A]\nscales:\n  ease:\n    - { idd: easy, name: { zh: 容易 } }\n';
    expect(mistakes(text, layoutSettings)).toEqual([
      expect.stringMatching(/^row 6, character 7: scales\.ease\.0\.id is missing/),
      'row 6, character 9: unknown setting “idd”; did you mean id?',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { measures } from '../../../src/model/measure.ts';
import { methodRules } from '../../../src/model/method-rule.ts';
import { rules } from '../../../src/model/rule.ts';
import { declarationRows, specialDayRows } from '../../../src/pipeline/publish/lists.ts';
import { smallSettings } from '../small-settings.ts';

const { programme } = smallSettings();
const { rules: rows } = declarationRows(programme, () => '');

describe('the table of the numbers that we chose', () => {
  it('has those that a programme may set, as it set them, and those of our methods', () => {
    expect(rows.map(({ rule }) => rule)).toEqual([
      ...Object.keys(rules),
      ...methodRules.map(({ rule }) => rule),
    ]);
    const close = rows.find(({ rule }) => rule === 'days_before_survey_closes');
    expect(close).toMatchObject({ value: 0, name_zh: '问卷截收天数' });
    expect(new Set(rows.map(({ rule }) => rule)).size).toBe(rows.length);
  });

  it('says why of each, in both languages', () => {
    for (const row of rows) {
      expect(row['reason_zh'], String(row['rule'])).toMatch(/^\S.*。$/);
      expect(row['reason_en'], String(row['rule'])).toMatch(/^[A-Z].*\.$/);
    }
  });

  it.each([
    ['longest_wait', / 60 days/],
    ['smallest_charted_mean', /under 2 a period/],
    ['fewest_charted_periods', /under 6 periods/],
    ['large_base', /mean base of 1000/],
    ['fewest_tested_periods', /fewer than 8 completed periods/],
    ['widened_from', /design effect is above 1\.5/],
    ['compared_beyond', /99\.8 %/],
    ['confidence', /95 %/],
    ['largest_weight', /more than five times the mean/],
    ['near_ceiling', /below ten per cent/],
  ])('has %s, which the words of the measures name', (rule, words) => {
    expect(methodRules.map((one) => one.rule)).toContain(rule);
    const said = measures.flatMap(({ definition, method, hidden }) => [definition.en, method.en, hidden.en]);
    expect(said.some((text) => words.test(text))).toBe(true);
  });
});

describe('a language in which we have no words', () => {
  it('has none in the tables where another of the programme has them: nobody takes English for Uyghur', () => {
    const [row] = declarationRows({ ...programme, languages: ['ug' as 'zh', 'zh'] }, () => '').measures;
    expect(row).toMatchObject({ name_ug: '', name_zh: '发现' });
  });
});

describe('the table of days that are not what their weekday says', () => {
  it('says which are worked, and for which holiday, in the languages of the programme', () => {
    const occasion = { zh: '国庆节', en: 'National Day' };
    const specialDays = [{ day: '2025-09-28', working: true, occasion }];
    expect(specialDayRows({ specialDays }, ['zh', 'en'])).toEqual([
      { day: '2025-09-28', working: true, occasion_zh: '国庆节', occasion_en: 'National Day' },
    ]);
  });
});

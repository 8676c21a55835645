import { describe, expect, it } from 'vitest';
import { fitChoices } from '../../../../src/pipeline/recognise/propose/fit-choices.ts';
import { formSheet, readForm } from '../../../../src/pipeline/recognise/propose/xlsform.ts';

describe('readForm', () => {
  it('reads questions and lists of answers, with labels by language however the column names it', () => {
    const form = readForm([
      {
        header: ['type', 'name', 'label::English (en)', 'label::中文', 'hint'],
        rows: [
          ['begin_group', 'A', '', '', ''],
          ['select_one yes_no', 'car', 'A  car?', '有车吗？', 'x'],
          ['select_multiple tools or_other', 'tools', 'Tools', '', ''],
          ['', '', '', '', ''],
        ],
      },
      {
        header: ['list name', 'name', 'label'],
        rows: [
          ['yes_no', 'yes', 'Yes'],
          ['yes_no', 'no', 'No'],
        ],
      },
    ]);
    expect(form?.questions).toEqual([
      { name: 'A', type: 'begin_group', list: '', labels: {} },
      { name: 'car', type: 'select_one', list: 'yes_no', labels: { en: 'A car?', zh: '有车吗?' } },
      { name: 'tools', type: 'select_multiple', list: 'tools', labels: { en: 'Tools' } },
    ]);
    expect(form?.choices.get('yes_no')).toEqual([
      { name: 'yes', labels: { '': 'Yes' } },
      { name: 'no', labels: { '': 'No' } },
    ]);
  });

  it.each([
    [['type', 'name', 'label::English'], 'survey'],
    [['list_name', 'name', 'label'], 'choices'],
    [['list_name', 'name'], null],
    [['finding_id', 'title_zh'], null],
    [['type', 'name', 'amount'], null],
  ])('tells %j as %s', (header, expected) => {
    expect(formSheet(header)).toBe(expected);
  });
});

describe('fitChoices', () => {
  const choices = [
    { id: 'a', name: { en: 'lower juba' } },
    { id: 'not-functional', name: { en: 'Not functional' } },
  ];

  it('notes other ways to write an answer, and whether something is none of them', () => {
    expect(fitChoices(choices, ['lower_juba', 'Lower Juba'], 'single')).toEqual({
      choices: [{ ...choices[0], is: ['lower_juba'] }, choices[1]],
      hasOthers: false,
    });
    expect(fitChoices(choices, ['not.functional strange', 'a'], 'multiple')).toEqual({
      choices: [choices[0], { ...choices[1], is: ['not.functional'] }],
      hasOthers: true,
    });
  });
});

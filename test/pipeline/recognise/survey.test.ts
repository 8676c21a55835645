import { describe, expect, it } from 'vitest';
import { problemText } from '../../../src/model/problem.ts';
import { recognise } from '../../../src/pipeline/recognise/recognise.ts';
import { smallSettings } from '../small-settings.ts';

/** An export of 腾讯问卷 with the questions of the small programme. */
const head = [
  [
    '编号',
    '开始答题时间',
    '结束答题时间',
    'IP',
    '1.满意吗？',
    '2.几趟?',
    '3.哪些麻烦？:排队久',
    '3.哪些麻烦？:其他',
    '4.办理部门',
    '5.还想说',
  ],
  ['1', '2025-03-01 09:00:00', '2025-03-01 09:05:00', '1.2.3.4', '满意', '一趟', '排队久', '', '公安局', ''],
];

describe('recognise, a survey tool’s export whose questions are known', () => {
  it('needs no layout: questions by their wording, answers by their names, dimensions by the column’s name', () => {
    const { recognised, problems } = recognise({ file: 'a.csv', head }, smallSettings());
    expect(problems).toEqual([]);
    expect(recognised).toMatchObject({ layout: 'tencent', kind: 'responses', headerRows: [1], firstRow: 2 });
    expect([...(recognised?.columns ?? [])].sort()).toEqual([
      ['department', 8],
      ['response_id', 0],
      ['submitted_on', 2],
    ]);
    expect([...(recognised?.answers ?? [])]).toEqual([
      ['overall', { cells: [4], options: [] }],
      ['trips', { cells: [5], options: [] }],
      ['comment', { cells: [9], options: [] }],
      [
        'troubles',
        {
          cells: [],
          options: [
            { choice: 'queue', column: 6 },
            { choice: 'other', column: 7 },
          ],
        },
      ],
    ]);
    expect(recognised?.personal).toEqual(['IP']);
    expect(recognised?.description?.id_prefix).toBe('s-');
  });

  it('asks for a description where a question or an answer is unknown, and names it', () => {
    const strange = head.map((row, position) => [
      ...row.map((cell) => cell.replace('排队久', '人太多')),
      position === 0 ? '6.喜欢什么颜色？' : '红',
    ]);
    const { recognised, problems } = recognise({ file: 'a.csv', head: strange }, smallSettings());
    expect(recognised).toBeNull();
    const [problem] = problems;
    expect(problem && problemText(problem, 'zh')).toEqual({
      where: 'a.csv，第 1 行',
      what: '这是腾讯问卷的导出，有 2 道题不认识，如“哪些麻烦? › 人太多”、“喜欢什么颜色?”',
      mend: '运行 npm run describe -- "data/drops/a.csv"，它会起草版式和题目，供你核对',
    });
  });

  it('keeps a space between the Latin name of a tool and the Chinese around it', () => {
    const google = [
      ['Timestamp', '您满意吗？'],
      ['5/3/2025 10:00:00', '满意'],
    ];
    const [problem] = recognise({ file: 'a.csv', head: google }, smallSettings()).problems;
    expect(problem && problemText(problem, 'zh').what).toMatch(/^这是 Google 表单的导出，/);
  });

  it('does not take the first question of one survey for that of another because both are number one', () => {
    const settings = smallSettings();
    const [first, ...others] = settings.questions;
    const questions = [...(first === undefined ? [] : [{ ...first, id: 'q1' }]), ...others];
    const other = head.map((row) => row.map((cell) => cell.replace('1.满意吗？', '1.您来过几次？')));
    const { recognised, problems } = recognise({ file: 'a.csv', head: other }, { ...settings, questions });
    expect(recognised).toBeNull();
    expect(problems.map(({ code }) => code)).toEqual(['unknown-survey']);
  });

  it('does not take numbers of options for answers', () => {
    const coded = [
      ['序号', '提交答卷时间', '1、几趟？'],
      ['1', '', '2'],
    ];
    expect(recognise({ file: 'a.csv', head: coded }, smallSettings()).problems).toMatchObject([
      { code: 'unknown-survey' },
    ]);
  });

  it('passes over the definition of a form, which is no data', () => {
    const form = [
      ['type', 'name', 'label::English (en)'],
      ['select_one yes_no', 'car', 'A car?'],
    ];
    expect(recognise({ file: 'form.xlsx › survey', head: form }, smallSettings())).toEqual({
      recognised: null,
      problems: [{ code: 'form-definition', file: 'form.xlsx › survey' }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { fileNameProblems } from '../../../src/pipeline/check/file-name.ts';
import { runSmall } from '../small-programme.ts';
import { smallSettings } from '../small-settings.ts';

/** Who is found in the name of a file, veiled. */
const found = (file: string) => fileNameProblems(file, smallSettings()).map(({ value }) => value);

describe('the name of a drop', () => {
  it.each([
    ['投诉_张女士_13800138000.xlsx', ['投诉 【张】女士 【138****】']],
    ['导出.zip › 联系人_李建国.csv', ['联系人 【李**】']],
    ['2025.xlsx › 王先生', ['【王】先生']],
    ['li.lei@example.com.csv', ['【li.****】']],
  ])('%s is refused', (file, expected) => {
    expect(found(file)).toEqual(expected);
  });

  it.each([
    'findings-2025.csv',
    'survey@2025.csv',
    '123456789_按文本_体验官问卷_35_35.xlsx',
    '2025-03-01 09.00 - 2025-03-31 17.00.csv',
    '20250301-20250331_政务服务中心.zip › 2025年3月1日.csv',
    'export_1740787200.tsv.gz',
    'a@example.org.csv',
  ])('%s is passed over', (file) => {
    expect(found(file)).toEqual([]);
  });

  it('stops the build, for it would be published with what became of the rows', async () => {
    const file = '王先生的表.csv';
    const text = 'finding_id,kind,found_on,title_zh,department\nF1,problem,2025-04-21,等候太久,police\n';
    const { problems, outcome } = await runSmall({ [`drops/${file}`]: text });
    expect(problems).toEqual([
      {
        code: 'personal-file-name',
        file,
        value: '【王】先生的表',
        detail: { zh: '姓名', en: 'name' },
      },
    ]);
    expect(outcome).toMatchObject({ fatal: true, published: false });
  });
});

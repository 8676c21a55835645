import { describe, expect, it } from 'vitest';
import { published, type TableName } from '../../../src/model/published.ts';
import { runSmall } from '../small-programme.ts';

/*
 * Whatever the people of a withheld unit answered, and however many they were, the public tables are the same, byte for
 * byte: so no rate, mean, interval, rank, order of rows or anything that is made of the tables can depend on it.
 */

/** So many people of a department, with the grades they gave. */
type Crowd = readonly [department: string, grades: readonly number[]];

const times = (count: number, ...grades: readonly number[]) =>
  Array.from({ length: count }, (_, place) => grades[place % grades.length] ?? 1);

/** The public tables of a small programme, but for the hash of the drop itself. */
async function tablesOf(crowds: readonly Crowd[]): Promise<Record<string, string>> {
  const rows = crowds.flatMap(([department, grades]) => grades.map((grade) => ({ department, grade })));
  const answers = rows.map(
    ({ department, grade }, place) =>
      `R${place},2025-02-03,${department},onsite,active,${grade},${grade * 2}`,
  );
  const result = await runSmall({
    'drops/1.csv': `response_id,submitted_on,department,channel,origin,overall,recommend\n${answers.join('\n')}\n`,
    'lookup/questions.csv':
      'id,survey,kind,name_zh,name_en,scale\noverall,s,grade,满意吗,How satisfied,grade\nrecommend,s,score,推荐吗,Would you recommend,\n',
    'lookup/choices.csv':
      'scale,id,name_zh,name_en\ngrade,1,非常满意,A\ngrade,2,满意,B\ngrade,3,基本满意,C\ngrade,4,不满意,D\ngrade,5,非常不满意,E\n',
  });
  if (!result.outcome.published) throw new Error(JSON.stringify(result.problems));
  const names = Object.keys(published) as TableName[];
  const entries = await Promise.all(names.map(async (name) => [name, await result.text(name)] as const));
  return Object.fromEntries(entries.map(([name, text]) => [name, text.replaceAll(/\b[0-9a-f]{64}\b/g, '')]));
}

const crowds = (police: readonly number[], hrss: readonly number[]): Crowd[] => [
  ['police', police],
  ['hrss', hrss],
  ['tax', times(300, 1, 2, 3, 4, 5)],
];

const usual = crowds(times(3, 1), [...times(3, 2), ...times(9, 1, 3, 4)]);

describe('what is withheld', () => {
  it.each([
    ['another answer', crowds(times(3, 2), [...times(3, 1), ...times(9, 1, 3, 4)])],
    ['other people', crowds([1, 1, 1, 2], [...times(2, 2), ...times(9, 1, 3, 4)])],
  ])('changes nothing that is published: %s', async (_, others) => {
    const [one, other] = [await tablesOf(usual), await tablesOf(others)];
    expect(one['figures']).toContain('department,police,all,responses,,,,,,,withheld');
    expect(one['figures']).toContain('department,hrss,all,responses,,,,,,,withheld');
    expect(other).toEqual(one);
  });

  it('but what is shown does', async () => {
    const other = crowds(times(3, 1), [...times(3, 1), ...times(9, 1, 3, 4)]);
    expect(await tablesOf(other)).not.toEqual(await tablesOf(usual));
  });
});

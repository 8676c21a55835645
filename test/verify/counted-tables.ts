import { rm } from 'node:fs/promises';
import { expect } from 'vitest';
import { published, type TableName } from '../../src/model/published.ts';
import { rowsOf, type PublicTables } from '../../src/verify/read-table.ts';
import { runFolder, settingsText, writeProgramme } from '../pipeline/small-programme.ts';

const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Three years of findings of two departments, a survey in two channels, a population and a ranking: something of every kind. */
function files(): Readonly<Record<string, string>> {
  const findings = Array.from({ length: 150 }, (_, place) => ({
    id: `F-${String(place).padStart(3, '0')}`,
    found: later('2022-07-04', place * 7 - (place % 3)),
    department: place % 4 === 0 ? 'tax' : 'police',
    channel: place % 2 === 0 ? 'online' : 'onsite',
  }));
  const events = findings.flatMap(({ id, found, department }, place) => [
    `${id},sent,${later(found, 1)}`,
    ...(place % 9 === 8
      ? []
      : [`${id},claimed,${later(found, (department === 'tax' ? 20 : 4) + (place % 3))}`]),
    ...(place % 9 === 8 || place > 140 ? [] : [`${id},confirmed,${later(found, 26 + (place % 5))}`]),
  ]);
  const answers = Array.from({ length: 160 }, (_, place) =>
    [
      `R${place}`,
      '2025-05-02',
      'police',
      place % 4 === 0 ? 'online' : 'onsite',
      'active',
      (place % 4 === 0 ? place % 5 : place % 3) + 1,
      ['good', 'fair', 'bad'][place % 3],
    ].join(','),
  );
  return {
    'programme.yaml': settingsText({ ranking: 'bands' }),
    'drops/1.csv': `finding_id,kind,found_on,title_zh,department,channel,severity\n${findings.map((one) => `${one.id},problem,${one.found},窗口没有人,${one.department},${one.channel},ordinary\n`).join('')}`,
    'drops/2.csv': `finding_id,event,on\n${events.join('\n')}\n`,
    'drops/3.csv': `response_id,submitted_on,department,channel,origin,overall,care\n${answers.join('\n')}\n`,
    'lookup/margins.csv': 'dimension,category,population\nchannel,online,600\nchannel,onsite,400\n',
    'lookup/choices.csv':
      'scale,id,name_zh,name_en,counts\ngrade,1,非常满意,A,\ngrade,2,满意,B,\ngrade,3,基本满意,C,\ngrade,4,不满意,D,\ngrade,5,非常不满意,E,\ncare,good,好,Good,favourable\ncare,fair,一般,Fair,\ncare,bad,差,Bad,unfavourable\n',
    'lookup/questions.csv':
      'id,survey,kind,name_zh,name_en,scale\noverall,s,grade,满意吗,How satisfied,grade\ncare,s,scale,照顾得好吗,Well cared for,care\n',
  };
}

/** The public tables of a programme that has something of every kind of number. */
export async function countedTables(): Promise<PublicTables> {
  const folder = await writeProgramme(files());
  try {
    const { outcome, text } = await runFolder(folder);
    expect(outcome.problems.filter(({ code }) => code !== 'due-date-differs')).toEqual([]);
    expect(outcome.published).toBe(true);
    const entries = await Promise.all(
      (Object.keys(published) as TableName[]).map(
        async (name) => [name, rowsOf(new TextEncoder().encode(await text(name)))] as const,
      ),
    );
    return Object.fromEntries(entries) as unknown as PublicTables;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

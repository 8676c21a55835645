import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { everyProblem } from '../../src/pipeline/every-problem.ts';
import { runApart } from '../../src/pipeline/apart/run-apart.ts';
import { writeProgramme } from './small-programme.ts';

it('a run tells every problem, also those that are too many to be held, whatever another run of the programme found meanwhile', async () => {
  const late = Array.from({ length: 300 }, (_, row) => `F1,replied,2025-12-01,第${row}次`);
  const data = await writeProgramme({
    'drops/1.csv':
      'finding_id,kind,found_on,title_zh,department,severity\nF1,problem,2025-04-21,等候,police,minor\n',
    'drops/2.csv': `${['finding_id,event,on,note_zh', ...late].join('\n')}\n`,
  });
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  const options = { data, cache: join(data, 'cache'), tables: null, version: '0' };
  const ours = await runApart(options);
  const other = await runApart({ ...options, cutoff: '2026-01-31' });
  const lateRows = async (outcome: typeof ours) => {
    const rows = [];
    for await (const { code, row } of everyProblem(outcome)) if (code === 'after-cutoff') rows.push(row);
    return rows;
  };
  expect(await lateRows(ours)).toEqual(late.map((_, place) => place + 2));
  expect(await lateRows(other)).toEqual([]);
});

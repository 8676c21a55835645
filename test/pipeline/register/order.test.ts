import { rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runFolder, settingsText, writeProgramme } from '../small-programme.ts';
import { fc } from '../../seeded-checks.ts';

/** One line of a drop: a finding, or an event of one. */
interface Line {
  readonly key: string;
  readonly cells: readonly string[];
}

const ids = ['F1', 'F2', 'F3', 'F4'];
const day = fc.integer({ min: 1, max: 20 }).map((number) => `2025-05-${String(number).padStart(2, '0')}`);

const findingLine = fc
  .tuple(fc.constantFrom(...ids), fc.constantFrom('等候', '指南', '系统'), fc.constantFrom('police', 'tax'))
  .map(([id, title, department]): Line => ({
    key: id,
    cells: [id, 'problem', '2025-04-21', title, department],
  }));
const eventLine = fc
  .tuple(
    fc.constantFrom(...ids),
    fc.constantFrom('sent', 'claimed', 'reopened'),
    day,
    fc.constantFrom('甲', '乙'),
  )
  .map(([id, event, on, note]): Line => ({ key: `${id} ${event} ${on}`, cells: [id, event, on, note] }));

/** A drop gives a thing once; which columns it has differs from drop to drop. */
const distinct = { selector: (line: Line) => line.key, maxLength: 4 };
const drop = fc.oneof(
  fc
    .uniqueArray(findingLine, distinct)
    .map((lines) => ({ columns: 'finding_id,kind,found_on,title_zh,department', lines })),
  fc.uniqueArray(eventLine, distinct).map((lines) => ({ columns: 'finding_id,event,on,note_zh', lines })),
  fc.uniqueArray(eventLine, distinct).map((lines) => ({
    columns: 'finding_id,event,on',
    lines: lines.map((line) => ({ ...line, cells: line.cells.slice(0, 3) })),
  })),
);

/** Every finding is there from the beginning. */
const base = `finding_id,kind,found_on,title_zh,department\n${ids.map((id) => `${id},problem,2025-04-20,起初,police\n`).join('')}`;
const tables = ['findings', 'finding_events', 'figures', 'changes'] as const;

/** The tables of a programme whose drops are written in this order and lie on the disk with these times. */
async function published(drops: readonly (readonly [string, string])[]): Promise<string[]> {
  const files = Object.fromEntries(drops.map(([name, text]) => [`drops/${name}`, text]));
  const folder = await writeProgramme({ 'programme.yaml': settingsText({ deadlines: null }), ...files });
  try {
    for (const [place, [name]] of drops.entries())
      await utimes(join(folder, 'drops', name), place * 1000, place * 1000);
    const result = await runFolder(folder);
    expect(
      result.problems.filter(({ code }) => !['repeated-row', 'rows-given-again'].includes(code)),
    ).toEqual([]);
    return await Promise.all(tables.map((table) => result.text(table)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the register', () => {
  it('does not depend on the order of drops on the disk, nor on that of rows within a drop', async () => {
    const drops = fc.array(drop, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(drops, fc.infiniteStream(fc.nat()), async (given, random) => {
        const shuffled = <Item>(list: readonly Item[]): Item[] =>
          list
            .map((item) => ({ item, at: random.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const written = (order: (lines: readonly Line[]) => readonly Line[]) => [
          ['0.csv', base] as const,
          ...given
            .filter(({ lines }) => lines.length > 0)
            .map(({ columns, lines }, place) => {
              const rows = order(lines).map(({ cells }) => `${cells.join(',')}\n`);
              return [`${place + 1}0.csv`, `${columns}\n${rows.join('')}`] as const;
            }),
        ];
        const one = await published(written((lines) => lines));
        const other = await published(shuffled(written(shuffled)));
        expect(other).toEqual(one);
      }),
      { numRuns: 8 },
    );
  });

  it('takes a drop that comes late in its place by name, as if it had been there from the first', async () => {
    const correction = 'finding_id,kind,found_on,title_zh,department\nF1,problem,2025-04-20,更正,tax\n';
    const later = 'finding_id,kind,found_on,title_zh,department\nF1,problem,2025-04-20,最后,police\n';
    const inTime = await published([
      ['2025-1.csv', base],
      ['2025-9.csv', correction],
      ['2025-10.csv', later],
    ]);
    const late = await published([
      ['2025-1.csv', base],
      ['2025-10.csv', later],
      ['2025-9.csv', correction],
    ]);
    expect(late).toEqual(inTime);
    expect(inTime[0]).toContain('最后');
  });
});

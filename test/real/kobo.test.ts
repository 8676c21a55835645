import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layoutSettings, type Layout } from '../../src/model/layout.ts';
import { describeFile } from '../../src/pipeline/describe.ts';
import { balance, checkedRecords, type CheckedRecords } from './checked-records.ts';
import { checkFigure, hasSharedData, programmeWith, sharedFile } from './shared-data.ts';

const set = 'kobo-impact-hypegrammaR/tests/testthat/test_data/example1';

/** Proposes a layout for the only drop of a programme, with its XLSForm, and puts it where layouts are. */
async function proposeLayout(folder: string, file: string): Promise<Layout> {
  const { sheets, problems } = await describeFile({
    data: folder,
    path: join(folder, 'drops', file),
    forms: [sharedFile(`${set}/kobo questions.csv`), sharedFile(`${set}/kobo choices.csv`)],
    given: new Map(),
  });
  expect(problems).toEqual([]);
  const text = sheets[0]?.is === 'proposed' ? sheets[0].text : '';
  await mkdir(join(folder, 'layouts'), { recursive: true });
  await writeFile(join(folder, 'layouts', 'proposed.yaml'), text);
  return layoutSettings.parse(parse(text));
}

/** The multiple-choice questions of a layout once more, answered by their option columns as far as `isColumn` finds them. */
function withTwins(
  layout: Layout,
  header: readonly string[],
  isColumn: (option: string, code: string) => boolean,
): Layout {
  const { codebook = [], scales = {} } = layout;
  const twins = codebook.flatMap((question) => {
    const { id, kind, column, choices, scale = '', write_in: _, ...rest } = question;
    if (kind !== 'multiple' || typeof column !== 'string') return [];
    const owned = header.filter((name) => name.startsWith(`${column}.`));
    const answers = (choices ?? scales[scale] ?? []).map(({ id: code, name, is = [] }) => {
      const found = owned.find((one) =>
        [code, ...is].some((written) => isColumn(one.slice(column.length + 1), written)),
      );
      return { id: code, name, ...(found === undefined ? {} : { column: found }) };
    });
    return owned.length === 0 ? [] : [{ ...rest, id: `${id}.columns`, kind, choices: answers }];
  });
  return { ...layout, codebook: [...codebook, ...twins] };
}

/** How many answered cells say the same joined as in their option columns, and how many do not. */
function compare({ records }: CheckedRecords) {
  const counts = { agree: 0, differ: 0 };
  const sorted = (answer = '') => answer.split('|').sort().join('|');
  for (const record of records)
    for (const [column, answer] of Object.entries(record)) {
      const twin = `${column}.columns`;
      if (!column.startsWith('question:') || column.endsWith('.columns')) continue;
      if (!twins.has(twin)) continue;
      if (sorted(answer) === sorted(record[twin])) counts.agree += 1;
      else counts.differ += 1;
    }
  return counts;
}

const twins = new Set<string>();
const sign = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

describe.skipIf(!hasSharedData)('a household assessment of KoboToolbox, described by its XLSForm', () => {
  const folders: string[] = [];
  const found = new Map<string, { survey: CheckedRecords; exact: CheckedRecords; alike: CheckedRecords }>();

  beforeAll(async () => {
    for (const file of ['data.csv', 'test_data.csv']) {
      const folder = await programmeWith('kobo', [`${set}/${file}`]);
      folders.push(folder);
      const layout = await proposeLayout(folder, file);
      const checkWith = async (changed: Layout) => {
        await writeFile(join(folder, 'layouts', 'proposed.yaml'), stringify(changed));
        return (await checkedRecords(folder))[0] as CheckedRecords;
      };
      const survey = await checkWith(layout);
      const header = survey.recognised.header;
      const exact = await checkWith(withTwins(layout, header, (option, code) => option === code));
      const alike = await checkWith(withTwins(layout, header, (option, code) => sign(option) === sign(code)));
      for (const id of alike.recognised.answers.keys())
        if (id.endsWith('.columns')) twins.add(`question:${id}`);
      found.set(basename(file), { survey, exact, alike });
    }
  });
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  it.each([
    ['data.csv', 131],
    ['test_data.csv', 190],
  ])('reads every row of %s by the layout that was proposed for it, without a problem', (file, rows) => {
    const survey = found.get(file)?.survey as CheckedRecords;
    expect(survey.problems).toEqual([]);
    expect(survey.account).toEqual({ read: rows, used: rows, setAside: {} });
    expect(balance(survey)).toBe(0);
  });

  it.each(['data.csv', 'test_data.csv'])(
    'reads the joined answers of %s as their option columns say',
    async (file) => {
      const { expected } =
        await checkFigure<Record<string, { agree: number; differ: number }>>('kobo-select-multiple');
      const { agree = 0, differ = 0 } = expected[file] ?? {};
      expect(compare(found.get(file)?.exact as CheckedRecords)).toEqual({ agree, differ });
      expect(compare(found.get(file)?.alike as CheckedRecords)).toEqual({ agree: agree + differ, differ: 0 });
    },
  );
});

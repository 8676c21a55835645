import { join } from 'node:path';
import { categories } from './categories.ts';
import type { City } from './city.ts';
import { spellings } from './spellings.ts';
import { choices, questions } from './survey.ts';
import { plain, writeTable } from './table-file.ts';
import { capitalised } from './words.ts';

/** The two cohorts of experience officers. */
export const cohorts = [
  {
    id: '2024',
    zh: '第一届（2024年度）',
    en: 'First cohort (2024)',
    starts: '2024-10-01',
    ends: '2025-09-30',
  },
  {
    id: '2025',
    zh: '第二届（2025年度）',
    en: 'Second cohort (2025)',
    starts: '2025-10-01',
    ends: '2026-09-30',
  },
] as const;

const officersPerCohort = 40;

/** How many handled their affairs in which way: those who answer are more often met on site. */
const margins = [
  ['channel', 'online', '1460000'],
  ['channel', 'onsite', '540000'],
];

/** Writes the code lists of a city into a folder. */
export async function writeLookups(folder: string, city: City): Promise<void> {
  const write = (
    name: string,
    header: readonly string[],
    rows: readonly (readonly string[])[],
  ): Promise<void> => writeTable(join(folder, `${name}.csv`), plain, header, rows);

  await write(
    'departments',
    ['id', 'name_zh', 'name_en', 'short_zh', 'short_en', 'pinyin', 'since', 'until', 'successor'],
    city.departments.map(({ id, name, short, pinyin, since = '', until = '', successor = '' }) => [
      ...[id, name.zh, name.en, short.zh, short.en, pinyin],
      ...[since, until, successor],
    ]),
  );
  await write(
    'halls',
    ['id', 'name_zh', 'name_en', 'district_zh', 'district_en', 'pinyin'],
    city.halls.map(({ id, name, district, pinyin }) => [
      id,
      name.zh,
      name.en,
      district.zh,
      district.en,
      pinyin,
    ]),
  );
  await write(
    'services',
    ['id', 'name_zh', 'name_en', 'department', 'pinyin'],
    city.services.map(({ id, name, department, pinyin }) => [
      ...[id, name.zh, capitalised(name.en), department, pinyin],
    ]),
  );
  await write(
    'categories',
    ['id', 'name_zh', 'name_en', 'aim', 'meaning_zh', 'meaning_en'],
    categories.map(({ id, name, aim, meaning }) => [id, name.zh, name.en, aim, meaning.zh, meaning.en]),
  );
  await write(
    'cohorts',
    ['id', 'name_zh', 'name_en', 'starts_on', 'ends_on', 'officers'],
    cohorts.map(({ id, zh, en, starts, ends }) => [id, zh, en, starts, ends, String(officersPerCohort)]),
  );
  await write(
    'questions',
    ['id', 'survey', 'kind', 'name_zh', 'name_en', 'scale'],
    questions.map(({ id, kind, wording, scale = '' }) => [
      id,
      'experience',
      kind,
      wording.zh,
      wording.en,
      scale,
    ]),
  );
  await write(
    'choices',
    ['scale', 'id', 'name_zh', 'name_en'],
    choices.map(({ scale, id, name }) => [scale, id, name.zh, name.en]),
  );
  await write('margins', ['dimension', 'category', 'population'], margins);
  await write(
    'spellings',
    ['list', 'spelling', 'id'],
    // A small programme has not all of the city's departments.
    spellings
      .filter(({ list, id }) => list !== 'departments' || city.departments.some((one) => one.id === id))
      .map(({ list, spelling, id }) => [list, spelling, id]),
  );
}

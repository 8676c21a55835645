import { allTime, subjectKinds, wholeProgramme } from '../../model/published.ts';
import { channels, ratingOrigins, respondentKinds, severities, type Code } from '../../model/record.ts';
import { wordsIn } from '../../model/words.ts';
import { cell, type PublicTables, type Row } from '../read-table.ts';

/** A text of a row in a language; in the programme's first one where it has none. */
export function textIn(row: Row | undefined, column: string, language: string): string {
  const own = cell(row, `${column}_${language}`);
  if (own !== '') return own;
  const first = Object.keys(row ?? {}).find(
    (name) => name.startsWith(`${column}_`) && cell(row, name) !== '',
  );
  return first === undefined ? '' : cell(row, first);
}

const lists = {
  department: ['departments', 'department_id'],
  hall: ['halls', 'hall_id'],
  service: ['services', 'service_id'],
  category: ['categories', 'category_id'],
  cohort: ['cohorts', 'cohort_id'],
} as const;

const codes: Readonly<Record<string, readonly Code[]>> = {
  channel: channels,
  severity: severities,
  respondent: [...respondentKinds, ...ratingOrigins],
};

function nameOf(tables: PublicTables, kind: string, id: string, language: string): string {
  const list = lists[kind as keyof typeof lists];
  if (list !== undefined) {
    const [table, column] = list;
    return (
      textIn(
        tables[table].find((row) => cell(row, column) === id),
        'name',
        language,
      ) || id
    );
  }
  const code = codes[kind]?.find((one) => one.code === id);
  return code === undefined ? id : wordsIn(code, language);
}

/** What a figure is about, in words: the name of a department, of two things that meet, or the whole programme. */
export function nameSubject(tables: PublicTables, kind: string, id: string, language: string): string {
  if (id === wholeProgramme && kind === 'programme') {
    const whole = subjectKinds.find(({ code }) => code === kind);
    return whole === undefined ? id : wordsIn(whole, language);
  }
  const kinds = kind.split('_');
  const ids = kinds.length > 1 ? id.split('+') : [id];
  return ids.map((one, place) => nameOf(tables, kinds[place] ?? kind, one, language)).join(' × ');
}

/** A period in words. */
export function namePeriod(period: string, language: string): string {
  return period === allTime ? wordsIn({ zh: '全部时期', en: 'all periods' }, language) : period;
}

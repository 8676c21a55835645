import type { ChangedSubject, Texts } from '../../model/drop-changes.ts';
import { unescapeFormula } from '../../model/formula.ts';
import { channels, respondentKinds, severities } from '../../model/record.ts';
import { wordsIn } from '../../model/words.ts';
import { quoteName } from '../../model/sql-text.ts';
import type { Database } from '../register/database.ts';

/** Which list names the subjects of a kind. */
const lists = {
  department: ['departments', 'department_id'],
  hall: ['halls', 'hall_id'],
  service: ['services', 'service_id'],
  category: ['categories', 'category_id'],
  cohort: ['cohorts', 'cohort_id'],
} as const;

/** Subjects that are named by the project itself. */
const codes = { channel: channels, severity: severities, respondent: respondentKinds };

/** Names the subject of a number; one where two meet has both names. */
export type NameSubject = (kind: string, id: string) => ChangedSubject;

async function namesOf(database: Database, languages: readonly string[]): Promise<Map<string, Texts>> {
  const names = new Map<string, Texts>();
  for (const [kind, [list, key]] of Object.entries(lists)) {
    const columns = languages.map((language) => quoteName(`name_${language}`)).join(', ');
    for (const row of await database.query(`SELECT ${key} AS id, ${columns} FROM after_${list}`))
      names.set(
        `${kind} ${row['id']}`,
        Object.fromEntries(
          languages.map((language) => [language, unescapeFormula(String(row[`name_${language}`] ?? ''))]),
        ),
      );
  }
  for (const [kind, list] of Object.entries(codes))
    for (const one of list)
      names.set(
        `${kind} ${one.code}`,
        Object.fromEntries(languages.map((language) => [language, wordsIn(one, language)])),
      );
  return names;
}

/** Reads the names that the new state has for the subjects of its numbers. */
export async function nameSubjects(database: Database, languages: readonly string[]): Promise<NameSubject> {
  const names = await namesOf(database, languages);
  return (kind, id) => {
    const ids = id.split('+');
    const parts = kind.split('_').map((one, place) => names.get(`${one} ${ids[place] ?? ''}`));
    const inLanguage = (language: string) =>
      parts.map((part, place) => part?.[language] || (ids[place] ?? '')).join(' × ');
    const isNamed = parts.some((part) => part !== undefined);
    return {
      subject_kind: kind,
      subject_id: id,
      subject: isNamed
        ? Object.fromEntries(languages.map((language) => [language, inLanguage(language)]))
        : {},
    };
  };
}

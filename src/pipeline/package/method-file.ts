import { languageOfWords, wordsIn } from '../../model/words.ts';
import { columnsOf, eachLine } from './read-public.ts';
import type { TableName } from '../../model/published.ts';
import type { Edition } from './edition.ts';
import { join } from 'node:path';

type Row = Readonly<Record<string, string>>;

function rowsOf(folder: string, name: TableName, languages: readonly string[]): Row[] {
  const columns = columnsOf(name, languages);
  const rows: Row[] = [];
  eachLine(join(folder, `${name}.csv`), (cells) =>
    rows.push(Object.fromEntries(columns.map((column, place) => [column.name, cells[place] ?? '']))),
  );
  return rows;
}

/** The text of `METHOD.<language>.md`: every measure and every number that we chose, as the tables have them. */
export function methodFile(folder: string, { languages }: Edition, language: string): string {
  const spoken = languageOfWords(language, languages);
  const say = (zh: string, en: string) => wordsIn({ zh, en }, spoken);
  const own = (row: Row, name: string) => row[`${name}_${spoken}`] ?? row[`${name}_${language}`] ?? '';
  return `${[
    `# ${say('方法', 'Method')}`,
    '',
    `## ${say('我们选定的数', 'Numbers that we chose')}`,
    '',
    ...rowsOf(folder, 'rules', languages).map(
      (row) => `- **${own(row, 'name')}: ${row['value']} ${own(row, 'unit')}** ${own(row, 'reason')}`,
    ),
    '',
    ...rowsOf(folder, 'measures', languages).flatMap((row) => [
      `## ${own(row, 'name')} (\`${row['measure']}\`)`,
      '',
      own(row, 'definition'),
      '',
      `- ${say('算式', 'Formula')}: \`${row['formula']}\``,
      `- ${say('计数', 'Counted by')}: \`${row['sql']}\` (statements.csv)`,
      `- ${say('方法', 'Method')}: ${own(row, 'method')}`,
      `- ${say('何时不显示', 'When it is not shown')}: ${own(row, 'hidden')}`,
      '',
    ]),
  ].join('\n')}`;
}

import { languageOfWords, wordsIn } from '../../model/words.ts';
import type { DescribedTable } from './described-file.ts';
import type { Edition } from './edition.ts';

/** The text of `README.<language>.md`: what is here, what a row is, how to cite, what to know before adding up. */
export function readMe(edition: Edition, tables: readonly DescribedTable[], language: string): string {
  const { facts, languages, version, published, notes, citation } = edition;
  const spoken = languageOfWords(language, languages);
  const fact = (name: string) => facts.get(name) ?? '';
  const say = (zh: string, en: string) => wordsIn({ zh, en }, spoken);
  const named = (name: string) => fact(`${name}_${language}`) || fact(`${name}_${languages[0] ?? 'zh'}`);
  const next = fact('next_update') || say('未定', 'no date yet');
  const demonstration =
    fact('demonstration') === 'true'
      ? [
          say(
            '**演示数据：城市、人物、数字和问题均为虚构。**',
            '**Demonstration data: the city, its people, numbers and problems are invented.**',
          ),
          '',
        ]
      : [];
  return `${[
    `# ${named('name')}`,
    '',
    ...demonstration,
    say(
      `${named('publisher')}发布。数据截至 ${fact('cutoff')}，版本 ${version}，下次更新 ${next}。`,
      `Published by ${named('publisher')}. Data to ${fact('cutoff')}, version ${version}, next update ${next}.`,
    ),
    '',
    `## ${say('引用', 'How to cite')}`,
    '',
    citation(language),
    '',
    `## ${say('许可', 'Licence')}`,
    '',
    `${named('licence_name')}: <${fact('licence_url')}>`,
    '',
    `## ${say('文件', 'Files')}`,
    '',
    say(
      'CSV：UTF-8，不带 BOM，RFC 4180，第一行是列名。在 Excel 里请打开工作簿 tables.xlsx。',
      'CSV: UTF-8 without a byte order mark, RFC 4180, column names in the first row. For Excel take the workbook tables.xlsx.',
    ),
    '',
    `| ${say('文件', 'File')} | ${say('一行是什么', 'What a row is')} | ${say('行', 'Rows')} |`,
    '| --- | --- | ---: |',
    ...tables.map(
      ({ table, rows }) => `| ${table}.csv | ${wordsIn(published[table].row, spoken)} | ${rows} |`,
    ),
    '',
    say(
      '每一列见 codebook.csv，每个量怎么算见 METHOD，机器可读的说明见 datapackage.json 和 *.csv-metadata.json，校验值见 SHA256SUMS（sha256sum -c SHA256SUMS）。',
      'Every column: codebook.csv. How each measure is worked out: METHOD. For programs: datapackage.json and *.csv-metadata.json. Hashes: SHA256SUMS (sha256sum -c SHA256SUMS).',
    ),
    '',
    `## ${say('先要知道', 'Know this first')}`,
    '',
    ...notes.flatMap(({ ask, answer }) => [`**${wordsIn(ask, spoken)}** ${wordsIn(answer, spoken)}`, '']),
    `## ${say('联系和更正', 'Contact and corrections')}`,
    '',
    say(
      `联系：${fact('contact')}。发现错误请告诉：${fact('corrections')}。`,
      `Contact: ${fact('contact')}. Tell us of mistakes: ${fact('corrections')}.`,
    ),
  ].join('\n')}\n`;
}

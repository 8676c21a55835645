import { join } from 'node:path';
import { calledThroughout } from '../../model/called-throughout.ts';
import { notes, type Note } from '../../model/notes.ts';
import { officersIn, type Officers } from '../../model/officers.ts';
import { published, type TableName } from '../../model/published.ts';
import type { Table } from '../../model/table.ts';
import { wordsIn } from '../../model/words.ts';
import { columnsOf, eachLine, languagesOf, readFacts, type Facts } from './read-public.ts';

/** Which release the tables are about to become. */
export interface Issue {
  readonly version: string;
  readonly publishedOn: string;
}

/** One state of the public tables: whose they are, up to when they speak, which version they are. */
export interface Edition {
  readonly facts: Facts;
  readonly languages: readonly string[];
  /** The version of the release; what is newer than the last one has the day of its cut-off after a plus. */
  readonly version: string;
  /** The day of the release, '' where these tables have not been released. */
  readonly publishedOn: string;
  /** What its programme calls those who look, and our declarations with them called that. */
  readonly officers: Officers;
  readonly published: Readonly<Record<TableName, Table>>;
  readonly notes: readonly Note[];
  /** How to cite it, in a language. */
  readonly citation: (language: string) => string;
}

function rowsOf(folder: string, name: TableName, languages: readonly string[]): Record<string, string>[] {
  const columns = columnsOf(name, languages);
  const rows: Record<string, string>[] = [];
  eachLine(join(folder, `${name}.csv`), (cells) =>
    rows.push(Object.fromEntries(columns.map((column, place) => [column.name, cells[place] ?? '']))),
  );
  return rows;
}

/** The release that the tables are: the last one, unless something has changed since. */
function issueOf(folder: string, cutoff: string, languages: readonly string[]): Issue {
  const last = rowsOf(folder, 'releases', languages).at(-1);
  if (last === undefined) return { version: cutoff, publishedOn: '' };
  const { release = '', version = '', published_on: publishedOn = '' } = last;
  const since = rowsOf(folder, 'release_changes', languages).some(
    (row) => Number(row['release']) > Number(release),
  );
  return last['cutoff'] === cutoff && !since
    ? { version, publishedOn }
    : { version: `${version}+${cutoff}`, publishedOn: '' };
}

/** Reads which edition the tables of a folder are. */
export function editionOf(folder: string, issue: Issue | null): Edition {
  const facts = readFacts(folder);
  const languages = languagesOf(facts);
  const officers = officersIn(facts);
  const fact = (name: string) => facts.get(name) ?? '';
  const { version, publishedOn } = issue ?? issueOf(folder, fact('cutoff'), languages);
  return {
    facts,
    languages,
    version,
    publishedOn,
    officers,
    published: calledThroughout(published, officers),
    notes: calledThroughout(notes, officers),
    citation: (language) => {
      const [publisher, title] = [fact(`publisher_${language}`), fact(`name_${language}`)];
      const site = fact('site').replace(/\/$/, '');
      const where = site === '' ? '' : ` ${site}/data/`;
      return wordsIn(
        {
          zh: `${publisher}：《${title}》，版本 ${version}，数据截至 ${fact('cutoff')}。${where}`,
          en: `${publisher}: “${title}”, version ${version}, data to ${fact('cutoff')}.${where}`,
        },
        language,
      ).trim();
    },
  };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { FindingPage } from './peer.ts';

type Row = Readonly<Record<string, string>>;

async function rowsIn(path: string): Promise<Row[]> {
  return Papa.parse<Row>(await readFile(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

/** What a page tells of a finding in a word, by its column; with a language at its end where it has words. */
const facts = {
  status: 'status_',
  department: 'department_',
  hall: 'hall_',
  service: 'service_',
  category: 'category_',
  found: 'found_on',
  sent: 'sent_on',
  due: 'due_on',
  claimed: 'claimed_on',
  confirmed: 'confirmed_on',
  'days open': 'days_open',
} as const;

/** What the pages of our findings say, from the public tables: for those who render it beside us. */
export async function contentOf(tables: string): Promise<FindingPage[]> {
  const findings = await rowsIn(join(tables, 'findings.csv'));
  const events = Map.groupBy(
    await rowsIn(join(tables, 'finding_events.csv')),
    (row) => row['finding_id'] ?? '',
  );
  return (['zh', 'en'] as const).flatMap((language) =>
    findings.map((finding): FindingPage => {
      const id = finding['finding_id'] ?? '';
      const words = (row: Row, column: string) => row[`${column}_${language}`] || row[`${column}_zh`] || '';
      return {
        id,
        language,
        title: words(finding, 'title'),
        description: words(finding, 'description'),
        facts: Object.entries(facts).flatMap(([name, column]) => {
          const value = finding[column.endsWith('_') ? `${column}${language}` : column] ?? '';
          return value === '' ? [] : [{ name, value }];
        }),
        events: (events.get(id) ?? []).map((event) => ({
          on: event['on'] ?? '',
          event: words(event, 'event'),
          note: words(event, 'note'),
        })),
      };
    }),
  );
}

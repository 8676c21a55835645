import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';

type Row = Record<string, string>;

function rowsOf(text: string): { fields: string[]; rows: Row[] } {
  const { data, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  return { fields: meta.fields ?? [], rows: data };
}

function csvOf(fields: readonly string[], rows: readonly Row[]): string {
  return `${Papa.unparse({ fields: [...fields], data: [...rows] }, { newline: '\r\n' })}\r\n`;
}

/** Takes the last findings and responses out of the drops of a generated programme, and gives them back as later drops. */
export async function holdBack(data: string, findings: number, responses: number) {
  const at = (name: string) => join(data, 'drops', name);
  const found = rowsOf(await readFile(at('2025-findings.csv'), 'utf8'));
  const events = rowsOf((await readFile(at('2025-events.csv'), 'utf16le')).replace(/^\uFEFF/, ''));
  const referred = new Set([
    ...found.rows.map((row) => row['recurrence_of'] ?? ''),
    ...events.rows.map((row) => row['other_finding'] ?? ''),
  ]);
  const late = new Set(
    found.rows
      .map((row) => row['finding_id'] ?? '')
      .filter((id) => !referred.has(id))
      .slice(-findings),
  );
  const isLate = (row: Row) => late.has(row['finding_id'] ?? '');
  await writeFile(
    at('2025-findings.csv'),
    csvOf(
      found.fields,
      found.rows.filter((row) => !isLate(row)),
    ),
  );
  await writeFile(
    at('2025-events.csv'),
    csvOf(
      events.fields,
      events.rows.filter((row) => !isLate(row)),
    ),
  );
  const survey = await readFile(at('survey-2026.csv'), 'utf8');
  const lines = survey.trimEnd().split(/\r?\n/);
  const [header = ''] = lines;
  await writeFile(at('survey-2026.csv'), `${lines.slice(0, -responses).join('\r\n')}\r\n`);
  return async () => {
    await writeFile(at('2026-late-findings.csv'), csvOf(found.fields, found.rows.filter(isLate)));
    await writeFile(at('2026-late-events.csv'), csvOf(events.fields, events.rows.filter(isLate)));
    await writeFile(at('survey-2026-late.csv'), `${[header, ...lines.slice(-responses)].join('\r\n')}\r\n`);
  };
}

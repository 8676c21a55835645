import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import { chartAddress, chartFiles, ownersOfRow, type ChartFile } from '../../model/chart-file.ts';
import type { IndexedFile } from './file-index.ts';
import { columnsOf, eachLine } from './read-public.ts';

type Line = readonly string[];

/** The rows of every chart that comes from one table, by chart and owner; those that belong to every owner stand by themselves. */
interface Drawn {
  readonly chart: ChartFile;
  readonly own: Map<string, Line[]>;
  readonly shared: Line[];
}

function drawnFrom(folder: string, table: ChartFile['table'], languages: readonly string[]): Drawn[] {
  const drawn = chartFiles
    .filter((chart) => chart.table === table)
    .map((chart): Drawn => ({ chart, own: new Map(), shared: [] }));
  const names = columnsOf(table, languages).map(({ name }) => name);
  const at = (line: Line, name: string) => line[names.indexOf(name)] ?? '';
  eachLine(join(folder, 'latest', `${table}.csv`), (line) => {
    const row = {
      subject_kind: at(line, 'subject_kind'),
      subject_id: at(line, 'subject_id'),
      period: at(line, 'period'),
      measure: at(line, 'measure'),
      question_id: at(line, 'question_id'),
      answer_id: at(line, 'answer_id'),
    };
    for (const { chart, own, shared } of drawn) {
      const owners = ownersOfRow(chart, row);
      if (owners === 'all') shared.push(line);
      else
        for (const owner of owners)
          own
            .set(owner, own.get(owner) ?? [])
            .get(owner)
            ?.push(line);
    }
  });
  return drawn;
}

/** Writes the numbers of every chart as a CSV of its own, out of the public tables. */
export function writeChartTables(folder: string, languages: readonly string[]): IndexedFile[] {
  const tables = [...new Set(chartFiles.map(({ table }) => table))];
  return tables.flatMap((table) => {
    const header = columnsOf(table, languages).map(({ name }) => name);
    return drawnFrom(folder, table, languages).flatMap(({ chart, own, shared }) =>
      [...own].map(([owner, lines]): IndexedFile => {
        const file = chartAddress(chart.chart, chart.of, owner);
        const rows = [...lines, ...shared];
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), `${Papa.unparse([header, ...rows] as string[][])}\r\n`);
        return {
          file,
          form: 'csv',
          table,
          subject_kind: chart.about === 'every department' ? '' : chart.of,
          subject_id: chart.about === 'every department' ? '' : owner,
          rows: rows.length,
          columns: header.length,
        };
      }),
    );
  });
}

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  chartAddress,
  chartFiles,
  ownersOfRow,
  type ChartFile,
  type ChartRow,
} from '../../model/chart-file.ts';
import type { TableName } from '../../model/published.ts';
import { asBytes, asText } from './as-bytes.ts';
import type { WeighedFile } from './file-index.ts';
import { openOutgoing } from './outgoing-file.ts';
import type { RowTaker } from './public-row.ts';
import { columnsOf, eachLine } from './read-public.ts';

/** The lines of a chart, by owner; those that belong to every owner stand by themselves. */
interface Drawn {
  readonly chart: ChartFile;
  readonly own: Map<string, string[]>;
  readonly shared: string[];
}

function draw({ chart, own, shared }: Drawn, row: ChartRow, line: string): void {
  const those = ownersOfRow(chart, row);
  if (those === 'all') shared.push(line);
  else
    for (const owner of those) {
      const lines = own.get(owner);
      if (lines === undefined) own.set(owner, [line]);
      else lines.push(line);
    }
}

function writeDrawn(folder: string, header: readonly string[], { chart, own, shared }: Drawn): WeighedFile[] {
  return [...own].map(([bytes, lines]) => {
    const owner = asText(bytes);
    const file = chartAddress(chart.chart, chart.of, owner);
    const rows = [...lines, ...shared];
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const csv = `${header.join(',')}\r\n${rows.join('')}`;
    const whole = openOutgoing(join(folder, file), csv.length);
    whole.add(csv);
    return {
      file,
      form: 'csv',
      table: chart.table,
      subject_kind: chart.about === 'every department' ? '' : chart.of,
      subject_id: chart.about === 'every department' ? '' : owner,
      rows: rows.length,
      columns: header.length,
      ...whole.close(),
    };
  });
}

/** The kind of every question, by its id in bytes, as it stands in the cells of a row that is taken. */
function questionKinds(folder: string, languages: readonly string[]): ReadonlyMap<string, string> {
  const names = columnsOf('questions', languages).map(({ name }) => name);
  const [id, kind] = [names.indexOf('question_id'), names.indexOf('kind')];
  const kinds = new Map<string, string>();
  eachLine(join(folder, 'latest', 'questions.csv'), (cells) =>
    kinds.set(asBytes(cells[id] ?? ''), cells[kind] ?? ''),
  );
  return kinds;
}

/** Takes the rows of a public table for the numbers of every chart, each of which is a CSV of its own. */
export function takeChartTables(folder: string, table: TableName, languages: readonly string[]): RowTaker[] {
  const charts = chartFiles.filter((chart) => chart.table === table);
  if (charts.length === 0) return [];
  const drawn = charts.map((chart): Drawn => ({ chart, own: new Map(), shared: [] }));
  const header = columnsOf(table, languages).map(({ name }) => name);
  const reader = (name: keyof ChartRow) => {
    const place = header.indexOf(name);
    return (cells: readonly string[]) => cells[place] ?? '';
  };
  const kind = reader('subject_kind');
  const id = reader('subject_id');
  const period = reader('period');
  const measure = reader('measure');
  const question = reader('question_id');
  const kinds = questionKinds(folder, languages);
  return [
    {
      take: ({ cells, csv }) => {
        const asked = question(cells);
        const row = {
          subject_kind: kind(cells),
          subject_id: id(cells),
          period: period(cells),
          measure: measure(cells),
          question_id: asked,
          question_kind: kinds.get(asked) ?? '',
        };
        for (const one of drawn) draw(one, row, csv);
      },
      end: () => drawn.flatMap((one) => writeDrawn(folder, header, one)),
    },
  ];
}

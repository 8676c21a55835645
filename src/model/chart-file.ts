import { chartedCounts, changeMeasure } from './charted.ts';
import { horizons } from './horizon.ts';
import { allTime, wholeProgramme, type TableName } from './published.ts';
import type { QuestionKind } from './record.ts';

/** Whose chart it is: that of the whole programme, or of each department or question. */
export type ChartOwner = 'programme' | 'department' | 'question';

/** A chart of the pages whose numbers are a file of their own: some rows of one public table. */
export interface ChartFile {
  /** Its id on the page. */
  readonly chart: string;
  readonly of: ChartOwner;
  readonly table: Extract<TableName, 'figures' | 'curves' | 'answers'>;
  /** The measures of its rows; absent where the table has none. */
  readonly measures?: readonly string[];
  /** Which questions its rows are of; any where absent. */
  readonly questions?: QuestionKind;
  readonly when?: 'each period' | 'all time';
  /** Whom its rows are about beside its owner: everything, to compare with; or every department. */
  readonly about?: 'everything too' | 'every department';
}

const withChanges = (measure: string) => [
  measure,
  changeMeasure(measure, 'previous'),
  changeMeasure(measure, 'year'),
];

const periodsOf = (of: ChartOwner, measure: string): ChartFile => ({
  chart: chartOfPeriods(measure),
  of,
  table: 'figures',
  measures: withChanges(measure),
  when: 'each period',
});

const curveOf = (of: ChartOwner): ChartFile => ({ chart: 'time-curve', of, table: 'curves' });

const medians = ['median_days_to_confirmed', 'median_days_to_claimed'];

/** The id of the chart that follows a measure from period to period. */
export function chartOfPeriods(measure: string): string {
  return `periods-${measure.replaceAll('_', '-')}`;
}

/** The id of the chart of the five grades in each period. */
export const gradesByPeriod = 'grades-by-period';

/** Every chart that has a file. */
export const chartFiles: readonly ChartFile[] = [
  {
    chart: 'trend',
    of: 'programme',
    table: 'figures',
    measures: ['found_to_date', 'claimed_to_date', 'confirmed_to_date'],
    when: 'each period',
  },
  {
    chart: 'flows-by-period',
    of: 'programme',
    table: 'figures',
    measures: chartedCounts,
    when: 'each period',
  },
  {
    chart: 'visits-by-period',
    of: 'programme',
    table: 'figures',
    measures: ['visits', 'found', 'commendations'],
    when: 'each period',
  },
  curveOf('programme'),
  {
    chart: 'funnel',
    of: 'programme',
    table: 'figures',
    measures: ['on_time_rate'],
    when: 'all time',
    about: 'every department',
  },
  {
    chart: 'found-by-department',
    of: 'programme',
    table: 'figures',
    measures: ['found'],
    when: 'each period',
    about: 'every department',
  },
  {
    chart: 'time-to-fix',
    of: 'department',
    table: 'figures',
    measures: [
      ...horizons.flatMap((days) => [`confirmed_within_${days}`, `claimed_within_${days}`]),
      ...medians,
    ],
    when: 'all time',
    about: 'everything too',
  },
  curveOf('department'),
  periodsOf('department', 'found'),
  periodsOf('department', 'confirmations_made'),
  { chart: 'grades-by-question', of: 'programme', table: 'answers', questions: 'grade', when: 'all time' },
  { chart: 'distribution', of: 'question', table: 'answers', when: 'all time' },
  { chart: gradesByPeriod, of: 'question', table: 'answers', questions: 'grade', when: 'each period' },
  periodsOf('question', 'positive_rate'),
  periodsOf('question', 'favourable_rate'),
];

const folders: Readonly<Record<ChartOwner, string>> = {
  programme: '',
  department: 'departments/',
  question: 'questions/',
};

/**
 * The address of a chart's file under `data/`.
 *
 * @example
 * chartAddress('trend', 'programme', 'all'); // => 'charts/trend.csv'
 * chartAddress('time-curve', 'department', 'tax'); // => 'charts/departments/tax/time-curve.csv'
 */
export function chartAddress(chart: string, of: ChartOwner, id: string): string {
  return of === 'programme' ? `charts/${chart}.csv` : `charts/${folders[of]}${id}/${chart}.csv`;
}

/** What of a row says whose chart it belongs to. */
export interface ChartRow {
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly period: string;
  readonly measure: string;
  readonly question_id: string;
  /** The kind of that question; '' where it is about none. */
  readonly question_kind: string;
}

const isEverything = ({ subject_kind, subject_id }: ChartRow) =>
  subject_kind === 'programme' && subject_id === wholeProgramme;

/** Whose charts of a kind a row is part of: the ids of the owners, or all of them; none of them where it is not. */
export function ownersOfRow(chart: ChartFile, row: ChartRow): readonly string[] | 'all' {
  const isWhole = isEverything(row);
  if (chart.measures !== undefined && !chart.measures.includes(row.measure)) return [];
  if (chart.questions !== undefined && chart.questions !== row.question_kind) return [];
  if (chart.when !== undefined && (row.period === allTime) !== (chart.when === 'all time')) return [];
  if (chart.of === 'question') return isWhole && row.question_id !== '' ? [row.question_id] : [];
  if (chart.table === 'answers') return isWhole ? [wholeProgramme] : [];
  if (row.question_id !== '') return [];
  const isUnit = chart.about === 'every department' && row.subject_kind === 'department';
  if (chart.of === 'programme') return isWhole || isUnit ? [wholeProgramme] : [];
  if (chart.about === 'everything too' && isWhole) return 'all';
  return row.subject_kind === 'department' ? [row.subject_id] : [];
}

/** The table whose rows a file of `data/charts/` holds; null for another file. */
export function tableOfChart(file: string): ChartFile['table'] | null {
  const chart = /^data\/charts\/(?:.*\/)?([^/]+)\.csv$/.exec(file)?.[1];
  return chartFiles.find((one) => one.chart === chart)?.table ?? null;
}

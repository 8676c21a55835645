import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readReference, readRows, type Row } from '../../statistics/reference.ts';
import { runSmall, settingsText, type TextRow } from '../small-programme.ts';

/*
 * A raw register with faults, and what R makes of it under one documented policy (test/reference/pipeline). Ours
 * differs by definition in this, and only in this:
 *
 * - A finding without a date is refused when it is read, so the one of the register is left out here.
 * - Two rows of one id that differ are a contradiction within one drop. Here the later recorded comes in a drop of its
 *   own and so corrects the earlier one, which is the reference's “latest recorded_at”.
 * - Withdrawn findings stay in `found`; they leave the base of every rate, as in the reference.
 * - Findings dated as mended before they were found stay in every count and in the rates; only the time statistics
 *   leave them out. The reference drops them everywhere, so rates are compared on a register without them.
 * - `late` counts every claim after the deadline, those of reopened findings too; the reference has only those still
 *   mended. Not compared.
 *
 * “Rectified” is written as a claim and a confirmation of the same day.
 */

interface Department {
  readonly department: string;
  readonly found: number;
  readonly rectified: number;
  readonly open: number;
  readonly open_overdue: number;
  readonly closure_rate: number;
  readonly closure_wilson: readonly [number, number];
  readonly matured: number;
  readonly on_time: number;
  readonly on_time_rate: number;
  readonly on_time_wilson: readonly [number, number];
  readonly km: readonly {
    readonly t: number;
    readonly rectified: number;
    readonly ci: readonly [number, number];
  }[];
}

const { expected } = readReference<{
  readonly rows: number;
  readonly exact_duplicates: number;
  readonly conflicts: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly departments: readonly Department[];
}>('pipeline/findings.json');

const cutoff = '2025-09-30';
const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

function day(instant: string | undefined): string {
  return instant === undefined || instant === '' ? '' : shanghai.format(new Date(instant));
}

const raw = readRows('pipeline/findings.csv');
const dated = raw.filter((row) => row['found_at'] !== '');
const isNegative = (row: Row) =>
  row['rectified_at'] !== '' && day(row['rectified_at']) < day(row['found_at']);
const ids: Readonly<Record<string, string>> = { 人社: 'hrss', 住建: 'housing', 公安: 'police' };

function findingOf(row: Row) {
  return {
    finding_id: row['finding_id'],
    kind: 'problem',
    found_on: day(row['found_at']),
    title_zh: '问题',
    department: row['department'],
    due_on: row['due_date'],
  };
}

function eventsOf(row: Row) {
  const event = (name: string, on: string) => ({ finding_id: row['finding_id'] ?? '', event: name, on });
  return [
    event('claimed', day(row['rectified_at'])),
    event('confirmed', day(row['rectified_at'])),
    event('reopened', day(row['reopened_at'])),
    event('withdrawn', row['withdrawn'] === 'yes' ? cutoff : ''),
  ].filter(({ on }) => on !== '');
}

/** Whether a row is another version of an earlier one, recorded later. */
function isLater(row: Row, rows: readonly Row[]): boolean {
  return rows.some(
    (other) =>
      other['finding_id'] === row['finding_id'] &&
      Date.parse(other['recorded_at'] ?? '') < Date.parse(row['recorded_at'] ?? ''),
  );
}

async function figuresOf(rows: readonly Row[]) {
  const first = rows.filter((row) => !isLater(row, rows));
  const later = rows.filter((row) => isLater(row, rows));
  // The events of an older version were the older version's.
  const standing = rows.filter(
    (row) =>
      !rows.some(
        (other) => other !== row && other['finding_id'] === row['finding_id'] && isLater(other, [row]),
      ),
  );
  const result = await runSmall({
    'programme.yaml': settingsText({
      calendar: 'none',
      deadlines: null,
      cutoff,
      tolerate: '[event-before-found]',
    }),
    'lookup/departments.csv': 'id,name_zh\nhrss,人社\nhousing,住建\npolice,公安\n',
    'lookup/services.csv': null,
    'drops/1-findings.csv': Papa.unparse(first.map(findingOf)),
    ...(later.length > 0 ? { 'drops/2-findings.csv': Papa.unparse(later.map(findingOf)) } : {}),
    'drops/3-events.csv': Papa.unparse(standing.flatMap(eventsOf)),
  });
  expect(result.outcome.published).toBe(true);
  const figures = await result.rows('figures');
  const figure = (department: string, measure: string): TextRow => {
    const row = figures.find(
      (one) =>
        one['subject_kind'] === 'department' &&
        one['subject_id'] === ids[department] &&
        one['period'] === 'all' &&
        one['measure'] === measure,
    );
    if (row === undefined) throw new Error(`no ${measure} of ${department}`);
    return row;
  };
  return { result, figure };
}

const millionth = 6;

function expectFigure(row: TextRow, numbers: Readonly<Record<string, number>>): void {
  expect(row['status']).toBe('shown');
  for (const [column, value] of Object.entries(numbers))
    expect(Number(row[column]), `${row['subject_id']} ${row['measure']} ${column}`).toBeCloseTo(
      value,
      millionth - 1,
    );
}

describe('a raw register with faults', () => {
  it('is the one that the reference speaks of', () => {
    expect(raw).toHaveLength(expected.rows);
    expect(raw.length - dated.length).toBe(expected.excluded['missing_found']);
  });

  it('gives the counts and rates of the reference', async () => {
    const { figure } = await figuresOf(dated.filter((row) => !isNegative(row)));
    for (const one of expected.departments) {
      const of = (measure: string) => Number(figure(one.department, measure)['count']);
      expect(of('found') - of('withdrawn')).toBe(one.found);
      expect(of('confirmed')).toBe(one.rectified);
      expect(of('open')).toBe(one.open);
      expect(of('overdue')).toBe(one.open_overdue);
      expectFigure(figure(one.department, 'confirmed_rate'), {
        count: one.rectified,
        base: one.found,
        value: one.closure_rate,
        low: one.closure_wilson[0],
        high: one.closure_wilson[1],
      });
      expectFigure(figure(one.department, 'on_time_rate'), {
        count: one.on_time,
        base: one.matured,
        value: one.on_time_rate,
        low: one.on_time_wilson[0],
        high: one.on_time_wilson[1],
      });
    }
  });

  it('gives the time statistics of the reference, and reports what it keeps out of them', async () => {
    const { result, figure } = await figuresOf(dated);
    for (const one of expected.departments)
      for (const { t, rectified, ci } of one.km)
        expectFigure(figure(one.department, `confirmed_within_${t}`), {
          base: one.found,
          value: rectified,
          low: ci[0],
          high: ci[1],
        });
    const findings = await result.rows('findings');
    const outOfOrder = findings.filter((row) => row['dates_out_of_order'] === 'true');
    expect(outOfOrder).toHaveLength(expected.excluded['negative_duration'] ?? 0);
    const withdrawn = findings.filter((row) => row['status'] === 'withdrawn');
    expect(withdrawn).toHaveLength(expected.excluded['withdrawn'] ?? 0);
    const codes = Map.groupBy(result.problems, ({ code }) => code);
    const ofFindings = (code: 'repeated-row' | 'rows-given-again') =>
      codes.get(code)?.filter(({ file }) => file.includes('findings')) ?? [];
    const again = ofFindings('rows-given-again').reduce((sum, { value }) => sum + Number(value), 0);
    expect(ofFindings('repeated-row').length + again).toBe(
      // The two versions of the one contradiction differ in an event only: as findings they are the same.
      expected.exact_duplicates + expected.conflicts,
    );
    expect(new Set(codes.get('event-before-found')?.map(({ row }) => row)).size).toBeGreaterThanOrEqual(
      outOfOrder.length,
    );
  });
});

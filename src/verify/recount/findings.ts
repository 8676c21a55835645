import { horizons, longestHorizon } from '../../model/horizon.ts';
import { allTime } from '../../model/published.ts';
import { restrictedMean } from '../../statistics/restricted-mean.ts';
import { shareWithin } from '../../statistics/share-within.ts';
import { survivalMedian } from '../../statistics/survival-median.ts';
import { cell, type Row } from '../read-table.ts';
import { daysBetween } from './days.ts';
import type { Clock } from './ground.ts';
import { curveOf, type Wait } from './lives.ts';
import { counted, rate, shown, without, type Numbers } from './numbers.ts';

const openStatuses = new Set(['found', 'sent', 'reopened']);
const isOpen = (finding: Row) => openStatuses.has(cell(finding, 'status'));

function isOverdue(finding: Row, clock: Clock): boolean {
  const due = cell(finding, 'due_on');
  if (!isOpen(finding) || due === '') return false;
  if (due !== clock.on) return due < clock.on;
  const time = cell(finding, 'due_time');
  return time !== '' && time < (clock.time || '24:00:00');
}

function isMatured(finding: Row, clock: Clock): boolean {
  const due = cell(finding, 'due_on');
  if (due === '' || due > clock.on) return false;
  const time = cell(finding, 'due_time');
  return due < clock.on || time === '' || clock.time === '' || time <= clock.time;
}

function isInTime(finding: Row): boolean {
  const done = cell(finding, 'claimed_on') || cell(finding, 'confirmed_on');
  const due = cell(finding, 'due_on');
  if (done === '' || due === '') return false;
  if (done !== due) return done < due;
  const [claimed, limit] = [cell(finding, 'claimed_time'), cell(finding, 'due_time')];
  return !(claimed !== '' && limit !== '' && claimed > limit);
}

function isLate(finding: Row): boolean | null {
  const [claimed, due] = [cell(finding, 'last_claimed_on'), cell(finding, 'due_on')];
  if (claimed === '' || due === '') return null;
  const [time, limit] = [cell(finding, 'last_claimed_time'), cell(finding, 'due_time')];
  return claimed > due || (claimed === due && time !== '' && limit !== '' && time > limit);
}

function times(
  problems: readonly Row[],
  what: Wait,
  clock: Clock,
  smallestBase: number,
  period: string,
): [string, Numbers][] {
  const curve = curveOf(problems, what, clock, smallestBase);
  const base = curve.total;
  const reason =
    base === 0 ? 'no_cases' : base < smallestBase ? 'too_few' : curve.startDay > 0 ? 'not_estimable' : null;
  const estimate = (value: number | null | undefined, low?: number | null, high?: number | null): Numbers =>
    reason === null && value !== null && value !== undefined
      ? shown({ base, value, low: low ?? null, high: high ?? null })
      : without(reason ?? 'not_estimable', { base });
  const median = survivalMedian(curve);
  const mean = restrictedMean(curve, longestHorizon);
  return [
    ...horizons.map((horizon): [string, Numbers] => {
      const share = shareWithin(curve, horizon);
      return [`${what}_within_${horizon}`, estimate(share?.share, share?.lower, share?.upper)];
    }),
    [`median_days_to_${what}`, estimate(median.day, median.lower, median.upper)],
    ...(period === allTime
      ? [
          [
            `mean_days_to_${what}_within_${longestHorizon}`,
            estimate(mean?.mean, mean?.lower, mean?.upper),
          ] as [string, Numbers],
        ]
      : []),
  ];
}

/** Every measure of the findings of one place, counted from their rows. */
export function recountFindings(
  rows: readonly Row[],
  clock: Clock,
  smallestBase: number,
  period: string,
): ReadonlyMap<string, Numbers> {
  const problems = rows.filter((row) => cell(row, 'kind') === 'problem');
  const many = (test: (row: Row) => boolean) => problems.filter(test).length;
  const status = (...codes: readonly string[]) => many((row) => codes.includes(cell(row, 'status')));
  const found = problems.length;
  const overdue = many((row) => isOverdue(row, clock));
  const confirmed = status('confirmed');
  const remedy = (kind: string) =>
    many((row) => cell(row, 'status') === 'confirmed' && cell(row, 'remedy_kind') === kind);
  const remedied = remedy('one_off') + remedy('mechanism');
  const matured = problems.filter(
    (row) =>
      isMatured(row, clock) && !['duplicate', 'withdrawn', 'transferred'].includes(cell(row, 'status')),
  );
  const inTime = matured.filter((row) => cell(row, 'status') === 'confirmed' && isInTime(row)).length;
  const waiting = problems.filter(isOpen).map((row) => daysBetween(cell(row, 'found_on'), clock.on));
  return new Map<string, Numbers>([
    ['found', counted(found, found)],
    ...['confirmed', 'claimed', 'refused', 'transferred', 'duplicate', 'withdrawn', 'reopened'].map(
      (code): [string, Numbers] => [code, counted(status(code), found)],
    ),
    ['in_hand', counted(many(isOpen) - overdue, found)],
    ['overdue', counted(overdue, found)],
    ['open', counted(many(isOpen), found)],
    ['ever_claimed', counted(status('claimed', 'confirmed'), found)],
    [
      'ever_reopened',
      counted(
        many((row) => Number(cell(row, 'times_reopened')) > 0),
        found,
      ),
    ],
    [
      'sent',
      counted(
        many((row) => cell(row, 'sent_on') !== ''),
        found,
      ),
    ],
    [
      'recurrent',
      counted(
        many((row) => cell(row, 'recurrence_of') !== ''),
        found,
      ),
    ],
    [
      'no_reply',
      counted(
        many(
          (row) =>
            isOverdue(row, clock) &&
            Number(cell(row, 'replies')) === 0 &&
            cell(row, 'last_claimed_on') === '',
        ),
        overdue,
      ),
    ],
    [
      'late',
      counted(
        many((row) => isLate(row) === true),
        many((row) => isLate(row) !== null),
      ),
    ],
    ['remedy_one_off', counted(remedy('one_off'), remedied)],
    ['remedy_mechanism', counted(remedy('mechanism'), remedied)],
    ['commendations', counted(rows.filter((row) => cell(row, 'kind') === 'commendation').length)],
    ['confirmed_rate', rate(confirmed, found - status('duplicate', 'withdrawn'), smallestBase)],
    ['on_time_rate', rate(inTime, matured.length, smallestBase)],
    ['oldest_open', waiting.length === 0 ? without('no_cases') : shown({ value: Math.max(...waiting) })],
    ...times(problems, 'confirmed', clock, smallestBase, period),
    ...times(problems, 'claimed', clock, smallestBase, period),
  ]);
}

import { isDay } from '../model/is-day.ts';
import type { Difference } from './difference.ts';
import { cell, type PublicTables, type Row } from './read-table.ts';
import { daysBetween } from './recount/days.ts';

const dayLength = 86_400_000;

/** How many days lie between one day and another; null where that cannot be told, or one of them is blank. */
type CountDays = (from: string, to: string) => number | null;

/** Counts working days by the days that are not what their weekday says, within the years that have any. */
function workingDaysBy(specialDays: readonly Row[]): CountDays {
  // What is no day would take all others along: no span of years has it in it.
  const special = new Map(
    specialDays.flatMap((row) => {
      const day = cell(row, 'day');
      return isDay(day) ? [[day, cell(row, 'working') === 'true'] as const] : [];
    }),
  );
  const years = [...special.keys()].map((day) => Number(day.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const until = new Map<string, number>();
  let worked = 0;
  for (let time = Date.UTC(first, 0, 1); time < Date.UTC(last + 1, 0, 1); time += dayLength) {
    const date = new Date(time);
    const day = date.toISOString().slice(0, 10);
    if (special.get(day) ?? ![0, 6].includes(date.getUTCDay())) worked += 1;
    until.set(day, worked);
  }
  return (from, to) => {
    const [before, after] = [until.get(from), until.get(to)];
    return before === undefined || after === undefined ? null : after - before;
  };
}

const calendarDays: CountDays = (from, to) => (from === '' || to === '' ? null : daysBetween(from, to));

/** The columns of a finding that count days, each with the days between which they lie; those that are of this finding. */
function spansOf(
  finding: Row,
  cutoff: string,
  isWorking: boolean,
): [column: string, from: string, to: string][] {
  const at = (column: string) => cell(finding, column);
  const done = at('claimed_on') || at('confirmed_on');
  return [
    ...(isWorking && at('due_on') ? [['limit_working_days', at('sent_on'), at('due_on')] as const] : []),
    ...(isWorking && (done || at('used_working_days'))
      ? [['used_working_days', at('sent_on'), done || cutoff] as const]
      : []),
    ...(at('overdue_working_days') ? [['overdue_working_days', at('due_on'), cutoff] as const] : []),
  ].map(([column, from, to]) => [column, from, to]);
}

/**
 * The working days that a finding was allowed, used and is overdue by follow from its dates and the days of `special_days.csv`: counts
 * them again. A site whose version had no such table tells nobody how it counted; nothing is found in it.
 */
export function checkWorkingDays({ findings, special_days, programme }: PublicTables): Difference[] {
  const fact = (name: string) =>
    cell(
      programme.find((row) => cell(row, 'field') === name),
      'value',
    );
  const isWorking = ['china', 'own'].includes(fact('calendar'));
  if (isWorking && special_days.length === 0) return [];
  const count = isWorking ? workingDaysBy(special_days) : calendarDays;
  return findings.flatMap((finding) =>
    spansOf(finding, fact('cutoff'), isWorking).flatMap(([column, from, to]): Difference[] => {
      const [expected, found] = [count(from, to), cell(finding, column)];
      if (expected === null || String(expected) === found) return [];
      const where = `findings.csv ${cell(finding, 'finding_id')}, ${column}`;
      return [{ check: 'history', where, expected: String(expected), found }];
    }),
  );
}

import { describe, expect, inject, it } from 'vitest';
import { readDownloads } from '../../browser/downloads.ts';

const tables = await readDownloads(inject('site'));
const special = new Map(
  (tables.get('special_days') ?? []).map(({ day, working }) => [day, working === 'true']),
);
const cutoff = (tables.get('programme') ?? []).find(({ field }) => field === 'cutoff')?.value ?? '';
const findings = tables.get('findings') ?? [];

const dayLength = 86_400_000;

function isWorked(time: number): boolean {
  const date = new Date(time);
  return special.get(date.toISOString().slice(0, 10)) ?? ![0, 6].includes(date.getUTCDay());
}

/** The working days after one day up to another, counted one by one. */
function workingDays(from: string, to: string): number {
  let count = 0;
  for (let time = Date.parse(from) + dayLength; time <= Date.parse(to); time += dayLength)
    if (isWorked(time)) count += 1;
  return count;
}

describe('working days, counted by whoever has nothing but the public tables', () => {
  it('allow as many up to each deadline as findings.csv says', () => {
    const sent = findings.filter(({ sent_on, due_on }) => sent_on && due_on);
    expect(sent.length).toBeGreaterThan(100);
    for (const { finding_id, sent_on = '', due_on = '', limit_working_days } of sent)
      expect(String(workingDays(sent_on, due_on)), finding_id).toBe(limit_working_days);
  });

  it('are used and overdue as findings.csv says', () => {
    const used = findings.filter(({ used_working_days }) => used_working_days);
    const overdue = findings.filter(({ overdue_working_days }) => overdue_working_days);
    expect(Math.min(used.length, overdue.length)).toBeGreaterThan(20);
    for (const { finding_id, sent_on = '', claimed_on, confirmed_on, used_working_days } of used)
      expect(String(workingDays(sent_on, claimed_on || confirmed_on || cutoff)), finding_id).toBe(
        used_working_days,
      );
    for (const { finding_id, due_on = '', overdue_working_days } of overdue)
      expect(String(workingDays(due_on, cutoff)), finding_id).toBe(overdue_working_days);
  });
});

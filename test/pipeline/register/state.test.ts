import { rm } from 'node:fs/promises';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runFolder, writeProgramme, type Result, type TextRow } from '../small-programme.ts';

/*
 * What becomes of a finding, case by case. The cut-off is Monday 2025-06-30. Working days of 2025 that matter:
 * Sunday 04-27 is a make-up day; 05-01 to 05-05, 05-31 to 06-02 are holidays.
 */

type Event = readonly [event: string, on: string, more?: Readonly<Record<string, string>>];

interface Case {
  readonly description: string;
  readonly finding?: Readonly<Record<string, string>>;
  readonly events?: readonly Event[];
  readonly expected: TextRow;
}

const found: Event = ['found', '2025-04-21'];
/** Three working days after 04-25 are 04-27, 04-28 and 04-29. */
const sent: Event = ['sent', '2025-04-25'];
const inTime: Event = ['claimed', '2025-04-29'];
const late: Event = ['claimed', '2025-04-30'];

const cases: Readonly<Record<string, Case>> = {
  found: {
    description: 'found and nothing more',
    expected: { status: 'found', overdue: 'false', late: '', due_on: '', days_open: '70' },
  },
  analysed: {
    description: 'analysed: still found',
    events: [['analysed', '2025-04-22']],
    expected: { status: 'found', sent_on: '' },
  },
  sent: {
    description: 'sent, within the limit of five working days',
    finding: { severity: 'ordinary' },
    events: [['sent', '2025-06-25']],
    expected: {
      status: 'sent',
      due_on: '2025-07-02',
      overdue: 'false',
      limit_working_days: '5',
      used_working_days: '3',
      overdue_working_days: '',
    },
  },
  'due-today': {
    description: 'the last day of the limit is the cut-off: not overdue yet',
    events: [['sent', '2025-06-25']],
    expected: { due_on: '2025-06-30', overdue: 'false' },
  },
  overdue: {
    description: 'sent before a holiday, overdue by 36 working days',
    events: [['sent', '2025-04-30']],
    expected: {
      status: 'sent',
      due_on: '2025-05-08',
      overdue: 'true',
      overdue_working_days: '36',
      used_working_days: '39',
    },
  },
  'make-up': {
    description: 'a make-up Sunday counts',
    events: [sent],
    expected: { due_on: '2025-04-29', overdue: 'true' },
  },
  'sent-twice': {
    description: 'sent twice: the limit runs from the first time',
    events: [sent, ['sent', '2025-06-27']],
    expected: { sent_on: '2025-04-25', due_on: '2025-04-29' },
  },
  unlimited: {
    description: 'no severity, no limit',
    finding: { severity: '' },
    events: [sent],
    expected: { status: 'sent', due_on: '', overdue: 'false', limit_working_days: '' },
  },
  claimed: {
    description: 'claimed on the last day of the limit',
    events: [sent, inTime],
    expected: {
      status: 'claimed',
      claimed_on: '2025-04-29',
      late: 'false',
      overdue: 'false',
      used_working_days: '3',
      days_open: '',
    },
  },
  'claimed-late': {
    description: 'claimed a day later: late',
    events: [sent, late],
    expected: { status: 'claimed', late: 'true', used_working_days: '4' },
  },
  confirmed: {
    description: 'claimed and confirmed',
    events: [sent, inTime, ['checked', '2025-05-06'], ['confirmed', '2025-05-07']],
    expected: {
      status: 'confirmed',
      claimed_on: '2025-04-29',
      confirmed_on: '2025-05-07',
      late: 'false',
      last_event_on: '2025-05-07',
    },
  },
  'confirmed-alone': {
    description: 'confirmed without a claim',
    events: [sent, ['confirmed', '2025-04-28']],
    expected: {
      status: 'confirmed',
      claimed_on: '',
      late: '',
      confirmed_on: '2025-04-28',
      used_working_days: '2',
    },
  },
  reopened: {
    description: 'claimed in time, checked and not fixed: open and overdue, though not late',
    events: [sent, inTime, ['reopened', '2025-05-07']],
    expected: {
      status: 'reopened',
      overdue: 'true',
      late: 'false',
      claimed_on: '',
      last_claimed_on: '2025-04-29',
      times_reopened: '1',
      confirmed_on: '',
    },
  },
  'reopened-claimed': {
    description: 'claimed again after the deadline: late for ever, although the first claim was in time',
    events: [
      sent,
      inTime,
      ['reopened', '2025-05-07'],
      ['claimed', '2025-05-09'],
      ['confirmed', '2025-05-12'],
    ],
    expected: {
      status: 'confirmed',
      late: 'true',
      claimed_on: '2025-05-09',
      confirmed_on: '2025-05-12',
      times_reopened: '1',
    },
  },
  'late-then-confirmed': {
    description: 'late stays late after it is confirmed',
    events: [sent, late, ['confirmed', '2025-05-06']],
    expected: { status: 'confirmed', late: 'true' },
  },
  'confirmed-undone': {
    description: 'a confirmation that did not last',
    events: [sent, inTime, ['confirmed', '2025-05-06'], ['reopened', '2025-06-10']],
    expected: { status: 'reopened', confirmed_on: '', claimed_on: '', times_reopened: '1' },
  },
  'confirmed-after-reopening': {
    description: 'confirmed after a reopening without a new claim: the old claim does not stand',
    events: [sent, inTime, ['reopened', '2025-05-07'], ['confirmed', '2025-06-10']],
    expected: {
      status: 'confirmed',
      claimed_on: '',
      last_claimed_on: '2025-04-29',
      late: 'false',
      confirmed_on: '2025-06-10',
    },
  },
  refused: {
    description: 'refused: never overdue, with its reason and its words',
    events: [sent, ['refused', '2025-06-10', { reason: 'cost', note_zh: '没有预算' }]],
    expected: {
      status: 'refused',
      overdue: 'false',
      ending_reason: 'cost',
      ending_reason_zh: '成本过高',
      ending_reason_en: 'Too costly',
      ending_zh: '没有预算',
      days_open: '',
    },
  },
  transferred: {
    description: 'transferred',
    events: [sent, ['transferred', '2025-06-10']],
    expected: { status: 'transferred', overdue: 'false' },
  },
  duplicate: {
    description: 'duplicate of another',
    events: [['duplicate', '2025-04-22', { other_finding: 'found' }]],
    expected: { status: 'duplicate', same_as: 'found' },
  },
  withdrawn: {
    description: 'withdrawn',
    events: [sent, ['withdrawn', '2025-04-26']],
    expected: { status: 'withdrawn' },
  },
  'refused-then-claimed': {
    description: 'refused, then mended after all: the ending has no say any more',
    events: [sent, ['refused', '2025-04-26', { reason: 'cost', note_zh: '没有预算' }], inTime],
    expected: { status: 'claimed', ending_reason: '', ending_zh: '' },
  },
  'no-change': {
    description: 'replies, analysis and checks leave it where it was',
    events: [sent, inTime, ['replied', '2025-05-06', { note_zh: '已转' }], ['checked', '2025-05-07']],
    expected: { status: 'claimed', replies: '1', reply_zh: '已转' },
  },
  'same-day': {
    description: 'sent, claimed, checked and confirmed on one day, given in any order',
    events: [['confirmed', '2025-04-25'], ['checked', '2025-04-25'], inTimeOn('2025-04-25'), sent],
    expected: { status: 'confirmed' },
  },
  'same-day-timed-claim': {
    description: 'a claim at 15:00, and a confirmation of that day without a time',
    events: [sent, ['claimed', '2025-04-29', { time: '15:00' }], ['confirmed', '2025-04-29']],
    expected: { status: 'confirmed', claimed_time: '15:00:00' },
  },
  'same-day-timed-confirmation': {
    description: 'a claim without a time, and a confirmation at 9:00',
    events: [sent, inTime, ['confirmed', '2025-04-29', { time: '9:00' }]],
    expected: { status: 'confirmed' },
  },
  'same-day-reopened': {
    description: 'on one day a reopening outweighs a claim',
    events: [sent, ['reopened', '2025-04-29'], ['claimed', '2025-04-29', { time: '16:00' }]],
    expected: { status: 'reopened' },
  },
  'same-day-by-time': {
    description: 'claimed at 9:05, reopened at 10:00, claimed at 16:00',
    events: [
      sent,
      ['claimed', '2025-04-29', { time: '16:00' }],
      ['reopened', '2025-04-29', { time: '10:00' }],
      ['claimed', '2025-04-29', { time: '9:05' }],
    ],
    expected: { status: 'claimed', claimed_time: '16:00:00', times_reopened: '1' },
  },
  'two-replies': {
    description: 'two replies of one day are two',
    events: [
      sent,
      ['replied', '2025-04-28', { note_zh: '甲' }],
      ['replied', '2025-04-28', { note_zh: '乙' }],
    ],
    expected: { replies: '2', reply_zh: '乙', reply_en: '' },
  },
  'due-given': {
    description: 'the deadline that the source gives is used, and the limit is that one',
    finding: { due_on: '2025-05-07' },
    events: [sent, ['claimed', '2025-05-06']],
    expected: { due_on: '2025-05-07', late: 'false', limit_working_days: '6' },
  },
  'due-time-after': {
    description: 'a claim at 12:30 with the deadline at noon',
    finding: { due_on: '2025-06-20 12:00' },
    events: [sent, ['claimed', '2025-06-20', { time: '12:30' }]],
    expected: { due_time: '12:00:00', late: 'true' },
  },
  'due-time-before': {
    description: 'a claim at 9:59 with the deadline at ten',
    finding: { due_on: '2025-06-20', due_time: '10:00' },
    events: [sent, ['claimed', '2025-06-20', { time: '9:59' }]],
    expected: { due_time: '10:00:00', late: 'false' },
  },
  'due-time-exactly': {
    description: 'a claim at the minute of the deadline',
    finding: { due_on: '2025-06-20 12:00' },
    events: [sent, ['claimed', '2025-06-20', { time: '12:00' }]],
    expected: { late: 'false' },
  },
  'due-time-unknown': {
    description: 'a claim of the day, at no known time: not held late',
    finding: { due_on: '2025-06-20 12:00' },
    events: [sent, ['claimed', '2025-06-20']],
    expected: { late: 'false' },
  },
  'due-time-today': {
    description: 'a deadline at ten on the day of the cut-off, which runs to the end of the day',
    finding: { due_on: '2025-06-30 10:00' },
    events: [sent],
    expected: { overdue: 'true', overdue_working_days: '0' },
  },
  'due-unsent': {
    description: 'a deadline holds though the department was not told',
    finding: { due_on: '2025-06-20' },
    expected: { status: 'found', overdue: 'true', limit_working_days: '', used_working_days: '' },
  },
  'due-beyond': {
    description: 'a given deadline beyond the calendar is a deadline still',
    finding: { due_on: '2031-01-01' },
    events: [sent],
    expected: { due_on: '2031-01-01', overdue: 'false', limit_working_days: '' },
  },
  'after-cutoff': {
    description: 'what comes after the cut-off has not happened',
    events: [sent, ['claimed', '2025-07-01']],
    expected: {
      status: 'sent',
      overdue: 'true',
      claimed_on: '',
      last_claimed_on: '',
      last_event_on: '2025-04-25',
    },
  },
  'at-cutoff': {
    description: 'what comes on the day of the cut-off has',
    events: [sent, ['claimed', '2025-06-30', { time: '23:59' }]],
    expected: { status: 'claimed' },
  },
  remedy: {
    description: 'the remedy of the latest claim',
    events: [
      sent,
      ['claimed', '2025-04-28', { remedy: 'one_off', note_zh: '换了灯' }],
      ['reopened', '2025-04-29'],
      ['claimed', '2025-05-06', { remedy: 'mechanism', note_zh: '每月查灯' }],
      ['confirmed', '2025-05-07', { note_zh: '亮了' }],
    ],
    expected: { remedy_kind: 'mechanism', remedy_zh: '每月查灯', now_zh: '亮了' },
  },
  'now-undone': {
    description: 'how it is now, only while it is confirmed',
    events: [sent, inTime, ['confirmed', '2025-05-07', { note_zh: '亮了' }], ['reopened', '2025-05-08']],
    expected: { now_zh: '', now_en: '' },
  },
  recurrence: {
    description: 'an earlier problem come back',
    finding: { recurrence_of: 'confirmed' },
    expected: { recurrence_of: 'confirmed' },
  },
  commendation: {
    description: 'a commendation has no deadline to miss',
    finding: { kind: 'commendation', due_on: '2025-05-01 10:00' },
    expected: {
      kind: 'commendation',
      due_on: '',
      due_time: '',
      overdue: '',
      days_open: '',
      limit_working_days: '',
      overdue_working_days: '',
    },
  },
  'commendation-sent': {
    description: 'nor does its severity give it one once the department was told',
    finding: { kind: 'commendation', severity: 'serious' },
    events: [sent, ['claimed', '2025-06-20']],
    expected: { kind: 'commendation', due_on: '', late: '', limit_working_days: '', used_working_days: '' },
  },
  future: {
    description: 'found after the cut-off: not there',
    finding: { found_on: '2025-07-02' },
    expected: {},
  },
  period: {
    description: 'the period is that of the finding',
    finding: { found_on: '2025-03-31' },
    expected: { period: '2025-Q1', days_open: '91' },
  },
};

function inTimeOn(day: string): Event {
  return ['claimed', day];
}

const findings = Object.entries(cases).map(([finding_id, { description, finding = {} }]) => ({
  finding_id,
  kind: 'problem',
  found_on: found[1],
  title_zh: description,
  department: 'police',
  severity: 'serious',
  due_on: '',
  due_time: '',
  recurrence_of: '',
  ...finding,
}));
const events = Object.entries(cases).flatMap(([finding_id, { events: given = [] }]) =>
  given.map(([event, on, more = {}]) => ({
    finding_id,
    event,
    on,
    time: '',
    by: '',
    note_zh: '',
    reason: '',
    remedy: '',
    other_finding: '',
    ...more,
  })),
);

let result: Result;
let rows: ReadonlyMap<string, TextRow>;
let folder = '';

beforeAll(async () => {
  folder = await writeProgramme({
    'drops/1-findings.csv': Papa.unparse(findings),
    'drops/2-events.csv': Papa.unparse(events),
  });
  result = await runFolder(folder);
  rows = new Map((await result.rows('findings')).map((row) => [row['finding_id'] ?? '', row]));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the state of a finding', () => {
  it.each(Object.entries(cases))('%s', (id, { description, expected }) => {
    if (Object.keys(expected).length === 0) expect(rows.has(id), description).toBe(false);
    else expect(rows.get(id), description).toMatchObject(expected);
  });

  it('is published for every finding up to the cut-off', () => {
    expect(rows.size).toBe(Object.keys(cases).length - 1);
  });

  it('comes with its steps, found first, numbered without a gap', async () => {
    const steps = Map.groupBy(await result.rows('finding_events'), (row) => row['finding_id'] ?? '');
    for (const [id, list] of steps) {
      expect(list.map((row) => row['step'])).toEqual(list.map((_, place) => String(place + 1)));
      expect(list[0]?.['event'], id).toBe('found');
    }
    const of = (id: string) =>
      steps.get(id)?.map((row) => `${row['event']} ${row['on']} ${row['time']}`.trim());
    expect(of('same-day')).toEqual([
      'found 2025-04-21',
      'sent 2025-04-25',
      'claimed 2025-04-25',
      'checked 2025-04-25',
      'confirmed 2025-04-25',
    ]);
    expect(of('same-day-by-time')?.slice(2)).toEqual([
      'claimed 2025-04-29 09:05:00',
      'reopened 2025-04-29 10:00:00',
      'claimed 2025-04-29 16:00:00',
    ]);
    expect(steps.get('two-replies')?.map((row) => row['note_zh'])).toEqual(['', '', '甲', '乙']);
    expect(of('after-cutoff')).toEqual(['found 2025-04-21', 'sent 2025-04-25']);
    expect(steps.has('future')).toBe(false);
  });

  it('is reported where it needs a look: deadlines that differ, events to come', () => {
    const of = (code: string) =>
      result.problems
        .filter((problem) => problem.code === code)
        .map(({ file, value, detail }) => [file, value, detail]);
    expect(of('after-cutoff')).toEqual([
      ['1-findings.csv', 'found 2025-07-02', '2025-06-30'],
      ['2-events.csv', 'claimed 2025-07-01', '2025-06-30'],
    ]);
    expect(of('due-date-differs').map(([, value]) => value)).toContain('2025-05-07 / 2025-04-29');
    expect(result.outcome.fatal).toBe(false);
    expect(new Set(result.problems.map(({ code }) => code))).toEqual(
      new Set(['after-cutoff', 'due-date-differs']),
    );
  });

  it('adds up in the figures', async () => {
    const figures = await result.rows('figures');
    const value = (measure: string) =>
      Number(
        figures.find(
          (row) =>
            row['subject_kind'] === 'programme' && row['period'] === 'all' && row['measure'] === measure,
        )?.['count'],
      );
    const problems = [...rows.values()].filter((row) => row['kind'] === 'problem');
    const where = (column: string, content: string) =>
      problems.filter((row) => row[column] === content).length;
    expect(value('found')).toBe(problems.length);
    for (const status of [
      'claimed',
      'confirmed',
      'refused',
      'transferred',
      'duplicate',
      'withdrawn',
      'reopened',
    ])
      expect(value(status), status).toBe(where('status', status));
    expect(value('overdue')).toBe(where('overdue', 'true'));
    expect(value('late')).toBe(where('late', 'true'));
    expect(value('open')).toBe(
      where('status', 'found') + where('status', 'sent') + where('status', 'reopened'),
    );
    const parts = [
      'confirmed',
      'claimed',
      'in_hand',
      'overdue',
      'refused',
      'transferred',
      'duplicate',
      'withdrawn',
    ];
    expect(parts.reduce((sum, measure) => sum + value(measure), 0)).toBe(value('found'));
    expect(value('commendations')).toBe(2);
  });
});

import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../statistics/reference.ts';
import { runSmall, settingsText } from '../small-programme.ts';

/*
 * Findings taken over from an older register, and what R's survfit(Surv(entry, time, status)) makes of them:
 * test/reference/km/left_truncated. Each life is written as a finding of its own, found so many days before the cut-off.
 */

const cutoff = '2025-06-30';
const day = (days: number) =>
  new Date(Date.parse(`${cutoff}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** The lives of the reference, each begun so that it ends, or is last seen, as it says. */
const lives = readRows('km/left_truncated.csv').map(({ entry, time, status }, place) => {
  const found = status === '1' ? 60 : Number(time);
  return {
    id: `F-${String(place).padStart(2, '0')}`,
    found: day(found),
    registered: entry === '0' ? '' : day(found - Number(entry)),
    confirmed: status === '1' ? day(found - Number(time)) : '',
  };
});

async function programmeOf(list: typeof lives) {
  const findings = list.map(({ id, found, registered }) => ({
    finding_id: id,
    kind: 'problem',
    found_on: found,
    registered_on: registered,
    title_zh: '问题',
    department: 'tax',
  }));
  const events = list.flatMap(({ id, confirmed }) =>
    confirmed === '' ? [] : [{ finding_id: id, event: 'confirmed', on: confirmed }],
  );
  return runSmall({
    'programme.yaml': settingsText({ deadlines: null, thresholds: '{ smallest_judged_base: 3 }' }),
    'drops/1-findings.csv': Papa.unparse(findings),
    'drops/2-events.csv': Papa.unparse(events),
  });
}

describe('findings taken over from an older register', () => {
  it('are at risk from the day on which they were taken over, as in R', async () => {
    const { rows } = await programmeOf(lives);
    const curve = (await rows('curves')).filter(
      ({ subject_kind, measure }) => subject_kind === 'programme' && measure === 'confirmed_by_day',
    );
    expect(curve.map(({ day: at, at_risk, events, share }) => [at, at_risk, events, Number(share)])).toEqual([
      ['4', '7', '1', 0.142857],
      ['8', '8', '1', 0.25],
      ['10', '7', '1', 0.357143],
      ['15', '7', '1', 0.44898],
      ['18', '6', '1', 0.540816],
      ['22', '6', '1', 0.617347],
      ['33', '3', '1', 0.744898],
      ['40', '2', '1', 0.872449],
      ['41', '1', '0', 0.872449],
    ]);
  });

  it('say in the table of findings since when they have been watched', async () => {
    const { rows } = await programmeOf(lives);
    const findings = await rows('findings');
    expect(findings.map(({ registered_on }) => registered_on)).toEqual(
      lives.map(({ registered }) => registered),
    );
  });

  it('stay out of the time statistics where they had ended by then, and in every count', async () => {
    const ended = { id: 'OLD', found: day(60), registered: day(40), confirmed: day(50) };
    const { rows } = await programmeOf([...lives, ended]);
    const figures = (await rows('figures')).filter(
      ({ subject_kind, period }) => subject_kind === 'programme' && period === 'all',
    );
    const of = (measure: string) => figures.find((one) => one['measure'] === measure);
    expect(of('found')?.['count']).toBe(String(lives.length + 1));
    expect(of('median_days_to_confirmed')?.['base']).toBe(String(lives.length));
  });

  it('say nothing of the first days where all came late and few are at risk', async () => {
    const late = lives.map((life, place) => ({
      ...life,
      registered: life.confirmed === '' ? life.found : day(55 - (place % 3)),
    }));
    const { rows } = await programmeOf(
      late.filter(({ confirmed }) => confirmed !== '' && confirmed > day(50)),
    );
    const median = (await rows('figures')).find(
      ({ subject_kind, period, measure }) =>
        subject_kind === 'programme' && period === 'all' && measure === 'median_days_to_confirmed',
    );
    expect(median).toMatchObject({ status: 'not_estimable', value: '' });
    const curves = await rows('curves');
    expect(curves.filter(({ measure }) => measure === 'confirmed_by_day')).toEqual([]);
  });
});

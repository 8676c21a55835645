import { createHash } from 'node:crypto';
import type { CheckedDrop } from '../../model/batch.ts';
import { newBlock, type EarlierSurvey } from '../../model/earlier-survey.ts';
import type { Problem } from '../../model/problem.ts';
import type { ClosingPeriod } from '../../model/register.ts';

/** The responses of one delivery and day, as the warehouse counts them. A day of '' is none. */
export interface Arrival {
  readonly delivery: string;
  readonly on: string;
  readonly responses: number;
}

/** Where the responses of one delivery and month count. */
export interface PlacedMonth {
  readonly delivery: string;
  readonly month: string;
  readonly period: string;
  readonly block: string;
}

/** The name under which a delivery is known, beside those of drops. */
export function deliveryFile(delivery: string): string {
  return `warehouse/${delivery}`;
}

/** What decides where a response counts. */
export interface DeliveryRules {
  readonly cutoff: string;
  readonly periods: readonly ClosingPeriod[];
  readonly earlier: readonly EarlierSurvey[];
  /** The published periods that the office corrects. */
  readonly corrected: readonly string[];
  /** Responses dated after it are told; where nobody says what day it is, none. */
  readonly today?: string | undefined;
}

/** Where an arrival counts, or why not: its period is not closed, or was published without its delivery. */
function placeOf({ delivery, on }: Arrival, { periods, earlier, corrected }: DeliveryRules) {
  const knew = (one: EarlierSurvey) => one.drops.includes(deliveryFile(delivery));
  if (on === '') return { period: '', block: String(earlier.find(knew)?.release ?? newBlock) };
  const period = periods.find(({ starts_on, ends_on }) => starts_on <= on && on <= ends_on);
  if (period === undefined || !period.survey_closed) return { open: period };
  const release = earlier.find((one) => one.periods.includes(period.period));
  if (release !== undefined && !corrected.includes(period.period) && !knew(release)) return 'late';
  return { period: period.period, block: String(release?.release ?? newBlock) };
}

/** A delivery as a drop that was checked elsewhere: its hash is that of how many responses it has of each day. */
function dropOf(delivery: string, arrivals: readonly Arrival[], cutoff: string): CheckedDrop {
  const sum = (some: readonly Arrival[]) => some.reduce((total, { responses }) => total + responses, 0);
  const read = sum(arrivals);
  const after = sum(arrivals.filter(({ on }) => on > cutoff));
  const days = arrivals.map(({ on, responses }) => `${on} ${responses}`).sort();
  return {
    file: deliveryFile(delivery),
    sha256: createHash('sha256').update(days.join('\n')).digest('hex'),
    layout: 'warehouse',
    encoding: 'UTF-8',
    proof: 'warehouse',
    kinds: ['responses'],
    columns: {},
    stated: [],
    account: { read, used: read - after, setAside: after > 0 ? { 'after-cutoff': after } : {} },
    rowsWith: {},
    spellings: [],
    redactions: [],
    personal: [],
    problems: [],
    more: [],
  };
}

/** The first and the last day of what arrived; none where nothing has a day. */
export function daysOf(arrivals: readonly Arrival[]): string[] {
  const days = arrivals.flatMap(({ on }) => (on === '' ? [] : [on])).sort();
  return days.length === 0 ? [] : [days[0] as string, days.at(-1) as string];
}

/** The deliveries of a warehouse, and what of them counts where. */
export interface Deliveries {
  readonly drops: readonly CheckedDrop[];
  readonly placed: readonly PlacedMonth[];
  /** How many responses count. */
  readonly counted: number;
  readonly problems: readonly Problem[];
}

/** The responses that tell of what cannot have happened yet: once for a day of a delivery, as once for a day of a drop. */
function afterToday(arrivals: readonly Arrival[], today: string): Problem[] {
  return arrivals
    .filter(({ on }) => on > today)
    .map(({ delivery, on, responses }) => ({
      code: 'after-today',
      file: deliveryFile(delivery),
      column: 'submitted_on',
      value: responses === 1 ? on : `${on} × ${responses}`,
      detail: today,
    }));
}

/** Says of what arrived in a warehouse where it counts, by the rules that hold for drops. */
export function placeDeliveries(arrivals: readonly Arrival[], rules: DeliveryRules): Deliveries {
  const placed = new Map<string, PlacedMonth>();
  const late = new Map<string, number>();
  const open = new Map<string, ClosingPeriod>();
  let counted = 0;
  for (const arrival of arrivals) {
    const { delivery, on, responses } = arrival;
    if (on > rules.cutoff) continue;
    const place = placeOf(arrival, rules);
    if (place === 'late') late.set(delivery, (late.get(delivery) ?? 0) + responses);
    else if ('open' in place) {
      if (place.open !== undefined) open.set(place.open.period, place.open);
    } else {
      const month = on.slice(0, 7);
      placed.set(JSON.stringify([delivery, month]), { delivery, month, ...place });
      counted += responses;
    }
  }
  return {
    drops: [...Map.groupBy(arrivals, ({ delivery }) => delivery)].map(([delivery, own]) =>
      dropOf(delivery, own, rules.cutoff),
    ),
    placed: [...placed.values()],
    counted,
    problems: [
      ...[...open.values()].map(({ period, survey_closes_on }): Problem => ({
        code: 'period-not-closed',
        file: 'warehouse',
        value: period,
        detail: survey_closes_on,
      })),
      ...[...late].map(([delivery, responses]): Problem => ({
        code: 'late-answers',
        file: deliveryFile(delivery),
        value: String(responses),
      })),
      ...(rules.today === undefined ? [] : afterToday(arrivals, rules.today)),
    ],
  };
}

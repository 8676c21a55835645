import { wasThere, type Life } from '../../model/department-life.ts';
import type { AnswerCount, CurveRow, Figure, FunnelRow, Subject } from '../../model/figure.ts';
import { allTime, wholeProgramme } from '../../model/published.ts';
import type { ValueRow } from '../../model/query.ts';
import { channels, severities } from '../../model/record.ts';
import type { Period } from '../../model/register.ts';
import type { RuleName } from '../../model/rule.ts';
import type { Question, Settings } from '../../model/settings.ts';
import { everyone, unitKey, type SurveyUnit } from '../../model/survey-table.ts';
import type { ProtectedAnswers, ProtectedSurvey, Tallies } from '../../model/tally.ts';
import { adjust } from './adjust.ts';
import { ceilingFigures } from './ceiling.ts';
import { changeFigures } from './changes.ts';
import { clusterEffects } from './clusters.ts';
import { compare } from './compare.ts';
import { contrastFigures } from './contrast.ts';
import { curveRows } from './curves.ts';
import { driftFigures } from './drift.ts';
import { findingFigures, plainFigures, timeFigures, type Place } from './findings.ts';
import { countFigure } from './make-figure.ts';
import { rankFigures } from './rank.ts';
import { seriesOf } from './series.ts';
import { answerCounts, questionFigures, responseFigures } from './survey.ts';
import { charts } from './trend.ts';
import { weightedFigures } from './weights.ts';

/** Every number that is published. */
export interface Summary {
  readonly figures: readonly Figure[];
  readonly funnels: readonly FunnelRow[];
  readonly curves: readonly CurveRow[];
  readonly answers: readonly AnswerCount[];
}

/** The time that the figures speak of. */
export interface Span {
  readonly periods: readonly Period[];
  /** The last day that counts. */
  readonly cutoff: string;
}

const text = (row: ValueRow, column: string) => String(row[column] ?? '');

const keyOf = ({ subject_kind, subject_id }: Subject, period: string) =>
  `${subject_kind}:${subject_id}|${period}`;

function byPlace(rows: readonly ValueRow[]): ReadonlyMap<string, readonly ValueRow[]> {
  return Map.groupBy(rows, (row) =>
    keyOf(
      { subject_kind: text(row, 'subject_kind'), subject_id: text(row, 'subject_id') },
      text(row, 'period'),
    ),
  );
}

/** Everything that a figure can be about, in the order of the lists. */
export function subjects({ lookups }: Settings): Subject[] {
  const of = (subject_kind: string, ids: readonly string[]) =>
    ids.map((subject_id) => ({ subject_kind, subject_id }));
  const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return [
    { subject_kind: 'programme', subject_id: wholeProgramme },
    ...of('department', ids(lookups.departments)),
    ...of('hall', ids(lookups.halls)),
    ...of('service', ids(lookups.services)),
    ...of('category', ids(lookups.categories)),
    ...of('channel', codes(channels)),
    ...of('severity', codes(severities)),
    ...of('cohort', ids(lookups.cohorts)),
  ];
}

/** The column of the visits tally that says which subject of a kind a visit was to. */
const visitColumns: Readonly<Record<string, string>> = {
  department: 'department_id',
  hall: 'hall_id',
  service: 'service_id',
  channel: 'channel',
  cohort: 'cohort_id',
};

/** Visits by place: every row of the tally counts for its period and for all time, and for each of its subjects. */
function visitCounts(rows: readonly ValueRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (subject: Subject, period: string, visits: number) => {
    const key = keyOf(subject, period);
    counts.set(key, (counts.get(key) ?? 0) + visits);
  };
  for (const row of rows)
    for (const period of new Set([text(row, 'period'), allTime])) {
      const visits = Number(row['visits']);
      add({ subject_kind: 'programme', subject_id: wholeProgramme }, period, visits);
      for (const [subject_kind, column] of Object.entries(visitColumns))
        if (text(row, column) !== '') add({ subject_kind, subject_id: text(row, column) }, period, visits);
    }
  return counts;
}

/** From when to when each department was there. */
function livesOf({ lookups }: Settings): ReadonlyMap<string, Life> {
  return new Map(
    lookups.departments.map(({ id, cells }) => [
      id,
      { since: cells['since'] ?? '', until: cells['until'] ?? '' },
    ]),
  );
}

/** The same, as far as something is still done about what was found there: claims and checks come after the end of a department, too. */
function afterLivesOf(
  lives: ReadonlyMap<string, Life>,
  flows: readonly ValueRow[],
  periods: readonly Period[],
): ReadonlyMap<string, Life> {
  const ends = new Map(periods.map(({ period, ends_on }) => [period, ends_on]));
  const later = new Map(lives);
  for (const row of flows) {
    const life = text(row, 'subject_kind') === 'department' && later.get(text(row, 'subject_id'));
    const end = ends.get(text(row, 'period')) ?? '';
    if (life && life.until !== '' && end > life.until)
      later.set(text(row, 'subject_id'), { ...life, until: end });
  }
  return later;
}

/**
 * Whether a place is followed in its period, so that one without anything is a zero and no gap: the whole programme always, a
 * department while it was there.
 */
function followedIn(periods: readonly Period[], lives: ReadonlyMap<string, Life>) {
  const byName = new Map(periods.map((one) => [one.period, one]));
  return ({ subject_kind, subject_id, period }: Place): boolean => {
    if (subject_kind !== 'department') return subject_kind === 'programme';
    const [life, one] = [lives.get(subject_id), byName.get(period)];
    return life === undefined || one === undefined || wasThere(life, one);
  };
}

const flows = ['claims_made', 'confirmations_made', 'reopenings_made'];
const standings = ['found_to_date', 'claimed_to_date', 'confirmed_to_date'];

function findingSummary(
  tallies: Tallies,
  list: readonly Subject[],
  periods: readonly Period[],
  lives: ReadonlyMap<string, Life>,
  smallestJudgedBase: number,
) {
  const isFollowed = followedIn(periods, lives);
  const isDoneIn = followedIn(periods, afterLivesOf(lives, tallies.flows, periods));
  const findings = byPlace(tallies.findings);
  const confirmed = byPlace(tallies.time_to_confirmed);
  const claimed = byPlace(tallies.time_to_claimed);
  const flowed = byPlace(tallies.flows);
  const stood = byPlace(tallies.standing);
  const visited = visitCounts(tallies.visits);
  const figuresAt = (place: Place): Figure[] => {
    const key = keyOf(place, place.period);
    const whole = place.period === allTime;
    const one = findings.get(key)?.[0];
    const flow = flowed.get(key)?.[0];
    const standing = stood.get(key)?.[0];
    const visits = visited.get(key);
    return [
      ...(whole || one !== undefined ? findingFigures(place, one, smallestJudgedBase) : []),
      ...(whole || one !== undefined
        ? timeFigures(place, 'confirmed', confirmed.get(key) ?? [], smallestJudgedBase)
        : []),
      ...(whole || one !== undefined
        ? timeFigures(place, 'claimed', claimed.get(key) ?? [], smallestJudgedBase)
        : []),
      ...(!whole && one === undefined && isFollowed(place)
        ? [countFigure({ ...place, measure: 'found', question_id: '' }, 0, 0)]
        : []),
      ...(whole || flow !== undefined || isDoneIn(place) ? plainFigures(place, flows, flow) : []),
      ...(standing === undefined ? [] : plainFigures(place, standings, standing)),
      ...((whole && place.subject_kind in visitColumns) ||
      place.subject_kind === 'programme' ||
      visits !== undefined
        ? plainFigures(place, ['visits'], { visits: visits ?? 0 })
        : []),
    ];
  };
  return list.flatMap((subject) =>
    [allTime, ...periods.map(({ period }) => period)].flatMap((period) => figuresAt({ ...subject, period })),
  );
}

function coverage(row: ValueRow | undefined): Figure[] {
  const place = { subject_kind: 'programme', subject_id: wholeProgramme, period: allTime, question_id: '' };
  const at = (column: string) => Number(row?.[column] ?? 0);
  return [
    countFigure({ ...place, measure: 'halls_visited' }, at('halls_visited'), at('halls')),
    countFigure({ ...place, measure: 'services_visited' }, at('services_visited'), at('services')),
  ];
}

/** How many transactions each unit completed that answers of a survey can be set against: a department, or all. */
function transactionsDone(rows: readonly ValueRow[]): (unit: SurveyUnit) => number | null {
  const done = new Map(rows.map((row) => [text(row, 'department_id'), Number(row['transactions'])]));
  const all = [...done.values()].reduce((sum, count) => sum + count, 0);
  return ({ subject_kind, subject_id, period }) => {
    if (period !== allTime) return null;
    if (subject_kind === everyone.subject_kind) return all;
    return subject_kind === 'department' ? (done.get(subject_id) ?? 0) : null;
  };
}

/** Where two things meet and nobody was, there is no row. */
function isThere({ subject_kind, period }: SurveyUnit, responses: ProtectedAnswers | undefined): boolean {
  const isMeeting =
    subject_kind.includes('_') || (period !== allTime && subject_kind !== everyone.subject_kind);
  return !isMeeting || responses === undefined || responses.shown === 'nothing' || responses.base > 0;
}

function surveySummary(
  survey: ProtectedSurvey,
  tallies: Tallies,
  questions: readonly Question[],
  thresholds: Readonly<Record<RuleName, number>>,
): Pick<Summary, 'figures' | 'answers'> {
  const done = transactionsDone(tallies.transactions);
  const asked = questions.filter(({ kind }) => kind !== 'text');
  const { smallest_published_base: smallestPublishedBase, small_unit_base: smallUnitBase } = thresholds;
  const of = (question: string, unit: SurveyUnit) => survey.answers.get(question)?.get(unitKey(unit));
  const units = survey.units.filter((unit) => isThere(unit, survey.responses.get(unitKey(unit))));
  return {
    figures: units.flatMap((unit) => [
      ...responseFigures(unit, survey.responses.get(unitKey(unit)), done(unit), smallestPublishedBase),
      ...asked.flatMap((question) => questionFigures(question, unit, of(question.id, unit), smallUnitBase)),
    ]),
    answers: asked.flatMap((question) =>
      units.flatMap((unit) => answerCounts(question, unit, of(question.id, unit))),
    ),
  };
}

/** What is said of figures beside each other: unit beside unit, period beside period. */
function relate(
  figures: readonly Figure[],
  tallies: Tallies,
  settings: Settings,
  { periods, cutoff }: Span,
  smallestJudgedBase: number,
): Pick<Summary, 'figures' | 'funnels'> {
  const series = seriesOf(figures, periods, cutoff, livesOf(settings));
  const charted = charts(series);
  const withCharts = figures.map((figure) => ({ ...figure, ...charted.get(figure) }));
  const compared = compare(withCharts, smallestJudgedBase);
  const { programme } = settings;
  const season = programme.period === 'quarter' ? 4 : 12;
  const related = [
    ...compared.figures,
    ...changeFigures(series, periods),
    ...driftFigures(series, season),
    ...contrastFigures(tallies.time_to_confirmed, smallestJudgedBase),
    ...(programme.ranking === 'bands' ? rankFigures(figures) : []),
  ];
  return { figures: adjust(related), funnels: compared.funnels };
}

/** Makes every published number from the counts that may be shown. Numbers in, numbers out. */
export function summarise(
  tallies: Tallies,
  survey: ProtectedSurvey,
  settings: Settings,
  span: Span,
  thresholds: Readonly<Record<RuleName, number>>,
): Summary {
  const smallestJudgedBase = thresholds.smallest_judged_base;
  const asked = surveySummary(survey, tallies, settings.questions, thresholds);
  const rates = clusterEffects(asked.figures);
  const list = subjects(settings);
  const counted = [
    ...findingSummary(tallies, list, span.periods, livesOf(settings), smallestJudgedBase),
    ...coverage(tallies.coverage[0]),
    ...rates,
    ...ceilingFigures(rates),
    ...weightedFigures(rates, settings.margins),
  ];
  return {
    ...relate(counted, tallies, settings, span, smallestJudgedBase),
    curves: [
      ...curveRows(tallies.time_to_confirmed, 'confirmed_by_day', list, smallestJudgedBase),
      ...curveRows(tallies.time_to_claimed, 'claimed_by_day', list, smallestJudgedBase),
    ],
    answers: asked.answers,
  };
}

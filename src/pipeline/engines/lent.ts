import { questionColumn } from '../../model/batch.ts';
import type { Settings } from '../../model/settings.ts';
import { surveyDimensions } from '../../model/survey-table.ts';
import { countedQuestions } from './answer-counts.ts';
import type { ColumnType, Lent } from './engine.ts';

const all = (type: ColumnType, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, type]));

const period = { ...all('text', 'period'), ...all('date', 'starts_on', 'ends_on') };

/** The columns of the register that the tally reads besides those of responses; no text of a finding is among them. */
const registered: readonly Lent[] = [
  { name: 'finding', columns: all('text', 'finding_id', 'kind') },
  {
    name: 'finding_fact',
    columns: {
      ...all('text', 'finding_id', 'kind', 'status', 'recurrence_of', 'remedy_kind'),
      ...all('date', 'sent_on', 'last_claimed_on'),
      ...all(
        'count',
        'times_reopened',
        'replies',
        'days_since_found',
        'days_to_claimed',
        'days_to_confirmed',
        'days_to_registered',
      ),
      ...all('yes-no', 'open', 'overdue', 'late', 'in_time', 'matured', 'dates_out_of_order'),
    },
  },
  { name: 'finding_subject', columns: all('text', 'finding_id', 'subject_kind', 'subject_id') },
  { name: 'finding_period', columns: all('text', 'finding_id', 'period') },
  {
    name: 'past_event',
    columns: {
      ...all('text', 'finding_id', 'event', 'status'),
      ...all('date', 'on'),
      ...all('count', 'step'),
    },
  },
  { name: 'period', columns: period },
  { name: 'period_or_all', columns: period },
  {
    name: 'visit',
    columns: { ...all('date', 'on'), ...all('text', 'cohort', 'hall', 'department', 'service', 'channel') },
  },
  { name: 'hall', columns: all('text', 'id') },
  { name: 'service', columns: all('text', 'id') },
  {
    name: 'transactions',
    columns: { ...all('text', 'department', 'month'), ...all('count', 'transactions') },
  },
];

/** The responses that count, one row each: where, when and how they came, and their answers. Nobody's id is among it. */
export function countedColumns(settings: Settings): Lent['columns'] {
  return {
    ...all('text', ...surveyDimensions, 'block', 'origin', 'month'),
    ...all('yes-no', 'by_default'),
    ...all('text', ...countedQuestions(settings).map(({ id }) => questionColumn(id))),
  };
}

const places = surveyDimensions
  .filter((dimension) => dimension !== 'period')
  .map((dimension) => `COALESCE(${dimension}, '') AS ${dimension}`)
  .join(', ');

/** The responses that count, as the register has them. */
const countedHere = `(
  SELECT response.* REPLACE (${places}, COALESCE(origin, '') AS origin), COALESCE(origin, '') = 'default' AS by_default,
    placed.period, placed.block, SUBSTR(CAST(submitted_on AS VARCHAR), 1, 7) AS "month"
  FROM response
  INNER JOIN counted_month AS placed ON placed.drop_rank = response.drop_rank
    AND placed."month" = COALESCE(EXTRACT(YEAR FROM submitted_on) * 100 + EXTRACT(MONTH FROM submitted_on), 0)
)`;

/** All that the tally reads, where the responses come in drops. */
export function lentTables(settings: Settings): readonly Lent[] {
  return [...registered, { name: 'counted', columns: countedColumns(settings), from: countedHere }];
}

import { questionColumn } from '../../model/batch.ts';
import { isStorePath, type EngineSettings } from '../../model/engine.ts';
import type { Settings } from '../../model/settings.ts';
import { surveyDimensions } from '../../model/survey-table.ts';
import type { Tallies } from '../../model/tally.ts';
import { answerCounts, answersGiven, countedQuestions } from './answer-counts.ts';
import { checkCounts } from './check-counts.ts';
import { engineOf, type Place, type StatementOf } from './count-there.ts';
import type { Arrival, Deliveries } from './deliveries.ts';
import { nameOf, writtenOut, type Dialect } from './dialect.ts';
import { EngineFailure, type Asked, type Lend, type Script, type Store } from './engine.ts';
import { inOrder } from './in-order.ts';

/* Responses that lie in a warehouse are counted there; all that comes here are counts: of days, then of answers. */

const nothingLent: Lend = () => Promise.reject(new Error('nothing is lent to a warehouse'));

function sourceOf({ responses = '' }: EngineSettings): string {
  return isStorePath(responses) ? `parquet.\`${responses}\`` : responses;
}

const asText = ({ types }: Dialect, column: string) => `CAST(${column} AS ${types.text})`;

/** Asks how many responses arrived with which delivery on which day, and whether any id is there twice. */
export function arrivalScript(dialect: Dialect, chosen: EngineSettings): Script {
  const source = sourceOf(chosen);
  const delivery = asText(dialect, '"drop"');
  const day = `SUBSTR(${asText(dialect, 'submitted_on')}, 1, 10)`;
  return {
    lent: [],
    prepare: [],
    asked: [
      {
        name: 'arrivals',
        statement: `SELECT
  ${delivery} AS delivery,
  ${day} AS submitted_on,
  COUNT(*) AS responses
FROM ${source} AS held
GROUP BY ${delivery}, ${day}
ORDER BY 1, 2`,
      },
      {
        name: 'repeated',
        statement: `SELECT
  COUNT(*) AS repeated
FROM (SELECT response_id FROM ${source} AS held GROUP BY response_id HAVING COUNT(*) > 1) AS twice`,
      },
    ],
  };
}

/** How many responses lie in the warehouse, by delivery and day. */
export async function askArrivals(chosen: EngineSettings, place: Place): Promise<Arrival[]> {
  const { engine, dialect } = engineOf(chosen, place);
  const answered = await engine(arrivalScript(dialect, chosen), nothingLent);
  const repeated = Number(answered.get('repeated')?.[0]?.['repeated'] ?? 0);
  if (repeated > 0)
    throw new EngineFailure({
      code: 'engine-repeats',
      file: 'programme.yaml',
      value: chosen.responses ?? '',
      detail: String(repeated),
    });
  const rows = inOrder('ORDER BY 1, 2', answered.get('arrivals') ?? []);
  return rows.map((row) => ({
    delivery: String(row['delivery'] ?? ''),
    on: String(row['submitted_on'] ?? ''),
    responses: Number(row['responses']),
  }));
}

/** The responses of the warehouse that count, one row each, as `lent.ts` lends those of drops. */
function countedThere(
  dialect: Dialect,
  chosen: EngineSettings,
  settings: Settings,
  { placed }: Deliveries,
): string {
  const text = (column: string) => asText(dialect, column);
  const places = surveyDimensions
    .filter((dimension) => dimension !== 'period')
    .map((dimension) => `COALESCE(${text(`held.${dimension}`)}, '') AS ${dimension}`);
  const answers = countedQuestions(settings).map(({ id }) => {
    const column = nameOf(questionColumn(id));
    return `NULLIF(${text(`held.${column}`)}, '') AS ${column}`;
  });
  const months = placed.map(({ delivery, month, period, block }) => [delivery, month, period, block]);
  return `CREATE TEMPORARY VIEW counted AS
SELECT
  ${[...places, ...answers].join(',\n  ')},
  placed.period,
  placed.block,
  COALESCE(${text('held.origin')}, '') AS origin,
  COALESCE(${text('held.origin')}, '') = 'default' AS by_default,
  NULLIF(placed.month_name, '') AS "month"
FROM ${sourceOf(chosen)} AS held
INNER JOIN ${writtenOut(dialect, 'placed', ['delivery', 'month_name', 'period', 'block'], months)}
  ON placed.delivery = ${text('held."drop"')}
  AND placed.month_name = COALESCE(SUBSTR(${text('held.submitted_on')}, 1, 7), '')`;
}

const surveyNames = ['responses', 'answered', 'answers'] as const;

/** What is needed to count in a warehouse. */
export interface ToCountThere extends Place {
  readonly store: Store;
  readonly settings: Settings;
  readonly statementOf: StatementOf;
  readonly deliveries: Deliveries;
}

/** Asks a warehouse for the tallies of the survey. */
export async function countInWarehouse(
  chosen: EngineSettings,
  { store, settings, statementOf, deliveries, ...place }: ToCountThere,
): Promise<Pick<Tallies, (typeof surveyNames)[number]>> {
  const { engine, dialect } = engineOf(chosen, place);
  const known = await store.query(
    'SELECT DISTINCT department, "month" FROM transactions ORDER BY department, "month"',
  );
  const months = known.map((row) => [String(row['department']), String(row['month'])]);
  const asked: Asked[] = surveyNames.map((name) => ({ name, statement: statementOf(name) }));
  const script: Script = {
    lent: [],
    prepare: [
      countedThere(dialect, chosen, settings, deliveries),
      `CREATE TEMPORARY VIEW transactions AS SELECT * FROM ${writtenOut(dialect, 'known', ['department', '"month"'], months)}`,
      ...answerCounts(dialect, settings),
    ],
    asked: [...asked, { name: 'given', statement: answersGiven() }],
  };
  const answered = await engine(script, nothingLent);
  const [responses, people, answers] = asked.map(({ name, statement }) =>
    inOrder(statement, answered.get(name) ?? []),
  );
  const tallies = { responses: responses ?? [], answered: people ?? [], answers: answers ?? [] };
  checkCounts(tallies, settings, { responses: deliveries.counted, given: answered.get('given') ?? [] });
  return tallies;
}

/** Leaves of `responded`, for other statements, the months that the counted responses span. */
export async function openMonths(store: Store, { placed }: Deliveries): Promise<void> {
  const months = placed.filter(({ month }) => month !== '').map(({ month }) => `('${month}')`);
  const rows =
    months.length === 0
      ? `SELECT '' AS "month" WHERE FALSE`
      : `SELECT DISTINCT * FROM (VALUES ${months.join(', ')}) AS all_months("month")`;
  await store.run(`CREATE OR REPLACE TABLE responded AS ${rows}`);
}

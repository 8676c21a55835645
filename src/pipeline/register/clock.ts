import { isDay } from '../../model/is-day.ts';
import type { Problem } from '../../model/problem.ts';
import type { Cutoff, Period } from '../../model/register.ts';
import { quoteText } from '../../model/sql-text.ts';
import type { Database } from './database.ts';

const noCutoff: Cutoff = { on: '', time: '' };

/**
 * The cut-off that the settings or the caller give, else the latest moment in the drops, else the first day of the
 * programme, which has nothing to tell yet; none if none is a day.
 */
export async function findCutoff(
  database: Database,
  given: string,
  startsOn = '',
  elsewhere: readonly string[] = [],
): Promise<Cutoff> {
  if (given !== 'latest') {
    const on = given.slice(0, 10);
    return isDay(on) ? { on, time: given.slice(11) } : noCutoff;
  }
  const [latest] = await database.query(`
    SELECT MAX(moment) AS moment FROM (
      SELECT CAST(found_on AS VARCHAR) || COALESCE('T' || found_time, '') AS moment FROM raw_findings
      UNION ALL SELECT CAST("on" AS VARCHAR) || COALESCE('T' || "time", '') FROM raw_events
      UNION ALL SELECT CAST("on" AS VARCHAR) FROM raw_visits
      UNION ALL SELECT CAST(MAX("on") AS VARCHAR) FROM response_day
      ${elsewhere.map((day) => `UNION ALL SELECT ${quoteText(day)}`).join(' ')}
    ) AS all_moments`);
  const moment = String(latest?.['moment'] ?? startsOn);
  return { on: moment.slice(0, 10), time: moment.slice(11) };
}

function dayExpression({ on }: Cutoff): string {
  return on === '' ? 'CAST(NULL AS DATE)' : `DATE ${quoteText(on)}`;
}

/** What to say when there is no day up to which the data could speak. */
export function missingCutoff(given: string): Problem {
  return {
    code: 'bad-setting',
    file: 'programme.yaml',
    said:
      given === 'latest'
        ? { zh: '没有一个文件里有日期，定不出数据截止日', en: 'no drop holds a date, so there is no cut-off' }
        : { zh: `数据截止日“${given}”不是日期`, en: `the cut-off “${given}” is not a date` },
    detail: {
      zh: '在 starts_on 写明项目从哪天开始，或在 cutoff 写明日期，或先放入数据',
      en: 'say under starts_on when the programme begins, name a date under cutoff, or add a drop first',
    },
  };
}

/** The day of the earliest record up to the cut-off. */
export async function firstDay(
  database: Database,
  cutoff: Cutoff,
  elsewhere: readonly string[] = [],
): Promise<string> {
  const [first] = await database.query(`
    SELECT CAST(MIN(day) AS VARCHAR) AS day FROM (
      SELECT MIN(found_on) AS day FROM raw_findings
      UNION ALL SELECT MIN("on") FROM raw_visits
      UNION ALL SELECT MIN("on") FROM response_day
      ${elsewhere.map((day) => `UNION ALL SELECT CAST(${quoteText(day)} AS DATE)`).join(' ')}
    ) AS firsts WHERE day <= ${dayExpression(cutoff)}`);
  return String(first?.['day'] ?? cutoff.on);
}

/** Puts the cut-off and the periods into the store. */
export async function loadClock(
  database: Database,
  cutoff: Cutoff,
  periods: readonly Period[],
): Promise<void> {
  const time = cutoff.time === '' ? 'CAST(NULL AS VARCHAR)' : quoteText(cutoff.time);
  await database.run(
    `CREATE TABLE clock AS SELECT ${dayExpression(cutoff)} AS cutoff_on, ${time} AS cutoff_time`,
  );
  await database.fill(
    'period_text',
    ['period', 'starts_on', 'ends_on'],
    periods.map(({ period, starts_on, ends_on }) => [period, starts_on, ends_on]),
  );
  await database.run(
    'CREATE TABLE period AS SELECT period, CAST(starts_on AS DATE) AS starts_on, CAST(ends_on AS DATE) AS ends_on FROM period_text',
  );
  await database.run(
    `CREATE TABLE period_or_all AS SELECT * FROM period UNION ALL SELECT 'all', DATE '0001-01-01', DATE '9999-12-31'`,
  );
}

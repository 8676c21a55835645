import type { Problem } from '../../model/problem.ts';
import type { Register } from '../../model/register.ts';
import type { Earlier } from '../../model/release.ts';

/** What the last release had of the findings and the register has no more: nothing published may go in silence. */
export async function ledgerProblems(
  earlier: Earlier,
  { query, cutoff, corrections }: Pick<Register, 'query' | 'cutoff' | 'corrections'>,
): Promise<Problem[]> {
  const last = earlier.releases.at(-1)?.record;
  if (last === undefined) return [];
  const file = `releases/${last.release}`;
  if (cutoff.on < last.cutoff)
    return [{ code: 'cutoff-before-release', file, value: cutoff.on, detail: String(last.release) }];
  const findings = await query('SELECT finding_id FROM finding');
  const ids = new Set(findings.map((row) => String(row['finding_id'])));
  const events = await query('SELECT finding_id, event, CAST("on" AS VARCHAR) AS day FROM past_event');
  const steps = new Set(events.map((row) => `${row['finding_id']} ${row['event']} ${row['day']}`));
  // A step that a later drop corrected is told among the corrections; its name begins with what it was and when.
  const corrected = new Set(
    corrections.map(({ finding_id, event }) => `${finding_id} ${event.split(' ').slice(0, 2).join(' ')}`),
  );
  const gone = earlier.findings
    .map((row) => row['finding_id'] ?? '')
    .filter((id) => !ids.has(id))
    .map((value): Problem => ({ code: 'published-finding-gone', file, value, detail: String(last.release) }));
  const lost = earlier.finding_events
    // The day of being found is a fact of the finding itself; that it was corrected, the changes tell.
    .filter((row) => row['event'] !== 'found' && ids.has(row['finding_id'] ?? ''))
    .filter((row) => {
      const step = `${row['finding_id']} ${row['event']} ${row['on']}`;
      return !steps.has(step) && !corrected.has(step);
    })
    .map((row): Problem => ({
      code: 'published-step-gone',
      file,
      value: row['finding_id'] ?? '',
      detail: `${row['event']} ${row['on']}`,
    }));
  return [...gone, ...lost];
}

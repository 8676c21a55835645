-- Days from finding until the remedy was confirmed, by subject and period found; whoever is not there
-- yet is counted as still waiting at the cut-off. Refused and transferred findings wait for ever. What was taken over from
-- an older register is under observation from that day of its life on (`entered`); what had ended by then never was.
WITH life AS (
  SELECT *
  FROM (
    SELECT
      f.finding_id,
      CASE WHEN f.status = 'confirmed' THEN 1 ELSE 0 END AS event,
      CASE WHEN f.status = 'confirmed' THEN f.days_to_confirmed ELSE f.days_since_found END AS exit_day,
      CASE WHEN f.days_to_registered > 0 THEN f.days_to_registered END AS entry_day
    FROM finding_fact AS f
    WHERE
      f.kind = 'problem'
      AND f.status NOT IN ('duplicate', 'withdrawn')
      AND NOT f.dates_out_of_order
  ) AS whole
  WHERE entry_day IS NULL OR exit_day > entry_day
)
SELECT
  s.subject_kind,
  s.subject_id,
  p.period,
  t.day,
  SUM(t.events) AS events,
  SUM(t.censored) AS censored,
  SUM(t.entered) AS entered
FROM (
  SELECT l.finding_id, l.exit_day AS day, l.event AS events, 1 - l.event AS censored, 0 AS entered
  FROM life AS l
  UNION ALL
  SELECT l.finding_id, l.entry_day, 0, 0, 1
  FROM life AS l
  WHERE l.entry_day IS NOT NULL
) AS t
INNER JOIN finding_subject AS s ON s.finding_id = t.finding_id
INNER JOIN finding_period AS p ON p.finding_id = t.finding_id
GROUP BY s.subject_kind, s.subject_id, p.period, t.day
ORDER BY s.subject_kind, s.subject_id, p.period, t.day

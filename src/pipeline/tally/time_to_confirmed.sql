-- Days from finding until an officer confirmed the remedy, by subject and period found; whoever is not there
-- yet is counted as still waiting at the cut-off. Refused and transferred findings wait for ever.
SELECT
  s.subject_kind,
  s.subject_id,
  p.period,
  CASE WHEN f.status = 'confirmed' THEN f.confirmed_on - f.found_on ELSE f.cutoff_on - f.found_on END AS day,
  SUM(CASE WHEN f.status = 'confirmed' THEN 1 ELSE 0 END) AS events,
  SUM(CASE WHEN f.status = 'confirmed' THEN 0 ELSE 1 END) AS censored
FROM finding_fact AS f
INNER JOIN finding_subject AS s ON s.finding_id = f.finding_id
INNER JOIN finding_period AS p ON p.finding_id = f.finding_id
WHERE
  f.kind = 'problem'
  AND f.status NOT IN ('duplicate', 'withdrawn')
  AND NOT f.dates_out_of_order
GROUP BY
  s.subject_kind,
  s.subject_id,
  p.period,
  CASE WHEN f.status = 'confirmed' THEN f.confirmed_on - f.found_on ELSE f.cutoff_on - f.found_on END
ORDER BY s.subject_kind, s.subject_id, p.period, day

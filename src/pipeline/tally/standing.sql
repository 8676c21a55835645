-- How things stood at the end of each period: for every finding its last event up to then.
SELECT
  s.subject_kind,
  s.subject_id,
  b.period,
  COUNT(*) AS found_to_date,
  SUM(CASE WHEN b.status IN ('claimed', 'confirmed') THEN 1 ELSE 0 END) AS claimed_to_date,
  SUM(CASE WHEN b.status = 'confirmed' THEN 1 ELSE 0 END) AS confirmed_to_date
FROM (
  SELECT
    e.finding_id,
    e.status,
    w.period,
    ROW_NUMBER() OVER (PARTITION BY e.finding_id, w.period ORDER BY e.step DESC) AS steps_back
  FROM past_event AS e
  INNER JOIN period AS w ON e."on" <= w.ends_on
  WHERE e.status IS NOT NULL
) AS b
INNER JOIN finding AS f ON f.finding_id = b.finding_id
INNER JOIN finding_subject AS s ON s.finding_id = b.finding_id
WHERE b.steps_back = 1 AND f.kind = 'problem' AND s.subject_kind IN ('programme', 'department')
GROUP BY s.subject_kind, s.subject_id, b.period
ORDER BY s.subject_kind, s.subject_id, b.period

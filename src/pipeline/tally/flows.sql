-- What happened in each period, whenever the problem was found.
SELECT
  s.subject_kind,
  s.subject_id,
  w.period,
  SUM(CASE WHEN e.event = 'claimed' THEN 1 ELSE 0 END) AS claims_made,
  SUM(CASE WHEN e.event = 'confirmed' THEN 1 ELSE 0 END) AS confirmations_made,
  SUM(CASE WHEN e.event = 'reopened' THEN 1 ELSE 0 END) AS reopenings_made
FROM past_event AS e
INNER JOIN finding AS f ON f.finding_id = e.finding_id
INNER JOIN finding_subject AS s ON s.finding_id = e.finding_id
INNER JOIN period_or_all AS w ON e."on" BETWEEN w.starts_on AND w.ends_on
WHERE f.kind = 'problem' AND e.event IN ('claimed', 'confirmed', 'reopened')
GROUP BY s.subject_kind, s.subject_id, w.period
ORDER BY s.subject_kind, s.subject_id, w.period

-- Visits by where, when and how.
SELECT
  COALESCE(w.period, '') AS period,
  COALESCE(v.cohort, '') AS cohort_id,
  COALESCE(v.hall, '') AS hall_id,
  COALESCE(v.department, '') AS department_id,
  COALESCE(v.service, '') AS service_id,
  COALESCE(v.channel, '') AS channel,
  COUNT(*) AS visits
FROM visit AS v
LEFT JOIN period AS w ON v."on" BETWEEN w.starts_on AND w.ends_on
GROUP BY
  COALESCE(w.period, ''),
  COALESCE(v.cohort, ''),
  COALESCE(v.hall, ''),
  COALESCE(v.department, ''),
  COALESCE(v.service, ''),
  COALESCE(v.channel, '')
ORDER BY 1, 2, 3, 4, 5, 6

-- Responses by how they came about, and by whether the department's transactions of that month are known, for each
-- family of public tables.
SELECT
  a.department AS department_id,
  a.service AS service_id,
  a.hall AS hall_id,
  a.channel,
  a.respondent,
  a.period,
  a.block,
  a.origin,
  a.transactions,
  GROUPING(a.department, a.service, a.hall, a.channel, a.respondent, a.period) AS left_out,
  COUNT(*) AS responses
FROM (
  SELECT
    counted.department,
    counted.service,
    counted.hall,
    counted.channel,
    counted.respondent,
    counted.period,
    counted.block,
    COALESCE(counted.origin, '') AS origin,
    CASE WHEN transactions.department IS NULL THEN 'unknown' ELSE 'known' END AS transactions
  FROM counted
  LEFT JOIN transactions
    ON transactions.department = counted.department
    AND transactions."month" = SUBSTR(CAST(counted.submitted_on AS VARCHAR), 1, 7)
) AS a
GROUP BY GROUPING SETS ({families: a.block, a.origin, a.transactions})
ORDER BY 10, 1, 2, 3, 4, 5, 6, 7, 8, 9

-- Responses by how they came about, and by whether the department's transactions of that month are known, for each
-- family of public tables, added up from the counts of every place.
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
  GROUPING(a.department) * 32 + GROUPING(a.service) * 16 + GROUPING(a.hall) * 8 + GROUPING(a.channel) * 4 + GROUPING(a.respondent) * 2
    + GROUPING(a.period) AS left_out,
  SUM(a.responses) AS responses
FROM (
  SELECT
    r.department,
    r.service,
    r.hall,
    r.channel,
    r.respondent,
    r.period,
    r.block,
    r.origin,
    r.responses,
    CASE WHEN t.department IS NULL THEN 'unknown' ELSE 'known' END AS transactions
  FROM responded AS r
  LEFT JOIN transactions AS t ON t.department = r.department AND t."month" = r."month"
) AS a
GROUP BY GROUPING SETS ({families: a.block, a.origin, a.transactions})
ORDER BY 10, 1, 2, 3, 4, 5, 6, 7, 8, 9

-- Responses by department, by how they came about, and by whether the department's transactions of that month are known.
SELECT
  COALESCE(r.department, '') AS department_id,
  COALESCE(r.origin, '') AS origin,
  CASE WHEN t.department IS NULL THEN 'unknown' ELSE 'known' END AS transactions,
  COUNT(*) AS responses
FROM response AS r
LEFT JOIN transactions AS t
  ON t.department = r.department AND t."month" = SUBSTR(CAST(r.submitted_on AS VARCHAR), 1, 7)
GROUP BY
  COALESCE(r.department, ''),
  COALESCE(r.origin, ''),
  CASE WHEN t.department IS NULL THEN 'unknown' ELSE 'known' END
ORDER BY 1, 2, 3

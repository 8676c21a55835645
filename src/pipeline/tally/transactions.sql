-- Completed transactions by department, in the months that the counted responses span.
SELECT
  t.department AS department_id,
  SUM(t.transactions) AS transactions
FROM transactions AS t
WHERE
  t."month" >= (SELECT MIN(r."month") FROM responded AS r)
  AND t."month" <= (SELECT MAX(r."month") FROM responded AS r)
GROUP BY t.department
ORDER BY t.department

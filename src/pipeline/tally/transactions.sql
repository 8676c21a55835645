-- Completed transactions by department, in the months that the counted responses span.
SELECT
  t.department AS department_id,
  SUM(t.transactions) AS transactions
FROM transactions AS t
WHERE
  t."month" >= (SELECT MIN(SUBSTR(CAST(r.submitted_on AS VARCHAR), 1, 7)) FROM counted AS r)
  AND t."month" <= (SELECT MAX(SUBSTR(CAST(r.submitted_on AS VARCHAR), 1, 7)) FROM counted AS r)
GROUP BY t.department
ORDER BY t.department

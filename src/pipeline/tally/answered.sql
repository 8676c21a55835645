-- People who answered each multiple-choice question, for each family of public tables, added up from the counts of every
-- place; of the other questions the answers are the people.
SELECT
  a.question_id,
  a.department AS department_id,
  a.service AS service_id,
  a.hall AS hall_id,
  a.channel,
  a.respondent,
  a.period,
  a.block,
  GROUPING(a.department) * 32 + GROUPING(a.service) * 16 + GROUPING(a.hall) * 8 + GROUPING(a.channel) * 4 + GROUPING(a.respondent) * 2
    + GROUPING(a.period) AS left_out,
  SUM(a.people) AS people
FROM answered AS a
WHERE NOT a.by_default
GROUP BY GROUPING SETS ({families: a.question_id, a.block})
ORDER BY 9, 1, 2, 3, 4, 5, 6, 7, 8

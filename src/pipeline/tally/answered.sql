-- People who answered each multiple-choice question, for each family of public tables; of the others the answers are the people.
SELECT
  a.question_id,
  a.department AS department_id,
  a.service AS service_id,
  a.hall AS hall_id,
  a.channel,
  a.respondent,
  a.period,
  a.block,
  GROUPING(a.department, a.service, a.hall, a.channel, a.respondent, a.period) AS left_out,
  COUNT(*) AS people
FROM answered AS a
WHERE COALESCE(a.origin, '') <> 'default'
GROUP BY GROUPING SETS ({families: a.question_id, a.block})
ORDER BY 9, 1, 2, 3, 4, 5, 6, 7, 8

-- People who answered each question, by department. Default ratings are nobody's answer.
SELECT
  a.question_id,
  COALESCE(a.department, '') AS department_id,
  COUNT(*) AS people
FROM answered AS a
WHERE COALESCE(a.origin, '') <> 'default'
GROUP BY a.question_id, COALESCE(a.department, '')
ORDER BY a.question_id, COALESCE(a.department, '')

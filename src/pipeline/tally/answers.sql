-- Answers by question and department. Default ratings are nobody's answer.
SELECT
  a.question_id,
  COALESCE(a.department, '') AS department_id,
  a.answer_id,
  COUNT(*) AS answers
FROM answer AS a
WHERE COALESCE(a.origin, '') <> 'default'
GROUP BY a.question_id, COALESCE(a.department, ''), a.answer_id
ORDER BY a.question_id, COALESCE(a.department, ''), a.answer_id

-- Answers by question, for each family of public tables, added up from the counts of every place: of all responses that
-- share department, service, hall, channel, respondent, period and block. Default ratings are nobody's answer.
SELECT
  a.question_id,
  a.department AS department_id,
  a.service AS service_id,
  a.hall AS hall_id,
  a.channel,
  a.respondent,
  a.period,
  a.block,
  a.answer_id,
  GROUPING(a.department) * 32 + GROUPING(a.service) * 16 + GROUPING(a.hall) * 8 + GROUPING(a.channel) * 4 + GROUPING(a.respondent) * 2
    + GROUPING(a.period) AS left_out,
  SUM(a.answers) AS answers
FROM answer AS a
WHERE NOT a.by_default
GROUP BY GROUPING SETS ({families: a.question_id, a.block, a.answer_id})
ORDER BY 10, 1, 2, 3, 4, 5, 6, 7, 8, 9

-- Findings by subject and by the period in which they were found, as they stand at the cut-off.
SELECT
  s.subject_kind,
  s.subject_id,
  p.period,
  SUM(CASE WHEN f.kind = 'problem' THEN 1 ELSE 0 END) AS found,
  SUM(CASE WHEN f.kind = 'problem' AND f.status = 'confirmed' THEN 1 ELSE 0 END) AS confirmed,
  SUM(CASE WHEN f.kind = 'problem' AND f.status = 'claimed' THEN 1 ELSE 0 END) AS claimed,
  SUM(CASE WHEN f.kind = 'problem' AND f.open AND NOT f.overdue THEN 1 ELSE 0 END) AS in_hand,
  SUM(CASE WHEN f.kind = 'problem' AND f.overdue THEN 1 ELSE 0 END) AS overdue,
  SUM(CASE WHEN f.kind = 'problem' AND f.status = 'refused' THEN 1 ELSE 0 END) AS refused,
  SUM(CASE WHEN f.kind = 'problem' AND f.status = 'transferred' THEN 1 ELSE 0 END) AS transferred,
  SUM(CASE WHEN f.kind = 'problem' AND f.status = 'duplicate' THEN 1 ELSE 0 END) AS duplicate,
  SUM(CASE WHEN f.kind = 'problem' AND f.status = 'withdrawn' THEN 1 ELSE 0 END) AS withdrawn,
  SUM(CASE WHEN f.kind = 'problem' AND f.status = 'reopened' THEN 1 ELSE 0 END) AS reopened,
  SUM(CASE WHEN f.kind = 'problem' AND f.times_reopened > 0 THEN 1 ELSE 0 END) AS ever_reopened,
  SUM(CASE WHEN f.kind = 'problem' AND f.sent_on IS NOT NULL THEN 1 ELSE 0 END) AS sent,
  SUM(CASE WHEN f.kind = 'problem' AND f.overdue AND f.replies = 0 AND f.last_claimed_on IS NULL THEN 1 ELSE 0 END) AS no_reply,
  SUM(CASE WHEN f.kind = 'problem' AND f.late THEN 1 ELSE 0 END) AS late,
  SUM(CASE WHEN f.kind = 'problem' AND f.late IS NOT NULL THEN 1 ELSE 0 END) AS claimed_with_deadline,
  SUM(CASE WHEN f.kind = 'problem' AND f.recurrence_of IS NOT NULL THEN 1 ELSE 0 END) AS recurrent,
  SUM(CASE WHEN f.kind = 'problem' AND f.status = 'confirmed' AND f.remedy_kind = 'one_off' THEN 1 ELSE 0 END) AS remedy_one_off,
  SUM(CASE WHEN f.kind = 'problem' AND f.status = 'confirmed' AND f.remedy_kind = 'mechanism' THEN 1 ELSE 0 END) AS remedy_mechanism,
  SUM(CASE WHEN f.kind = 'commendation' THEN 1 ELSE 0 END) AS commendations,
  SUM(CASE WHEN f.kind = 'problem' AND f.matured AND f.status NOT IN ('duplicate', 'withdrawn', 'transferred') THEN 1 ELSE 0 END) AS matured,
  SUM(
    CASE
      WHEN f.kind = 'problem' AND f.matured AND f.status = 'confirmed' AND f.in_time THEN 1
      ELSE 0
    END
  ) AS confirmed_in_time,
  MAX(CASE WHEN f.kind = 'problem' AND f.open THEN f.days_since_found END) AS oldest_open
FROM finding_fact AS f
INNER JOIN finding_subject AS s ON s.finding_id = f.finding_id
INNER JOIN finding_period AS p ON p.finding_id = f.finding_id
GROUP BY s.subject_kind, s.subject_id, p.period
ORDER BY s.subject_kind, s.subject_id, p.period

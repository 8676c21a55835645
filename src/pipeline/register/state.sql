-- What has happened by the cut-off. Later events do not exist yet.
CREATE VIEW reached_event AS
SELECT event.*, kind.place, kind.status
FROM event
INNER JOIN event_kind AS kind ON kind.event = event.event
INNER JOIN current_finding ON current_finding.finding_id = event.finding_id
CROSS JOIN clock
WHERE
  event."on" <= clock.cutoff_on
  AND (event."on" = clock.cutoff_on AND event."time" > clock.cutoff_time) IS NOT TRUE
  AND current_finding.found_on <= clock.cutoff_on
  AND (current_finding.found_on = clock.cutoff_on AND current_finding.found_time > clock.cutoff_time) IS NOT TRUE;

-- What stands on the day of the cut-off, step by step.
CREATE TABLE past_event AS
-- An event without a time of day comes after those of its day that are before it in the order of steps.
WITH same_day AS (
  SELECT untimed.finding_id, untimed."on", untimed.place, MAX(timed."time") AS moment
  FROM reached_event AS untimed
  INNER JOIN reached_event AS timed
    ON timed.finding_id = untimed.finding_id AND timed."on" = untimed."on" AND timed.place <= untimed.place
  WHERE untimed."time" IS NULL AND timed."time" IS NOT NULL
  GROUP BY untimed.finding_id, untimed."on", untimed.place
),

placed AS (
  SELECT reached_event.*, COALESCE(reached_event."time", same_day.moment, '') AS moment
  FROM reached_event
  LEFT JOIN same_day
    ON
      same_day.finding_id = reached_event.finding_id
      AND same_day."on" = reached_event."on"
      AND same_day.place = reached_event.place
)

SELECT
  placed.*,
  ROW_NUMBER() OVER (
    PARTITION BY finding_id
    -- A finding begins with being found, even where a date says otherwise.
    ORDER BY
      CASE WHEN event = 'found' THEN 0 ELSE 1 END, "on", moment, place, drop_rank, source_row, reason, remedy, {notes}
  ) AS step
FROM placed;

-- The last event that says where a finding stands.
CREATE TABLE standing AS
SELECT finding_id, event AS last_event, status, "on" AS since, reason, other_finding, drop_rank, source_row
FROM (
  SELECT
    past_event.*,
    ROW_NUMBER() OVER (PARTITION BY finding_id ORDER BY step DESC) AS steps_back
  FROM past_event
  WHERE status IS NOT NULL
) AS ranked
WHERE steps_back = 1;

CREATE TABLE history AS
SELECT
  finding_id,
  MIN(CASE WHEN event = 'sent' THEN "on" END) AS sent_on,
  MAX(CASE WHEN event = 'claimed' THEN CAST("on" AS VARCHAR) || COALESCE(' ' || "time", '') END) AS last_claim,
  MAX(CASE WHEN event = 'claimed' THEN step END)
  > COALESCE(MAX(CASE WHEN event = 'reopened' THEN step END), 0) AS claim_stands,
  MAX(CASE WHEN event = 'confirmed' THEN "on" END) AS last_confirmed_on,
  MAX("on") AS last_event_on,
  SUM(CASE WHEN event = 'reopened' THEN 1 ELSE 0 END) AS times_reopened,
  SUM(CASE WHEN event = 'replied' THEN 1 ELSE 0 END) AS replies
FROM past_event
GROUP BY finding_id;

-- The kind of remedy that the latest claim names.
CREATE TABLE latest_remedy AS
SELECT finding_id, remedy
FROM (
  SELECT
    past_event.*,
    ROW_NUMBER() OVER (PARTITION BY finding_id ORDER BY step DESC) AS steps_back
  FROM past_event
  WHERE event = 'claimed'
) AS ranked
WHERE steps_back = 1;

CREATE TABLE out_of_order AS
SELECT DISTINCT past_event.finding_id
FROM past_event
INNER JOIN current_finding ON current_finding.finding_id = past_event.finding_id
WHERE
  past_event."on" < current_finding.found_on
  OR (past_event."on" = current_finding.found_on AND past_event."time" < current_finding.found_time);

-- The deadline that the source gives, else so many working days after the department was told, by the rule of that day.
CREATE TABLE deadline AS
SELECT
  current_finding.finding_id,
  COALESCE(current_finding.due_on, due.day) AS due_on,
  CASE WHEN current_finding.due_on IS NULL THEN NULL ELSE current_finding.due_time END AS due_time,
  due.day AS computed_due_on,
  rule.working_days
FROM current_finding
INNER JOIN history ON history.finding_id = current_finding.finding_id
LEFT JOIN deadline_rule AS rule
  ON
    rule.severity = current_finding.severity
    -- What was never sent has the rule of today.
    AND COALESCE(history.sent_on, DATE '9999-12-31') > rule.sent_after
    AND COALESCE(history.sent_on, DATE '9999-12-31') <= rule.sent_until
LEFT JOIN calendar AS sent ON sent.day = history.sent_on
LEFT JOIN calendar AS due ON due.working AND due.ordinal = sent.ordinal + rule.working_days;

-- What a finding is, in the words of the measures. Its texts, which nothing is counted by, stay where they are.
CREATE TABLE finding_fact AS
-- Many findings have few days: the day is looked for among the periods, not each finding.
WITH found_period AS (
  SELECT day.found_on, period.period
  FROM (SELECT DISTINCT found_on FROM current_finding) AS day
  INNER JOIN period ON day.found_on BETWEEN period.starts_on AND period.ends_on
),

finding AS (
  SELECT
    current_finding.* EXCLUDE ({texts}),
    standing.status,
    standing.last_event,
    standing.reason AS ending_reason,
    standing.other_finding AS same_as,
    standing.since AS status_since,
    history.sent_on,
    CAST(SUBSTR(history.last_claim, 1, 10) AS DATE) AS last_claimed_on,
    NULLIF(SUBSTR(history.last_claim, 12), '') AS last_claimed_time,
    CASE WHEN history.claim_stands AND standing.status IN ('claimed', 'confirmed') THEN CAST(SUBSTR(history.last_claim, 1, 10) AS DATE) END AS claimed_on,
    CASE WHEN history.claim_stands AND standing.status IN ('claimed', 'confirmed') THEN NULLIF(SUBSTR(history.last_claim, 12), '') END AS claimed_time,
    CASE WHEN standing.status = 'confirmed' THEN history.last_confirmed_on END AS confirmed_on,
    history.last_event_on,
    history.times_reopened,
    history.replies,
    latest_remedy.remedy AS remedy_kind,
    deadline.due_on AS deadline_on,
    deadline.due_time AS deadline_time,
    deadline.computed_due_on,
    deadline.working_days AS limit_working_days,
    out_of_order.finding_id IS NOT NULL AS dates_out_of_order,
    found_period.period
  FROM current_finding
  INNER JOIN standing ON standing.finding_id = current_finding.finding_id
  INNER JOIN history ON history.finding_id = current_finding.finding_id
  LEFT JOIN latest_remedy ON latest_remedy.finding_id = current_finding.finding_id
  LEFT JOIN deadline ON deadline.finding_id = current_finding.finding_id
  LEFT JOIN out_of_order ON out_of_order.finding_id = current_finding.finding_id
  LEFT JOIN found_period ON found_period.found_on = current_finding.found_on
)

SELECT
  finding.*,
  finding.status IN ('found', 'sent', 'reopened') AS open,
  finding.status IN ('found', 'sent', 'reopened')
  AND (
    finding.deadline_on < clock.cutoff_on
    OR (finding.deadline_on = clock.cutoff_on AND finding.deadline_time < COALESCE(clock.cutoff_time, '24:00:00'))
  ) IS TRUE AS overdue,
  CASE
    WHEN finding.last_claimed_on IS NULL OR finding.deadline_on IS NULL THEN NULL
    ELSE
      finding.last_claimed_on > finding.deadline_on
      OR (finding.last_claimed_on = finding.deadline_on AND finding.last_claimed_time > finding.deadline_time) IS TRUE
  END AS late,
  (
    COALESCE(finding.claimed_on, finding.confirmed_on) < finding.deadline_on
    OR (
      COALESCE(finding.claimed_on, finding.confirmed_on) = finding.deadline_on
      AND NOT (finding.claimed_time > finding.deadline_time) IS TRUE
    )
  ) IS TRUE AS in_time,
  (
    finding.deadline_on < clock.cutoff_on
    OR (
      finding.deadline_on = clock.cutoff_on
      AND (finding.deadline_time IS NULL OR clock.cutoff_time IS NULL OR finding.deadline_time <= clock.cutoff_time)
    )
  ) IS TRUE AS matured,
  -- Engines do not agree on how days are counted, so they are counted here.
  clock.cutoff_on - finding.found_on AS days_since_found,
  COALESCE(finding.claimed_on, finding.confirmed_on) - finding.found_on AS days_to_claimed,
  finding.confirmed_on - finding.found_on AS days_to_confirmed,
  finding.registered_on - finding.found_on AS days_to_registered,
  clock.cutoff_on
FROM finding
CROSS JOIN clock;

CREATE VIEW finding AS SELECT * FROM finding_fact;

CREATE TABLE finding_subject AS
SELECT finding_id, 'programme' AS subject_kind, 'all' AS subject_id FROM finding
UNION ALL SELECT finding_id, 'department', department FROM finding WHERE department IS NOT NULL
UNION ALL SELECT finding_id, 'hall', hall FROM finding WHERE hall IS NOT NULL
UNION ALL SELECT finding_id, 'service', service FROM finding WHERE service IS NOT NULL
UNION ALL SELECT finding_id, 'category', category FROM finding WHERE category IS NOT NULL
UNION ALL SELECT finding_id, 'channel', channel FROM finding WHERE channel IS NOT NULL
UNION ALL SELECT finding_id, 'severity', severity FROM finding WHERE severity IS NOT NULL
UNION ALL SELECT finding_id, 'cohort', cohort FROM finding WHERE cohort IS NOT NULL;

CREATE TABLE finding_period AS
SELECT finding_id, period FROM finding WHERE period IS NOT NULL
UNION ALL SELECT finding_id, 'all' FROM finding;

-- The latest drop that gives a finding in a row with events of its own.
CREATE TABLE latest_carrier AS
SELECT raw_findings.finding_id, MAX(raw_findings.drop_rank) AS drop_rank
FROM raw_findings
INNER JOIN carrying_drop ON carrying_drop.drop_rank = raw_findings.drop_rank
GROUP BY raw_findings.finding_id;

-- Every event that still holds: those that came in a findings row fall when a later row of that kind takes its place,
-- and of the events with one key (finding, event, moment) the latest drop has the word.
CREATE TABLE held_event AS
WITH given AS (
  SELECT
    raw_events.*,
    MAX(raw_events.drop_rank) OVER (
      PARTITION BY raw_events.finding_id, event, "on", COALESCE("time", '')
    ) AS latest_rank
  FROM raw_events
  LEFT JOIN latest_carrier ON latest_carrier.finding_id = raw_events.finding_id
  WHERE carried_by IS NULL OR latest_carrier.drop_rank = raw_events.drop_rank
)
SELECT * FROM given WHERE drop_rank = latest_rank;

CREATE TABLE event AS
SELECT
  finding_id, event, "on", "time", "by", reason, remedy, other_finding, {notes},
  MIN(drop_rank) AS drop_rank, MIN(source_row) AS source_row
FROM held_event
GROUP BY finding_id, event, "on", "time", "by", reason, remedy, other_finding, {notes};

-- A finding was found, whether or not an event says so.
INSERT INTO event
SELECT
  finding_id, 'found', found_on, found_time, 'officer', NULL, NULL, NULL, {no_notes}, drop_rank, source_row
FROM current_finding
WHERE finding_id NOT IN (SELECT finding_id FROM event WHERE event = 'found');

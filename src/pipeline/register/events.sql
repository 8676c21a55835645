-- The latest drop that gives a finding in a row with events of its own.
CREATE TABLE latest_carrier AS
SELECT raw_findings.finding_id, MAX(raw_findings.drop_rank) AS drop_rank
FROM raw_findings
INNER JOIN carrying_drop ON carrying_drop.drop_rank = raw_findings.drop_rank
GROUP BY raw_findings.finding_id;

-- Events that came in a findings row fall when a later row of that kind takes its place.
CREATE VIEW standing_event AS
SELECT raw_events.*
FROM raw_events
LEFT JOIN latest_carrier ON latest_carrier.finding_id = raw_events.finding_id
WHERE carried_by IS NULL OR latest_carrier.drop_rank = raw_events.drop_rank;

-- The keys (finding, event, moment) of several events, and the latest drop that gives them. Few are: only they need the work below.
CREATE TABLE shared_moment AS
SELECT finding_id, event, "on", COALESCE("time", '') AS moment, MAX(drop_rank) AS latest_rank
FROM standing_event
GROUP BY finding_id, event, "on", COALESCE("time", '')
HAVING COUNT(*) > 1;

CREATE VIEW placed_event AS
SELECT standing_event.*, shared.latest_rank
FROM standing_event
LEFT JOIN shared_moment AS shared
  ON
    shared.finding_id = standing_event.finding_id
    AND shared.event = standing_event.event
    AND shared."on" = standing_event."on"
    AND shared.moment = COALESCE(standing_event."time", '');

-- Every event that still holds: of those with one key the latest drop has the word.
CREATE VIEW held_event AS
SELECT * FROM placed_event WHERE latest_rank IS NULL OR latest_rank = drop_rank;

-- Each of them once. A finding was found, whether or not an event says so.
CREATE VIEW event AS
SELECT
  finding_id, event, "on", "time", "by", reason, remedy, other_finding, {notes}, drop_rank, source_row
FROM placed_event
WHERE latest_rank IS NULL
UNION ALL
SELECT
  finding_id, event, "on", "time", "by", reason, remedy, other_finding, {notes}, MIN(drop_rank), MIN(source_row)
FROM placed_event
WHERE latest_rank = drop_rank
GROUP BY finding_id, event, "on", "time", "by", reason, remedy, other_finding, {notes}
UNION ALL
SELECT
  finding_id, 'found', found_on, found_time, 'officer', NULL, NULL, NULL, {no_notes}, drop_rank, source_row
FROM current_finding
WHERE finding_id NOT IN (SELECT finding_id FROM standing_event WHERE event = 'found');

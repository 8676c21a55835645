-- Which row is which version of the findings that came more than once, the latest first.
CREATE TABLE finding_version AS
SELECT
  finding_id,
  drop_rank,
  source_row,
  ROW_NUMBER() OVER (PARTITION BY finding_id ORDER BY drop_rank DESC, source_row DESC) AS version_back
FROM raw_findings
WHERE finding_id IN (SELECT finding_id FROM raw_findings GROUP BY finding_id HAVING COUNT(*) > 1);

-- The latest version of each finding: a later drop corrects an earlier one.
CREATE VIEW current_finding AS
SELECT raw_findings.*
FROM raw_findings
LEFT JOIN finding_version AS version
  ON version.drop_rank = raw_findings.drop_rank AND version.source_row = raw_findings.source_row
WHERE version.version_back IS NULL OR version.version_back = 1;

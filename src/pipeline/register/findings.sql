-- The latest version of each finding: a later drop corrects an earlier one.
CREATE TABLE finding_version AS
SELECT
  raw_findings.*,
  ROW_NUMBER() OVER (PARTITION BY finding_id ORDER BY drop_rank DESC, source_row DESC) AS version_back
FROM raw_findings;

CREATE TABLE current_finding AS
SELECT * FROM finding_version WHERE version_back = 1;

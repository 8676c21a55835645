-- Rows that come after an earlier row with the same key: repeated, or different.
SELECT
  drop_rank,
  source_row,
  record_key,
  content = earlier_content AS same,
  drop_rank = earlier_rank AS in_one_drop
FROM (
  SELECT
    drop_rank,
    source_row,
    record_key,
    content,
    LAG(content) OVER (PARTITION BY record_key ORDER BY drop_rank, source_row) AS earlier_content,
    LAG(drop_rank) OVER (PARTITION BY record_key ORDER BY drop_rank, source_row) AS earlier_rank
  FROM (
    SELECT drop_rank, source_row, {key} AS record_key, {content} AS content
    FROM {table}
    WHERE {key} IN (SELECT {key} FROM {table} GROUP BY {key} HAVING COUNT(*) > 1)
  ) AS candidate
) AS compared
WHERE earlier_rank IS NOT NULL
ORDER BY drop_rank, source_row

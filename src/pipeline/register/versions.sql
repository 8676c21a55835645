-- Rows that share their key with another: repeated, superseded by a later one, or standing.
WITH candidate AS (
  SELECT drop_rank, source_row, {nth} AS nth, {key} AS record_key, {content} AS content, {after} AS after_cutoff
  FROM {table}
  CROSS JOIN clock
  WHERE carried_by IS NULL AND {key} IN (
    SELECT {key} FROM {table} WHERE carried_by IS NULL GROUP BY {key} HAVING COUNT(*) > 1
  )
),

compared AS (
  SELECT
    candidate.*,
    COALESCE(content = LAG(content) OVER (PARTITION BY record_key, nth ORDER BY drop_rank, source_row), FALSE) AS same,
    LAG(drop_rank) OVER (PARTITION BY record_key, nth ORDER BY drop_rank, source_row) AS earlier_rank,
    MAX(drop_rank) OVER (PARTITION BY record_key, nth) AS last_rank,
    MAX(drop_rank) OVER (PARTITION BY record_key) AS latest_rank
  FROM candidate
)

SELECT
  drop_rank,
  source_row,
  record_key,
  same,
  earlier_rank = drop_rank AS in_one_drop,
  COALESCE(
    NOT same AND (
      last_rank < latest_rank
      OR SUM(CASE WHEN same THEN 0 ELSE 1 END) OVER (
        PARTITION BY record_key, nth ORDER BY drop_rank, source_row ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
      ) > 0
    ),
    FALSE
  ) AS superseded,
  COALESCE(after_cutoff, FALSE) AS after_cutoff
FROM compared

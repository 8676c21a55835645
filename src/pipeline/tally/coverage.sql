-- How many of the halls and services that are listed were visited at least once.
SELECT
  (SELECT COUNT(*) FROM hall) AS halls,
  (SELECT COUNT(DISTINCT hall) FROM visit WHERE hall IN (SELECT id FROM hall)) AS halls_visited,
  (SELECT COUNT(*) FROM service) AS services,
  (SELECT COUNT(DISTINCT service) FROM visit WHERE service IN (SELECT id FROM service)) AS services_visited

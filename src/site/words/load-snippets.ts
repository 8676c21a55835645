/** How a program loads the tables. */
export interface Snippet {
  readonly tool: string;
  readonly code: string;
}

/**
 * The lines that load the findings with the usual tools, from the folder of the latest tables.
 *
 * @example
 * loadSnippets('https://a.example/data/latest').at(-1)?.tool; // => 'curl'
 */
export function loadSnippets(latest: string): readonly Snippet[] {
  return [
    {
      tool: 'Python (pandas)',
      code: `import pandas as pd\nfindings = pd.read_parquet("${latest}/findings.parquet")\nfindings = pd.read_csv("${latest}/findings.csv", dtype={"finding_id": "string"}, parse_dates=["found_on"])`,
    },
    {
      tool: 'R',
      code: `findings <- arrow::read_parquet("${latest}/findings.parquet")\nfindings <- readr::read_csv("${latest}/findings.csv", col_types = readr::cols(finding_id = "c", found_on = "D"))`,
    },
    {
      tool: 'JavaScript',
      code: `const findings = await (await fetch("${latest}/findings.json")).json();`,
    },
    {
      tool: 'DuckDB',
      code: `SELECT status, COUNT(*) FROM '${latest}/findings.parquet' WHERE kind = 'problem' GROUP BY status;`,
    },
    {
      tool: 'curl',
      code: `curl -O ${latest}/all.zip\nunzip all.zip -d tables && cd tables && sha256sum -c SHA256SUMS`,
    },
  ];
}

import { join } from 'node:path';
import type { EngineSettings } from '../../../src/model/engine.ts';
import type { TallyName } from '../../../src/model/tally.ts';
import { configure } from '../../../src/pipeline/configure/configure.ts';
import { placeDeliveries } from '../../../src/pipeline/engines/deliveries.ts';
import { askArrivals, countInWarehouse } from '../../../src/pipeline/engines/warehouse.ts';
import { readTable } from '../../../src/pipeline/read-table.ts';
import { tallyStatement } from '../../../src/pipeline/tally/tally.ts';
import { root } from '../../console.ts';
import { startSpark } from '../../engines/start-spark.ts';

/* The program that `engines.ts` measures: starts a Spark of two workers and has it count the responses of a folder. */

const [home = '', responses = ''] = process.argv.slice(2);
process.env['SPARK_HOME'] = home;
const data = join(root, 'data');
const { settings } = await configure(data, readTable);
if (settings === null) throw new Error('the demonstration has settings that must be mended');
const cluster = await startSpark(home, { workers: 2, memory: '2g' });
try {
  const engine: EngineSettings = {
    kind: 'spark',
    master: cluster.master,
    responses,
    options: { 'spark.executor.memory': '1500m', 'spark.sql.shuffle.partitions': 16 },
  };
  const place = { data, cache: join(root, '.cache', 'drops') };
  const arrivals = await askArrivals(engine, place);
  const periods = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'].map((period, number) => ({
    period,
    starts_on: ['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01'][number] ?? '',
    ends_on: ['2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31'][number] ?? '',
    survey_closes_on: '2026-04-15',
    survey_closed: true,
  }));
  const deliveries = placeDeliveries(arrivals, {
    cutoff: '2026-09-30',
    periods,
    earlier: [],
    corrected: [],
  });
  const tallies = await countInWarehouse(engine, {
    ...place,
    // No transactions are known.
    store: { run: async () => {}, query: async () => [] },
    settings,
    statementOf: (name: TallyName) => tallyStatement(name, settings),
    deliveries,
  });
  console.log(`${deliveries.counted} responses, ${tallies.answers.length} counts of answers came back`);
} finally {
  await cluster.stop();
}

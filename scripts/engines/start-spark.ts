import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './start-postgres.ts';
import { startProgram, type StartedProgram } from './started-program.ts';

/** A Spark cluster that runs. */
export interface RunningSpark {
  readonly master: string;
  readonly workers: readonly StartedProgram[];
  /** The folder of each worker, in which an application has a folder of its own once it works there. */
  readonly folders: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts a Spark cluster on this machine: a master and some workers, each a process of its own with one core. */
export async function startSpark(
  home: string,
  { workers: count, memory }: { readonly workers: number; readonly memory: string },
): Promise<RunningSpark> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-spark-workers-'));
  const program = join(home, 'bin', 'spark-class');
  const env = { ...process.env, SPARK_HOME: home, SPARK_LOCAL_IP: '127.0.0.1' };
  const [port, page] = [String(await freePort()), String(await freePort())];
  const deploy = 'org.apache.spark.deploy';
  const place = ['--host', '127.0.0.1', '--port', port, '--webui-port', page];
  const chief = startProgram(program, [`${deploy}.master.Master`, ...place], { env });
  await chief.said(/I have been elected leader/);
  const master = `spark://127.0.0.1:${port}`;
  const workers: StartedProgram[] = [];
  const folders = Array.from({ length: count }, (_, number) => join(folder, String(number)));
  for (const own of folders) {
    const room = ['--cores', '1', '--memory', memory, '--work-dir', own];
    const address = ['--host', '127.0.0.1', '--webui-port', String(await freePort())];
    workers.push(startProgram(program, [`${deploy}.worker.Worker`, ...room, ...address, master], { env }));
  }
  await Promise.all(workers.map(({ said }) => said(/Successfully registered with master/)));
  return {
    master,
    workers,
    folders,
    stop: async () => {
      for (const one of [...workers, chief]) await one.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

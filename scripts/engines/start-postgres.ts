import { chown, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram, type Account } from './run-program.ts';
import { startProgram } from './started-program.ts';

/** A port of this machine that nobody uses. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The account that owns nothing: PostgreSQL refuses to run as root. */
const nobody: Account = { uid: 65_534, gid: 65_534 };

async function giveTo({ uid, gid }: Account, folder: string): Promise<void> {
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), uid, gid);
}

/** A PostgreSQL that runs, and the environment that leads to it. */
export interface RunningPostgres {
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** Starts a PostgreSQL whose letters are ordered as a Chinese dictionary does, with a password. */
export async function startPostgres(programs: string): Promise<RunningPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? { as: nobody } : {};
  // Whoever runs it must be able to read the programs, which may lie in a home that is closed to others.
  const own = join(folder, 'programs');
  await cp(programs, own, { recursive: true, verbatimSymlinks: true });
  const data = join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  const password = 'only for the tests';
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  if (isRoot) await giveTo(nobody, folder);
  const locale = ['--locale-provider=icu', '--icu-locale=zh', '--encoding=UTF8', '--locale=C'];
  const access = ['--username=zhaocha', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  await runProgram(join(own, 'bin', 'initdb'), ['-D', data, ...locale, ...access], as);
  const port = String(await freePort());
  const server = startProgram(
    join(own, 'bin', 'postgres'),
    ['-D', data, '-p', port, '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${folder}`],
    as,
  );
  await server.said(/ready to accept connections/);
  return {
    env: {
      PGHOST: '127.0.0.1',
      PGPORT: port,
      PGUSER: 'zhaocha',
      PGDATABASE: 'postgres',
      PGPASSWORD: password,
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

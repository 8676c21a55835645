// Runs a command of the project: `node scripts/start.mjs build --data DIR`.
// Plain JavaScript for any Node from 20 on: on a fresh clone it installs first, then it hands over to the pinned Node.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const ownFault = 3;

/**
 * `npm install` and not `npm ci`: the lock file was written where the registry has native packages for Linux only, and
 * `ci` refuses to run where another platform needs others. With `--no-save` it keeps to the lock and writes nothing.
 */
const installing = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];

/** Node keeps what it compiled: each of the processes of a build starts in half the time. */
const compiled = { NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') };

function runProgram(program, parameters, stdio = 'inherit') {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      cwd: root,
      stdio,
      env: { ...compiled, ...process.env },
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', () => resolve(ownFault));
    child.on('exit', (code, signal) => resolve(signal === null ? code : ownFault));
  });
}

/** The live site reads and renders the tables again and again: room for what is short-lived spares the collector a quarter of the time. */
const flagsOf = { dev: ['--max-semi-space-size=64'] };

/** What is installed and what should be: npm writes the one lock file from the other. */
function isInstalled() {
  // A bundle for a closed network has all that it needs, and no npm.
  if (existsSync(join(root, 'node_modules', '.bundled'))) return true;
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const packages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const have = packages(installed);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([name, { version, optional }]) => name === '' || optional || have[name]?.version === version,
  );
}

async function install() {
  const npm = process.env.npm_execpath;
  if (npm === undefined) {
    console.error('请先运行 npm install / Run npm install first');
    return ownFault;
  }
  console.error('首次运行，正在安装（约一分钟）…… / First run: installing (about a minute) …');
  // What npm says is not what the command was asked for: that goes into a file or another program, perhaps.
  return await runProgram(process.execPath, [npm, ...installing], ['inherit', process.stderr, 'inherit']);
}

function nodeToUse() {
  if (existsSync(pinned)) return pinned;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}

const [command, ...parameters] = process.argv.slice(2);
const installed = isInstalled() ? 0 : await install();
const node = nodeToUse();
if (installed === 0 && node === null)
  console.error(
    'Node 24 没有装上；请运行 npm install（不要加 --ignore-scripts）/ Node 24 is missing: run npm install without --ignore-scripts',
  );
process.exitCode =
  installed !== 0 || node === null
    ? ownFault
    : await runProgram(node, [
        '--disable-warning=ExperimentalWarning',
        ...(flagsOf[command] ?? []),
        join(root, 'scripts', `${command}.ts`),
        ...parameters,
      ]);

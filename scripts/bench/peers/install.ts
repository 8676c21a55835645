import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Peer } from './peer.ts';

const folderIn = (room: string) => join(room, 'peers');

/** Whether a peer is there in the version that is wanted. */
export function isInstalled(room: string, { packages }: Peer): boolean {
  return Object.entries(packages).every(([name, version]) => {
    const file = join(folderIn(room), 'node_modules', name, 'package.json');
    return (
      existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version === version
    );
  });
}

/**
 * Installs peers into a folder of their own, where git does not look: they never become dependencies of ours. Without a network
 * npm says so, and its words are the error.
 */
export async function installPeers(room: string, peers: readonly Peer[]): Promise<void> {
  const folder = folderIn(room);
  await mkdir(folder, { recursive: true });
  const dependencies = Object.assign({}, ...peers.map(({ packages }) => packages)) as Record<string, string>;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('peers are installed by npm: start this with npm run bench');
  const words = [npm, 'install', '--no-audit', '--no-fund', '--loglevel=error'];
  await new Promise<void>((resolve, reject) => {
    const complaints: string[] = [];
    const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.on('data', (text: Buffer) => complaints.push(text.toString()));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              `the peers could not be installed; is there a network?\n${complaints.join('').slice(0, 600)}`,
            ),
          ),
    );
  });
}

import { existsSync } from 'node:fs';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { astro } from '../peers/astro.ts';
import { contentOf } from '../peers/content.ts';
import { eleventy } from '../peers/eleventy.ts';
import { framework } from '../peers/framework.ts';
import { isInstalled } from '../peers/install.ts';
import type { FindingPage, Peer } from '../peers/peer.ts';
import { measure } from '../measure.ts';
import { bundles, emptied, program, programmeIn, type Room } from '../room.ts';
import type { Step, Work } from '../work.ts';

/** Those who make as many pages of the same content. */
export const pagePeers: readonly Peer[] = [astro, eleventy, framework];

const unlimited = { seconds: Number.POSITIVE_INFINITY, megabytes: Number.POSITIVE_INFINITY };

/** The public tables of a register with their downloads, made once. */
async function tablesOf(findings: number, room: Room): Promise<string> {
  const out = join(room.folder, `tables-of-${findings}`);
  const done = join(out, 'done');
  const tables = join(out, 'tables');
  if (!existsSync(done)) {
    const data = await programmeIn(room, { findings, responses: 0 });
    await emptied(out);
    for (const words of [
      [program('tables'), data, join(room.folder, 'records'), out],
      [program('downloads'), tables],
    ]) {
      const { ending, output } = await measure(words, unlimited);
      if (ending !== 'ended') throw new Error(`the tables could not be prepared\n${output}`);
    }
    await writeFile(done, '');
  }
  return join(tables, 'latest');
}

/** A project of a peer, from nothing: it has our content and its own packages. */
async function projectOf(peer: Peer, pages: readonly FindingPage[], room: Room): Promise<string> {
  const folder = await emptied(join(room.folder, 'project'));
  for (const [path, text] of peer.files(pages)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await symlink(join(room.folder, 'peers', 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

function peerStep(peer: Peer, pages: readonly FindingPage[], room: Room): Step {
  const folder = join(room.folder, 'project');
  return {
    name: peer.name,
    peer: true,
    folder,
    words: [join(room.folder, 'peers', 'node_modules', peer.program), ...peer.parameters],
    before: () => projectOf(peer, pages, room),
    made: async () => {
      const files = await readdir(join(folder, 'out'), { recursive: true });
      const made = files.filter((name) => /findings.*\.html$/.test(name)).length;
      return made === pages.length ? null : `${made} of ${pages.length} pages were made`;
    },
  };
}

const pages: Work = {
  name: 'pages',
  what: 'render the pages of a register in 2 languages; a peer only those of findings, with the same content and nothing else',
  unit: 'findings',
  sizes: [1_000, 10_000, 100_000],
  stepsAt: async (findings, room) => {
    const tables = await tablesOf(findings, room);
    const content = await contentOf(tables);
    const workshop = join(room.folder, 'workshop');
    return [
      {
        name: 'ours',
        words: [program('rendering'), tables, workshop],
        before: () => Promise.all([emptied(workshop), emptied(bundles)]),
      },
      ...pagePeers
        .filter((peer) => isInstalled(room.folder, peer))
        .map((peer) => peerStep(peer, content, room)),
    ];
  },
};

/** Rendering, beside those who render nothing but pages. */
export const pagesWorks: readonly Work[] = [pages];

import { mkdir } from 'node:fs/promises';
import { countPages, render } from '../../../src/pipeline/render.ts';
import { root } from '../../console.ts';

/* What rendering the pages of public tables takes, without downloads: `node rendering.ts TABLES WORKSHOP`; the workshop lies in the project, as Astro wants it. */

const [tables = '', workshop = ''] = process.argv.slice(2);
await mkdir(workshop, { recursive: true });
const site = await render({
  root,
  tables,
  languages: ['zh', 'en'],
  workshop,
  kept: Promise.resolve([]),
});
console.log(JSON.stringify({ pages: await countPages(site) }));

import { join } from 'node:path';
import { bundleSite } from '../../../src/pipeline/pages/bundle-site.ts';
import { render } from '../../../src/pipeline/pages/render.ts';
import { root } from '../../console.ts';

/* What bundling the site and rendering the pages of public tables takes, without downloads: `node rendering.ts TABLES WORKSHOP`. */

const [tables = '', workshop = ''] = process.argv.slice(2);
const site = join(workshop, 'site');
const bundle = await bundleSite(root);
const { pages } = await render({ bundle, tables, languages: ['zh', 'en'], site, workshop });
console.log(JSON.stringify({ pages }));

import { counted } from '../../model/counted.ts';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Words } from '../../model/words.ts';
import { build } from '../../pipeline/build.ts';
import type { Action } from '../action.ts';
import { compareSites } from '../compare-sites.ts';
import { dataStand } from '../data-stand.ts';
import { keepOutcome, runOptions } from '../desk.ts';
import { madeWell } from '../made-well.ts';

const mendFirst: Words = {
  zh: '没有生成：还有必须改的地方。原来的网站没有动。',
  en: 'Not built: something must be mended first. The live site stands.',
};

/** Builds the site aside, to be looked at beside the live one: `npm run build -- --out` another folder. */
export const preview: Action = {
  name: { zh: '生成预览', en: 'Building the preview' },
  page: '/preview',
  take: async (desk) => async (tell) => {
    const { options, previewSite } = desk;
    const stand = await dataStand(options.data);
    await mkdir(dirname(previewSite), { recursive: true });
    const built = await build({ ...runOptions(desk, tell), root: options.root, out: previewSite });
    const { checked } = desk;
    await keepOutcome(desk, stand, built, checked?.stand === stand ? checked.changes : null);
    if (!built.published) return { as: 'failed', words: mendFirst };
    tell({ zh: '与现在的网站逐页比较', en: 'Comparing with the live site, page by page' });
    const changes = await compareSites(options.out, previewSite);
    desk.previewed = { stand, pages: built.pages, changes };
    return madeWell(
      {
        zh: `预览好了：共 ${built.pages} 页，${changes.length} 页与现在的网站不同。`,
        en: `The preview is ready: ${counted(built.pages, 'page')}, ${changes.length} of them not as on the live site.`,
      },
      built,
    );
  },
};

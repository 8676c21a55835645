import type { Words } from '../../model/words.ts';
import { countAgain } from '../../pipeline/count-again.ts';
import { release as releaseSite } from '../../pipeline/release.ts';
import type { Action } from '../action.ts';
import { dataStand, watchInputs } from '../data-stand.ts';
import { keepOutcome } from '../desk.ts';
import { madeWell } from '../made-well.ts';
import { NotTaken } from '../receive-files.ts';
import { releaseOptions, signatureIn, signed } from './signed.ts';

const changedMeanwhile: Words = {
  zh: '没有发布：发布的时候有人改了数据文件或设置，与看过的不同。网站和各期记录都没有动。再看一次预览。',
  en: 'Nothing was released: a drop or a setting was changed meanwhile and is not what was looked at. Site and records stand. Look at the preview again.',
};

/** Publishes what was looked at, under a name: `npm run release -- --note … --by …`. */
export const release: Action = {
  name: { zh: '发布', en: 'Releasing' },
  page: '/release',
  take: async (desk, sent) => {
    const fields = await sent.fields();
    const signature = signatureIn(fields);
    if (fields.get('seen') !== 'yes')
      throw new NotTaken({
        zh: '请先看过变化和预览。',
        en: 'Look at what changes and at the preview first.',
      });
    const { data } = desk.options;
    const areAsSeen = await watchInputs(data);
    const stand = await dataStand(data);
    if (desk.previewed?.stand !== stand)
      throw new NotTaken({
        zh: '预览之后数据变过，或还没有预览；先看预览，再发布。',
        en: 'The data have changed since the preview, or there is none: look at the preview first.',
      });
    return async (tell) => {
      const judge = async (site: string) => {
        await countAgain(site);
        if (!(await areAsSeen())) throw new NotTaken(changedMeanwhile);
      };
      const released = await releaseSite({ ...releaseOptions(desk, signature, tell), judge });
      const { record, built } = released;
      if (!built.published) {
        await keepOutcome(desk, stand, built, null);
        return {
          as: 'failed',
          words: {
            zh: '没有发布：还有必须改的地方。网站和各期记录都没有动。',
            en: 'Nothing was released: something must be mended. Site and records stand.',
          },
        };
      }
      await signed(desk, released, signature, tell);
      const words: Words =
        record === null
          ? {
              zh: '与上一期没有不同，没有新发布。网站重新生成了。',
              en: 'Nothing differs from the last release: none was made. The site was built again.',
            }
          : {
              zh: `第 ${record.release} 期已发布：版本 ${record.version}，数据截至 ${record.cutoff}。`,
              en: `Release ${record.release} is out: version ${record.version}, data to ${record.cutoff}.`,
            };
      return madeWell(words, built);
    };
  },
};

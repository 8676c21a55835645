import type { Words } from '../../model/words.ts';
import { rollback as rollbackSite } from '../../pipeline/release.ts';
import type { Action } from '../action.ts';
import { madeWell } from '../made-well.ts';
import { releaseOptions, signatureIn, signed } from './signed.ts';

const badSettings: Words = {
  zh: '没有放回：设置读不懂，见“问题”。网站和各期记录都没有动。',
  en: 'Nothing was put back: the settings cannot be read, see Problems. Site and records stand.',
};

/** Puts the release before the last one back, under a name: `npm run rollback -- --note … --by …`. */
export const rollback: Action = {
  name: { zh: '退回上一期', en: 'Putting the release before back' },
  page: '/release',
  take: async (desk, sent) => {
    const signature = signatureIn(await sent.fields());
    return async (tell) => {
      const released = await rollbackSite(releaseOptions(desk, signature, tell));
      if (!released.built.published) return { as: 'failed', words: badSettings };
      await signed(desk, released, signature, tell);
      const { record } = released;
      const words: Words =
        record === null
          ? {
              zh: '与现在的没有不同，什么也没有变。',
              en: 'Nothing differs from what is out: nothing was changed.',
            }
          : {
              zh: `第 ${record.rolled_back} 期放回去了，记为第 ${record.release} 期；什么也没有删。数据文件还是新的：改好之后再发布。`,
              en: `Release ${record.rolled_back} is back, as release ${record.release}; nothing was deleted. The drops are still the new ones: mend them, then release again.`,
            };
      return madeWell(words, released.built);
    };
  },
};

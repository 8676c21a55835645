import type { Action } from '../action.ts';
import { checkNow } from '../desk.ts';
import { recheck } from './recheck.ts';

/** Checks the drops as they are: `npm run check`. */
export const check: Action = {
  name: { zh: '检查数据文件', en: 'Checking the drops' },
  page: '/problems',
  take: async (desk) => async (tell) => {
    await checkNow(desk, tell);
    return await recheck(desk, { zh: '检查完了。', en: 'Checked.' }, tell);
  },
};

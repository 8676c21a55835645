import { matches, type FindPlaces } from './place.ts';

const chat =
  '(?:微信|薇信|威信|v信|抖音|微博|小红书|支付宝|加v|(?<![A-Za-z])(?:weixin|wechat|whatsapp|telegram|skype|line|wx|vx))';
const mark = '(?:账号|帐号|号码|号| ?id| ?no\\.?| ?number)';

/** A name that stands after a mark may be letters only; without a mark it needs a digit, or any word would do. */
const marked = new RegExp(
  `${chat}(?:${mark} ?[:是为]?|[:是为]) ?(?<it>\\+?[A-Za-z0-9][-_A-Za-z0-9]{4,24})(?![-\\w])`,
  'dgi',
);
const bare = new RegExp(
  `${chat} ?(?<it>(?=[-_A-Za-z]{0,20}\\d)[A-Za-z0-9][-_A-Za-z0-9]{5,24})(?![-\\w])`,
  'dgi',
);
const qq = /(?<![A-Za-z])(?:qq|扣扣|企鹅)(?:群|号码?|群号| ?id)?[:是为]? ?(?<it>[1-9]\d{4,10})(?!\d)/dgi;

/**
 * What somebody is called by on WeChat, QQ and the like.
 *
 * @example
 * findAccounts('微信号:zhang_san8，QQ 123456789').map((place) => place.end - place.start); // => [10, 9]
 * findAccounts('微信小程序打不开，WeChat account'); // => []
 */
export const findAccounts: FindPlaces = (text) => [
  ...matches('account', marked, text),
  ...matches('account', bare, text),
  ...matches('account', qq, text),
];

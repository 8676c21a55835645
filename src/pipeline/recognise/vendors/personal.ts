/** Words by which a column or a question shows that it asks who somebody is or how to reach them. */
const personal = [
  /(^|[^a-z])(your|full|first|last|sur|family|given|user|nick)[ _-]?name([^a-z]|$)|^name$|enumerator_name/i,
  /e-?mail|phone ?number|mobile ?(phone)? ?number|^(tele)?phone$|_contact$|contact (number|details|info)/i,
  /ip[ _-]?addr(ess)?|^ip$|(latitude|longitude)|geo ?location|gps|street address|postal address|home address|^address\b/i,
  /open_?id|union_?id|prolific|mturk|worker[ _]?id|participant[ _]?id|device ?id|subscriber ?id|sim ?serial|session ?id|^token$|passport|social security|date of birth/i,
  /姓名|名字|称呼|手机号|手机号码|电话|联系方式|联系人|电子邮[箱件]|邮箱|身份证|证件号|微信号|QQ ?号|^微信$|昵称/i,
  /家庭住址|详细地址|通[讯信]地址|居住地址|银行卡|车牌号|出生日期|用户标识|来自 ?IP|IP ?地址|经度|纬度|定位/i,
];

/**
 * Whether a column's name or a question's wording asks for what identifies a person. Such columns are never read.
 *
 * @example
 * asksWho('5、您的手机号码'); // => true
 * asksWho('2、手机价格'); // => false
 */
export function asksWho(wording: string): boolean {
  return personal.some((pattern) => pattern.test(wording.normalize('NFKC')));
}

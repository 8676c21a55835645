import type { Words } from '../../../model/words.ts';
import type { PersonalKind } from './place.ts';

/** What each kind of personal data is called; a redacted text says it in brackets. */
export const personalKinds: Readonly<Record<PersonalKind, Words>> = {
  identity: { zh: '证件号码', en: 'identity number' },
  card: { zh: '银行卡号', en: 'bank card' },
  passport: { zh: '护照号码', en: 'passport number' },
  email: { zh: '邮箱', en: 'e-mail' },
  account: { zh: '社交账号', en: 'account' },
  phone: { zh: '电话号码', en: 'telephone' },
  plate: { zh: '车牌', en: 'number plate' },
  address: { zh: '住址', en: 'address' },
  name: { zh: '姓名', en: 'name' },
};

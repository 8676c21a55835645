import type { Words } from '../../../model/words.ts';
import type { PersonalKind, Place } from './place.ts';

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

/**
 * The kinds of personal data that some places hold, each once.
 *
 * @example
 * kindsOf([{ kind: 'name', start: 0, end: 1 }, { kind: 'phone', start: 3, end: 14 }]); // => { zh: '姓名、电话号码', en: 'name, telephone' }
 */
export function kindsOf(places: readonly Place[]): Words {
  const kinds = [...new Set(places.map(({ kind }) => kind))].map((kind) => personalKinds[kind]);
  return { zh: kinds.map(({ zh }) => zh).join('、'), en: kinds.map(({ en }) => en).join(', ') };
}

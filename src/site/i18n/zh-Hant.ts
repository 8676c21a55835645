import { Converter } from 'opencc-js/cn2t';
import { called } from '../../model/called.ts';
import { officers } from '../officers.ts';
import { changedDictionary } from './changed.ts';
import { zh, type Dictionary } from './zh.ts';

/* Chinese in traditional characters, turned phrase by phrase out of the simplified ones. */

let convert: ((text: string) => string) | undefined;

/** Making the tables of OpenCC takes a while: a site without this language never does. */
function traditional(text: string): string {
  convert ??= Converter({ from: 'cn', to: 'hk' });
  return convert(text);
}

/** Those who look have the name that the programme gives them before: it is turned with the sentence around it. */
export const zhHant: Dictionary = changedDictionary({ ...zh, languageName: '繁體中文' }, (message) =>
  traditional(called(message, officers())),
);

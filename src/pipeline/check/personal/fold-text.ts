const hanziDigits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** Numbers written out in hanzi are told from words by their length: nobody counts seven in a row otherwise. */
const writtenOut = /[〇零一幺二三四五六七八九]{7,}/g;
const fullWidth = /[\uff01-\uff5e]/g;
const dashes = /[\u2010-\u2015\u2212\ufe63\u30fc]/g;
const blanks = /[\u3000\u00a0\u2002-\u200d\u2060\ufeff\t\r\n]/g;
const fullWidthOffset = 0xfee0;

/**
 * A text in the one form in which the places of personal data are looked for: full-width letters, digits and signs made
 * plain, dashes and blanks of every kind one dash and one blank, long numbers in hanzi made digits. Every character
 * stands where it stood.
 *
 * @example
 * foldText('电话：１３８—0013　8000'); // => '电话:138-0013 8000'
 * foldText('一三八零零一三八零零零'); // => '13800138000'
 * foldText('二三月份'); // => '二三月份'
 */
export function foldText(text: string): string {
  return text
    .replaceAll(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - fullWidthOffset))
    .replaceAll(dashes, '-')
    .replaceAll(blanks, ' ')
    .replaceAll(writtenOut, (run) => [...run].map((digit) => hanziDigits[digit]).join(''));
}

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
const dashes = /[\u2010-\u2015\u2212\u30fc]/g;
const blanks = /[\u3000\t\r\n]/g;
const fullWidthOffset = 0xfee0;

/** A text with every sign in its plain form, each where it stood. */
function foldSigns(text: string): string {
  return text
    .replaceAll(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - fullWidthOffset))
    .replaceAll(dashes, '-')
    .replaceAll(blanks, ' ')
    .replaceAll(writtenOut, (run) => [...run].map((digit) => hanziDigits[digit]).join(''));
}

/** What nearly every text is made of: `foldSigns` knows all forms of it. */
const usual =
  /^[\t\n\r\x20-\x7e\u00b7\u2010-\u2016\u2018-\u201f\u2026\u3000-\u3002\u3005-\u3011\u3400-\u9fff\uff01-\uff5e]*$/;

/** What cannot be seen, or only marks the sign before it. */
const unseen = /[\p{Cf}\p{Mn}\p{Me}]/u;
const digit = /^\p{Nd}$/u;
/** Numbers in circles and the like count things; so many in a row are one number. */
const manyInCircles = /\p{No}{7,}/gu;
const inCircle = /^\p{No}$/u;

/** The digits of a script follow one another from its nought. */
function digitValue(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let nought = code;
  while (digit.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return String((code - nought) % 10);
}

function foldSign(sign: string): string {
  if (inCircle.test(sign)) return sign;
  const plain = sign.normalize('NFKC');
  return digit.test(plain) && (plain < '0' || plain > '9') ? digitValue(plain) : plain;
}

/** A text in the form in which the places of personal data are looked for, and where its signs stood. */
export interface Folded {
  readonly text: string;
  /** Where each sign stood in the text as it was given, and the end of it; null where each stands where it stood. */
  readonly stood: readonly number[] | null;
}

function foldUnusual(text: string, forUnseen: '' | ' '): Folded {
  const circled = text.replaceAll(manyInCircles, (run) =>
    // A sign that would become two digits, as that for ten, keeps its length.
    [...run].map((sign) => (/^\d$/.test(sign.normalize('NFKC')) ? sign.normalize('NFKC') : sign)).join(''),
  );
  const signs: string[] = [];
  const stood: number[] = [];
  let at = 0;
  for (const sign of circled) {
    const plain = unseen.test(sign) ? forUnseen : foldSign(sign);
    signs.push(plain);
    for (let unit = 0; unit < plain.length; unit += 1) stood.push(at);
    at += sign.length;
  }
  stood.push(at);
  return { text: foldSigns(signs.join('')), stood };
}

/**
 * A text in the forms in which the places of personal data are looked for: letters, digits and signs of every script and
 * width made plain, dashes and blanks of every kind one dash and one blank, long numbers in hanzi made digits. What cannot be
 * seen may part two numbers or lie within one: such a text has two forms, one without it and one with blanks.
 *
 * @example
 * foldText('电话：１３８—0013　8000')[0]; // => { text: '电话:138-0013 8000', stood: null }
 * foldText('一三八零零一三八零零零')[0]?.text; // => '13800138000'
 * foldText('二三月份')[0]?.text; // => '二三月份'
 * foldText('1\u00ad38').map(({ text }) => text); // => ['138', '1 38']
 */
export function foldText(text: string): Folded[] {
  if (usual.test(text)) return [{ text: foldSigns(text), stood: null }];
  const folded = foldUnusual(text, '');
  return unseen.test(text) ? [folded, foldUnusual(text, ' ')] : [folded];
}

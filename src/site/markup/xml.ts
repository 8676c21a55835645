/** What a document in XML 1.0 can never hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Whether a text may hold anything that cannot stand as it is: most do not, and are looked through once. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant.
const special = /[<>&"\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/**
 * A text without what XML cannot hold.
 *
 * @example
 * xmlCharacters('A\u0000B'); // => 'AB'
 */
export function xmlCharacters(text: string): string {
  return text.replace(forbidden, '');
}

/**
 * A text as it stands in an XML document, in an element or an attribute. What XML cannot hold is left out.
 *
 * @example
 * xmlText('A & "B" <C>'); // => 'A &amp; &quot;B&quot; &lt;C&gt;'
 */
export function xmlText(text: string): string {
  if (!special.test(text)) return text;
  return xmlCharacters(text).replace(/[<>&"]/g, (sign) => escapes[sign] ?? sign);
}

/** The encodings that real exports come in. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'gb18030';

interface Encoder {
  /** The bytes before the text. */
  readonly mark: Uint8Array;
  bytes(text: string): Uint8Array;
}

const none = new Uint8Array();

/** Text to bytes, per encoding. */
export const encoders: Readonly<Record<Encoding, Encoder>> = {
  'utf-8': { mark: none, bytes: (text) => Buffer.from(text, 'utf8') },
  'utf-8-bom': { mark: Uint8Array.of(0xef, 0xbb, 0xbf), bytes: (text) => Buffer.from(text, 'utf8') },
  'utf-16le': { mark: Uint8Array.of(0xff, 0xfe), bytes: (text) => Buffer.from(text, 'utf16le') },
  gb18030: { mark: none, bytes: gb18030 },
};

let pairs: Uint16Array | undefined;

/** GB18030 by turning the platform's decoder round; its two-byte part holds all that we write. */
function gb18030(text: string): Uint8Array {
  pairs ??= twoBytePairs();
  const bytes = Buffer.allocUnsafe(2 * text.length);
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const pair = code < 0x80 ? code : pairs[code];
    if (pair === undefined || (pair === 0 && code !== 0))
      throw new Error(`no two-byte GB18030 code for “${text[at]}”`);
    end = code < 0x80 ? bytes.writeUInt8(pair, end) : bytes.writeUInt16BE(pair, end);
  }
  return bytes.subarray(0, end);
}

/** The two bytes of each character, by its code; 0 where it has none. */
function twoBytePairs(): Uint16Array {
  const decoder = new TextDecoder('gb18030');
  const found = new Uint16Array(0x10000);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd')
        found[character.charCodeAt(0)] = lead * 256 + trail;
    }
  }
  return found;
}

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

let pairs: ReadonlyMap<string, readonly number[]> | undefined;

/** GB18030 by turning the platform's decoder round; its two-byte part holds all that we write. */
function gb18030(text: string): Uint8Array {
  pairs ??= twoBytePairs();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    const pair = code < 0x80 ? [code] : pairs.get(character);
    if (pair === undefined) throw new Error(`no two-byte GB18030 code for “${character}”`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

function twoBytePairs(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd') found.set(character, [lead, trail]);
    }
  }
  return found;
}

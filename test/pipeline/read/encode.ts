/*
 * Text to bytes in the encodings that exports come in. The platform only decodes the Chinese ones, so its decoder is
 * turned round.
 */

type Codes = ReadonlyMap<string, readonly number[]>;

function turnedRound(encoding: string, candidates: Iterable<readonly number[]>): Codes {
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, readonly number[]>();
  for (const bytes of candidates) {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !codes.has(text)) codes.set(text, bytes);
  }
  return codes;
}

function* pairs(): Generator<readonly number[]> {
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) yield [lead, trail];
}

function* singles(): Generator<readonly number[]> {
  for (let byte = 0x80; byte <= 0xff; byte += 1) yield [byte];
}

function* fours(): Generator<readonly number[]> {
  for (let first = 0x81; first <= 0x84; first += 1)
    for (let second = 0x30; second <= 0x39; second += 1)
      for (let third = 0x81; third <= 0xfe; third += 1)
        for (let fourth = 0x30; fourth <= 0x39; fourth += 1) yield [first, second, third, fourth];
}

const makers = {
  gb18030: () => new Map([...turnedRound('gb18030', fours()), ...turnedRound('gb18030', pairs())]),
  big5: () => turnedRound('big5', pairs()),
  'windows-1252': () => turnedRound('windows-1252', singles()),
  macintosh: () => turnedRound('macintosh', singles()),
};

const made = new Map<string, Codes>();

/** GB18030 puts the characters beyond the first plane in one row of four-byte codes. */
function beyondFirstPlane(point: number): number[] {
  const place = point - 0x10000;
  return [
    0x90 + Math.floor(place / 12600),
    0x30 + (Math.floor(place / 1260) % 10),
    0x81 + (Math.floor(place / 10) % 126),
    0x30 + (place % 10),
  ];
}

function byTable(text: string, encoding: keyof typeof makers): Buffer {
  const codes = made.get(encoding) ?? makers[encoding]();
  made.set(encoding, codes);
  const bytes = [...text].flatMap((character) => {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) return [point];
    if (point >= 0x10000 && encoding === 'gb18030') return beyondFirstPlane(point);
    const code = codes.get(character);
    if (code === undefined) throw new Error(`${encoding} has no “${character}”`);
    return [...code];
  });
  return Buffer.from(bytes);
}

const mark = '\ufeff';

/** How each way of writing a text down turns it into bytes. */
export const encoders = {
  'UTF-8': (text: string) => Buffer.from(text, 'utf8'),
  'UTF-8 with BOM': (text: string) => Buffer.from(mark + text, 'utf8'),
  'UTF-16LE': (text: string) => Buffer.from(text, 'utf16le'),
  'UTF-16LE with BOM': (text: string) => Buffer.from(mark + text, 'utf16le'),
  'UTF-16BE': (text: string) => Buffer.from(text, 'utf16le').swap16(),
  'UTF-16BE with BOM': (text: string) => Buffer.from(mark + text, 'utf16le').swap16(),
  GB18030: (text: string) => byTable(text, 'gb18030'),
  Big5: (text: string) => byTable(text, 'big5'),
  'Windows-1252': (text: string) => byTable(text, 'windows-1252'),
  'Mac Roman': (text: string) => byTable(text, 'macintosh'),
} as const;

import { isAscii } from 'node:buffer';
import { everydayHangul, everydayHanzi } from './everyday-characters.ts';
import { westernFit } from './western.ts';

/** Cells with letters beyond ASCII are gathered until there are so many bytes of them: enough for any verdict. */
const sampleBytes = 1 << 16;

/** Bytes that end a cell and are never part of a character: below 0x30 no encoding puts a second byte. */
const cellEnds = new Set([...'\n\r\t,'].map((character) => character.charCodeAt(0)));

/** The cells of a chunk that hold bytes beyond ASCII. */
function foreignCells(chunk: Buffer): Buffer[] {
  const cells: Buffer[] = [];
  let start = 0;
  let isForeign = false;
  for (let position = 0; position <= chunk.length; position += 1) {
    const byte = chunk[position] ?? 0x0a;
    if (byte >= 0x80) isForeign = true;
    if (!cellEnds.has(byte)) continue;
    if (isForeign) cells.push(chunk.subarray(start, position + 1));
    start = position + 1;
    isForeign = false;
  }
  return cells;
}

/** A sample of a file for a verdict on its letters: cells that hold bytes beyond ASCII, from the whole file. */
export async function sampleLetters(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const sample: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    if (isAscii(chunk)) continue;
    for (const cell of foreignCells(chunk)) {
      if (length >= sampleBytes) break;
      sample.push(Buffer.from(cell));
      length += cell.length;
    }
    if (length >= sampleBytes) break;
  }
  return Buffer.concat(sample).subarray(0, sampleBytes);
}

/** How many characters beyond ASCII a text has, and how many of them are everyday ones of its language. */
interface Fit {
  readonly counted: number;
  readonly fits: number;
}

const eastAsianSigns =
  /[\u3001-\u3011\uff01-\uff5e\u2018-\u201d\u2014\u2026\u00b7\u2605\u2606\u251b\u250b\u2460-\u2473]/;

/** Counts the characters that are everyday ones, or signs of East Asian writing. */
function share(isEveryday: (character: string) => boolean) {
  return (text: string): Fit => {
    let counted = 0;
    let fits = 0;
    for (const character of text) {
      if (character < '\u0080') continue;
      counted += 1;
      if (isEveryday(character) || eastAsianSigns.test(character)) fits += 1;
    }
    return { counted, fits };
  };
}

const kana = /[\u3041-\u3096\u30a1-\u30fc]/;

/** Japanese is shown by its kana: a text without them is not Japanese, whatever its hanzi. */
function japaneseFit(text: string): Fit {
  const { counted, fits } = share((character) => kana.test(character) || everydayHanzi.has(character))(text);
  const kanaCount = [...text].filter((character) => kana.test(character)).length;
  return { counted, fits: kanaCount * 10 < counted ? 0 : fits };
}

const chineseFit = share((character) => everydayHanzi.has(character));

/** The encodings that letters can prove, and what proves each. */
const candidates: Readonly<Record<string, (text: string) => Fit>> = {
  gb18030: chineseFit,
  big5: chineseFit,
  'euc-kr': share((character) => everydayHangul.has(character)),
  shift_jis: japaneseFit,
  'euc-jp': japaneseFit,
  'windows-1252': westernFit,
  macintosh: westernFit,
};

/** What an encoding would make of a sample. */
interface Reading {
  readonly encoding: string;
  readonly text: string;
  readonly counted: number;
  /** The share of its characters that are everyday ones, from 0 to 1. */
  readonly share: number;
}

/** The verdict on a sample: the encoding that its letters prove, or those that it looks most like. */
export type LetterVerdict =
  | { readonly encoding: string; readonly share: number }
  | { readonly encoding: null; readonly likest: readonly string[] };

/** Fewer letters than this prove nothing of a file. */
const fewestInFile = 4;

/** Running text has at least this share of everyday letters in its own language; names and rare words have fewer. */
const provenShare = { eastern: 0.7, western: 0.95 };

/** By so much must the best be better than any other that gives another text. */
const margin = 0.3;

/**
 * The encoding that the letters of a sample prove: read by it, they are the everyday letters of a language, and read by
 * any other they are far from it. Without that margin there is no verdict. `fewest` letters must be there.
 *
 * @example
 * const gb = Buffer.from([0xb2, 0xbf, 0xc3, 0xc5, 0xb4, 0xb0, 0xbf, 0xda]); // 部门窗口
 * judgeLetters(gb).encoding; // => 'gb18030'
 * judgeLetters(Buffer.from([0xe9])).encoding; // => null
 */
export function judgeLetters(sample: Buffer, fewest = fewestInFile): LetterVerdict {
  const readings = Object.entries(candidates)
    .map(([encoding, fitOf]): Reading => {
      const text = new TextDecoder(encoding).decode(sample);
      const { counted, fits } = fitOf(text);
      return { encoding, text, counted, share: counted < fewest ? 0 : fits / counted };
    })
    .sort((a, b) => b.share - a.share);
  const [best] = readings;
  const likest = readings.filter(({ share: one }) => one > 0).map(({ encoding }) => encoding);
  if (best === undefined) return { encoding: null, likest };
  const second = readings.find(({ text }) => text !== best.text)?.share ?? 0;
  const isWestern = candidates[best.encoding] === westernFit;
  const enough = isWestern ? provenShare.western : provenShare.eastern;
  if (best.share < enough || best.share - second < margin) return { encoding: null, likest };
  return { encoding: best.encoding, share: best.share };
}

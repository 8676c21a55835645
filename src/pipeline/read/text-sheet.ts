import type { EncodingProof } from '../../model/encoding-proof.ts';
import type { Layout } from '../../model/layout.ts';
import { headRows, type RowBatch, type Sheet } from '../../model/sheet.ts';
import { headOf, type Content } from './content.ts';
import { decode } from './decode.ts';
import { decideEncoding, noEvidence, observeBytes, type ByteEvidence } from './encoding.ts';
import { ReadFailure } from './failure.ts';
import { foreignFormat } from './foreign-format.ts';
import { judgeLetters, sampleLetters } from './letters.ts';
import { mayBeMojibake, noticeMojibake } from './mojibake.ts';
import { firstRows, guessDelimiter, splitRows } from './rows.ts';

/** What a layout says of the files that it describes. */
export type Declared = Pick<Layout, 'encoding' | 'recognise'>;

/** What one pass over the bytes of a text has shown. */
interface Inspection {
  readonly evidence: ByteEvidence;
  /** Whether it may hold text that was encoded twice. */
  readonly suspicious: boolean;
}

/** Looks at all bytes of a text once. `alsoSee` is given them on the way. */
async function inspect({ open }: Content, alsoSee: (chunk: Buffer) => void): Promise<Inspection> {
  let evidence = noEvidence;
  let suspicious = false;
  for await (const chunk of open()) {
    alsoSee(chunk);
    evidence = observeBytes(evidence, chunk);
    suspicious ||= mayBeMojibake(chunk);
  }
  return { evidence, suspicious };
}

function textOf(head: Buffer, encoding: string): string {
  return new TextDecoder(encoding).decode(head, { stream: true });
}

const clean = (name: string) => name.normalize('NFKC').trim();

/** The encoding that the layout of a file names: the layout whose columns stand in one of its first rows. */
function declaredEncoding(head: Buffer, layouts: readonly Declared[]): string | null {
  const fitting = layouts.find(({ encoding, recognise }) => {
    if (encoding === undefined) return false;
    return firstRows(textOf(head, encoding)).some((cells) => {
      const there = new Set(cells.map(clean));
      return recognise.every((name) => there.has(clean(name)));
    });
  });
  return fitting?.encoding?.toLowerCase() ?? null;
}

/** Whether a text would be UTF-8 but for a few broken characters, as when a system cut it in the middle of one. */
function isBrokenUtf8(sample: Buffer): boolean {
  const text = new TextDecoder().decode(sample);
  const broken = text.split('\ufffd').length - 1;
  const foreign = [...text].filter((character) => character >= '\u0080').length;
  return broken * 10 < foreign;
}

async function unproven(file: string, content: Content, likest: readonly string[]): Promise<ReadFailure> {
  if (isBrokenUtf8(await sampleLetters(content.open())))
    return new ReadFailure({
      code: 'encoding-unproven',
      file,
      detail: { zh: '大部分是 UTF-8，但有坏字', en: 'mostly UTF-8, with broken characters' },
    });
  const [first, second] = likest;
  const detail =
    first === undefined
      ? { zh: '字太少，作不得准', en: 'too few letters to go by' }
      : {
          zh: `最像 ${first}${second === undefined ? '' : `，其次 ${second}`}`,
          en: `most like ${first}${second === undefined ? '' : `, then ${second}`}`,
        };
  return new ReadFailure({ code: 'encoding-unproven', file, detail });
}

/** The encoding of a text and what proves it: the form of its bytes, its layout, its letters. */
async function proveEncoding(
  content: Content,
  { evidence }: Inspection,
  layouts: readonly Declared[],
): Promise<{ encoding: string; proof: EncodingProof }> {
  const { file } = content;
  const verdict = decideEncoding(evidence);
  if (verdict.encoding !== null) return verdict;
  if (verdict.because === 'binary')
    throw new ReadFailure({
      code: 'unknown-format',
      file,
      detail: foreignFormat(evidence.head.toString('latin1')) ?? {
        zh: '含有零字节',
        en: 'it holds zero bytes',
      },
    });
  const declared = declaredEncoding(await headOf(content), layouts);
  if (declared !== null) return { encoding: declared, proof: 'declared' };
  const byLetters = judgeLetters(await sampleLetters(content.open()));
  if (byLetters.encoding === null) throw await unproven(file, content, byLetters.likest);
  return { encoding: byLetters.encoding, proof: 'letters' };
}

async function* passOn(chunks: AsyncIterable<Buffer>, see: (chunk: Buffer) => void) {
  for await (const chunk of chunks) {
    see(chunk);
    yield chunk;
  }
}

/** Adds to each batch how much of the text has been read with it. */
async function* measured(batches: AsyncIterable<RowBatch>, share: () => number): AsyncGenerator<RowBatch> {
  for await (const batch of batches) yield { ...batch, share: share() };
}

/**
 * Opens a text as a table. It is looked at once as a whole, then streamed: memory does not grow with it. `layouts` have
 * a say in its encoding where the form of the bytes proves none.
 */
export async function openText(
  content: Content,
  layouts: readonly Declared[],
  alsoSee: (chunk: Buffer) => void,
): Promise<Omit<Sheet, 'sha256'>> {
  const { file } = content;
  const inspection = await inspect(content, alsoSee);
  const { head: firstBytes, bytes } = inspection.evidence;
  if (bytes === 0) throw new ReadFailure({ code: 'empty-file', file });
  const { encoding, proof } = await proveEncoding(content, inspection, layouts);
  const start = textOf(firstBytes, encoding);
  const foreign = foreignFormat(start);
  if (foreign !== null) throw new ReadFailure({ code: 'unknown-format', file, detail: foreign });
  const delimiter = guessDelimiter(start);

  function rows(): AsyncGenerator<RowBatch> {
    let taken = 0;
    const counted = passOn(content.open(), (chunk) => (taken += chunk.length));
    const split = measured(splitRows(decode(counted, encoding, file), delimiter, file), () => taken / bytes);
    return inspection.suspicious ? noticeMojibake(split, file) : split;
  }

  return { file, bytes, encoding, proof, delimiter, head: await headOfRows(rows(), file), noticed: [], rows };
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

/** The head of a sheet, which has a cell with something in it somewhere. */
async function headOfRows(batches: AsyncGenerator<RowBatch>, file: string): Promise<string[][]> {
  const head: string[][] = [];
  for await (const { rows } of batches) {
    head.push(...rows.slice(0, headRows - head.length));
    const isFull = head.length === headRows;
    if (isFull && !(head.every(isBlank) && rows.every(isBlank))) return head;
  }
  if (head.every(isBlank)) throw new ReadFailure({ code: 'empty-file', file });
  return head;
}

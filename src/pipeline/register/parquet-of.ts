import { zstdCompressSync } from 'node:zlib';
import { ByteWriter, type Writer } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { blank, type TextColumn } from './text-column.ts';

/*
 * Columns of text as a Parquet file, out of the pieces of a library. Its own way would look up again, for each cell, which text of
 * its column it is: that took longer than all the rest.
 */

type Metadata = Parameters<typeof writeMetadata>[1];
type ColumnChunk = Metadata['row_groups'][number]['columns'][number];
type SchemaElement = Metadata['schema'][number];

const codec = 'ZSTD';
const encoding = 'RLE_DICTIONARY';

/** No character takes more bytes of UTF-8 for each of its own two. */
const mostBytes = 3;
const lengthBytes = Uint32Array.BYTES_PER_ELEMENT;

/** Texts one after the other, each after its length, as Parquet has them. */
function plainTexts(texts: readonly string[]): Buffer {
  const room = texts.reduce((sum, text) => sum + lengthBytes + text.length * mostBytes, 0);
  const bytes = Buffer.allocUnsafe(room);
  let end = 0;
  for (const text of texts) {
    const length = bytes.write(text, end + lengthBytes);
    end = bytes.writeUInt32LE(length, end) + length;
  }
  return bytes.subarray(0, end);
}

function writeTexts(writer: Writer, texts: readonly string[]): void {
  const plain = plainTexts(texts);
  const packed = zstdCompressSync(plain);
  writePageHeader(writer, {
    type: 'DICTIONARY_PAGE',
    uncompressed_page_size: plain.length,
    compressed_page_size: packed.length,
    dictionary_page_header: { num_values: texts.length, encoding: 'PLAIN' },
  });
  writer.appendBytes(packed);
}

/** For each row 1 if it has a text, else 0; and the places of those that have one. */
function partedBlanks(places: Int32Array): { filled: Uint8Array; given: Uint32Array } {
  const filled = new Uint8Array(places.length);
  const given = new Uint32Array(places.length);
  let count = 0;
  for (let row = 0; row < places.length; row += 1) {
    const place = places[row] ?? blank;
    if (place === blank) continue;
    filled[row] = 1;
    given[count] = place;
    count += 1;
  }
  return { filled, given: given.subarray(0, count) };
}

/** Writes for each row whether it has a text, and which. */
function writePlaces(writer: Writer, { texts, places }: TextColumn): void {
  const { filled, given } = partedBlanks(places);
  const levels = new ByteWriter();
  writeRleBitPackedHybrid(levels, filled, 1);
  const page = new ByteWriter();
  const bits = Math.ceil(Math.log2(Math.max(texts.length, 2)));
  page.appendUint8(bits);
  writeRleBitPackedHybrid(page, given, bits);
  const packed = zstdCompressSync(page.getBytes());
  writePageHeader(writer, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levels.offset + page.offset,
    compressed_page_size: levels.offset + packed.length,
    data_page_header_v2: {
      num_values: filled.length,
      num_nulls: filled.length - given.length,
      num_rows: filled.length,
      encoding,
      definition_levels_byte_length: levels.offset,
      repetition_levels_byte_length: 0,
      is_compressed: true,
    },
  });
  writer.appendBytes(levels.getBytes());
  writer.appendBytes(packed);
}

/** Writes a column: its texts, then for each row which of them it has. */
function writeColumn(writer: Writer, name: string, column: TextColumn): ColumnChunk {
  const start = writer.offset;
  writeTexts(writer, column.texts);
  const data = writer.offset;
  writePlaces(writer, column);
  const bytes = BigInt(writer.offset - start);
  return {
    file_offset: BigInt(start),
    meta_data: {
      ...{ type: 'BYTE_ARRAY', encodings: ['PLAIN', encoding], path_in_schema: [name], codec },
      num_values: BigInt(column.places.length),
      total_compressed_size: bytes,
      // Only for readers that make room ahead; ours does not.
      total_uncompressed_size: bytes,
      dictionary_page_offset: BigInt(start),
      data_page_offset: BigInt(data),
    },
  };
}

/** `PAR1`, with which a file begins and ends. */
const mark = 0x31_52_41_50;

/** A Parquet file of columns of text, equally long, in one group of rows. A cell without content is missing there. */
export function parquetOf(names: readonly string[], columns: readonly TextColumn[]): Uint8Array {
  const writer = new ByteWriter();
  writer.appendUint32(mark);
  const chunks = columns.map((column, place) => writeColumn(writer, names[place] ?? '', column));
  const rows = BigInt(columns[0]?.places.length ?? 0);
  const elements = names.map((name): SchemaElement => {
    return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' };
  });
  writeMetadata(writer, {
    version: 2,
    created_by: 'zhaocha',
    schema: [{ name: 'root', num_children: names.length }, ...elements],
    num_rows: rows,
    row_groups: [{ columns: chunks, num_rows: rows, total_byte_size: BigInt(writer.offset) }],
    metadata_length: 0,
  });
  writer.appendUint32(mark);
  return writer.getBytes();
}

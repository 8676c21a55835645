import sax from 'sax';
import { damaged } from '../content.ts';
import { ReadFailure } from '../failure.ts';

/** What is done with the parts of an XML text as they come. Names come without their prefix. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * Walks through an XML text; yields after each chunk, so that what has been gathered can be taken away. A document type
 * is refused: none is needed in a workbook, and it is the door to every attack by entities.
 */
export async function* walkXml(
  bytes: AsyncIterable<Buffer>,
  file: string,
  { open, text, close }: XmlHandlers,
): AsyncGenerator<void> {
  const parser = sax.parser(true, { position: false });
  parser.ondoctype = () => {
    throw new ReadFailure({ code: 'unsafe-xml', file });
  };
  parser.onerror = (error) => {
    throw damaged(file, error.message.split('\n')[0] ?? '');
  };
  if (open !== undefined)
    parser.onopentag = ({ name, attributes }) =>
      open(local(name), attributes as Readonly<Record<string, string>>);
  if (text !== undefined) parser.ontext = parser.oncdata = text;
  if (close !== undefined) parser.onclosetag = (name) => close(local(name));
  let decoder: TextDecoder | null = null;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    try {
      parser.write(decoder.decode(chunk, { stream: true }));
    } catch (error) {
      if (error instanceof TypeError) throw damaged(file, error.message);
      throw error;
    }
    yield;
  }
  parser.close();
}

/** Walks through an XML text to its end. */
export async function readXml(
  bytes: AsyncIterable<Buffer>,
  file: string,
  handlers: XmlHandlers,
): Promise<void> {
  for await (const _ of walkXml(bytes, file, handlers));
}

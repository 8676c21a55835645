import sax from 'sax';
import type { Member } from '../archive.ts';
import { damaged, tooLarge } from '../content.ts';
import { ReadFailure } from '../failure.ts';
import { deepestXml, largestStructure, mostAttributes } from '../limits.ts';

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
    const [said = ''] = error.message.split('\n');
    throw damaged(file, { zh: `里面的 XML 写得不对：${said}`, en: said });
  };
  let depth = 0;
  let attributesHere = 0;
  parser.onattribute = () => {
    attributesHere += 1;
    if (attributesHere > mostAttributes)
      throw damaged(file, { zh: '一个 XML 元素的属性太多', en: 'an element with too many attributes' });
  };
  parser.onopentag = ({ name, attributes }) => {
    attributesHere = 0;
    depth += 1;
    if (depth > deepestXml)
      throw damaged(file, { zh: 'XML 元素套得太深', en: 'elements within elements without end' });
    open?.(local(name), attributes as Readonly<Record<string, string>>);
  };
  if (text !== undefined) parser.ontext = parser.oncdata = text;
  parser.onclosetag = (name) => {
    depth -= 1;
    close?.(local(name));
  };
  let decoder: TextDecoder | null = null;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    try {
      parser.write(decoder.decode(chunk, { stream: true }));
    } catch (error) {
      if (error instanceof TypeError) throw damaged(file, { zh: '里面的 XML 编码不对', en: error.message });
      throw error;
    }
    yield;
  }
  parser.close();
}

/** Walks through a part of a workbook to its end. What is made of it is held, so it may not be large. */
export async function readXml(
  part: Member,
  file: string,
  handlers: XmlHandlers,
  largest = largestStructure,
): Promise<void> {
  if (part.bytes > largest) throw tooLarge(file, part.bytes, largest);
  for await (const _ of walkXml(part.open(), file, handlers));
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { addressOf } from './site-files.ts';

export type Element = Tree.Element;
type Node = Tree.ChildNode;

/** A page as it was built. */
export interface BuiltPage {
  /** Its path in the site, as `en/findings/index.html`. */
  readonly file: string;
  /** Its address without the origin, as `/en/findings/`. */
  readonly address: string;
  readonly source: string;
  /** Every element, in document order. */
  readonly elements: readonly Element[];
  /** Where the source is not HTML as the standard writes it. */
  readonly errors: readonly string[];
}

/** Every element below some nodes, in document order. A page has thousands, many levels deep: none is copied from level to level. */
function elementsIn(nodes: readonly Node[], found: Element[] = []): Element[] {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    found.push(node);
    elementsIn(node.childNodes, found);
  }
  return found;
}

/** Reads one built page. */
export async function readPage(folder: string, file: string): Promise<BuiltPage> {
  const source = await readFile(join(folder, file), 'utf8');
  const errors: string[] = [];
  const document = parse(source, {
    onParseError: ({ code, startLine, startCol }) => errors.push(`${code} at ${startLine}:${startCol}`),
  });
  return { file, address: addressOf(file), source, elements: elementsIn(document.childNodes), errors };
}

/** The value of an attribute; null where the element does not have it. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

/** The link that an element is, or stands in; undefined where it stands in none. */
export function linkAround(element: Element): Element | undefined {
  for (let one: Node | Tree.ParentNode | null = element; one && 'tagName' in one; one = one.parentNode)
    if (one.tagName === 'a') return one;
  return undefined;
}

/** Whether an element stands somewhere below another. */
export function isWithin(element: Element, other: Element | undefined): boolean {
  for (let one = element.parentNode; one; one = 'parentNode' in one ? one.parentNode : null)
    if (one === other) return true;
  return false;
}

/** Whether an element has a class. */
export function hasClass(element: Element, name: string): boolean {
  return attribute(element, 'class')?.split(/\s+/).includes(name) ?? false;
}

/** The text of an element, white space as it is read. */
export function textOf(element: Element): string {
  const pieces = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => ('value' in node ? node.value : 'childNodes' in node ? pieces(node.childNodes) : ''))
      .join('');
  return pieces(element.childNodes).replace(/\s+/g, ' ').trim();
}

/** The runs of text below an element that are not inside elements which are skipped, each with the element around it. */
export function runsOf(
  element: Element,
  skipped: (element: Element) => boolean,
): { readonly text: string; readonly within: Element }[] {
  return element.childNodes.flatMap((node) => {
    if ('tagName' in node) return skipped(node) ? [] : runsOf(node, skipped);
    return node.nodeName === '#text' && 'value' in node ? [{ text: node.value, within: element }] : [];
  });
}

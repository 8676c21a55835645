import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

type Node = Tree.ChildNode;

/**
 * The matter of a page as it is written: what stands between the tags of `main`. The names of files that hold no word of
 * it (styles, scripts, drawings) may change with every build and are left out.
 *
 * @example
 * matterOf('<body><p>x</p><main id="a"><p>y</p></main></body>'); // => '<p>y</p>'
 */
export function matterOf(html: string): string {
  const start = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  const matter = start < 0 || end < 0 ? html : html.slice(html.indexOf('>', start) + 1, end);
  return matter.replaceAll(/\/_astro\/[\w.@-]+/g, '');
}

const names: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  amp: '&',
};

/**
 * The title of a page, without the name of the site.
 *
 * @example
 * titleOf('<title>税务局 &amp; 其他 · 小项目</title>'); // => '税务局 & 其他'
 */
export function titleOf(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const text = title.replaceAll(/&(#?\w+);/g, (whole, name: string) => names[name] ?? whole);
  return text.split(' · ')[0] ?? text;
}

/** Elements that begin a line of their own. */
const blocks = new Set(
  'address article aside blockquote caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

/** What is no text of the page. */
const silent = new Set(['script', 'style', 'template', 'svg', 'option', 'button', 'textarea']);

/** What a figure offers to do, the same under each of them. */
const offers = 'acts';

function isSilent({ tagName, attrs }: Tree.Element): boolean {
  const names = attrs.find(({ name }) => name === 'class')?.value.split(/\s+/) ?? [];
  return silent.has(tagName) || names.includes(offers);
}

/** Pieces of text, and null where a line ends. */
function pieces(nodes: readonly Node[]): (string | null)[] {
  return nodes.flatMap((node) => {
    if (node.nodeName === '#text' && 'value' in node) return [node.value];
    if (!('tagName' in node) || isSilent(node)) return [];
    const within = pieces(node.childNodes);
    if (node.tagName === 'td' || node.tagName === 'th') return [...within, '  '];
    return node.tagName === 'br' || blocks.has(node.tagName) ? [null, ...within, null] : within;
  });
}

/** The text of a page's matter as lines, as somebody would read them out: a paragraph, an item, a row of a table each. */
export function linesOf(html: string): string[] {
  const document = parse(`<main>${matterOf(html)}</main>`);
  const lines: string[] = [];
  let line = '';
  for (const piece of [...pieces(document.childNodes), null]) {
    if (piece !== null) line += piece;
    else {
      const text = line
        .replaceAll(/[ \t]*\n\s*/g, ' ')
        .replaceAll(/ {3,}/g, '  ')
        .trim();
      if (text !== '') lines.push(text);
      line = '';
    }
  }
  return lines;
}

import { createHash } from 'node:crypto';
import { glob, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { close, createIndex } from 'pagefind';
import { wordless } from '../../model/wordless.ts';
import { made, openLast, type LastFiles, type MadeFile } from '../last-site/take-over.ts';

/** Parts of a page that say nothing about it: keys of drawings, ids and dates, words that repeat a sign for the ear. */
const beside = ['nav', '.acts', '.key', '.meta', '.vh', 'details pre', 'table.reg'];

/** Tables of numbers, the lists of the register, and drawings hold no words to look for. */
const isTableOfNumbers = /^<table[^>]* class="[^"]*\breg\b|data-figure=|data-cell="(?:curves|funnels):/;

/** What a page says of how its numbers are counted stands on every page, and once for all on the page of the method. */
const account = /<details[^>]* id="whence".*(?=<\/main>)/s;

/**
 * Where one inline element ends and the next begins with nothing between them: the style sheet keeps them apart, or they are pieces of a
 * headline or a number, or words for the ear, which stand together.
 */
const border =
  /(?<=<\/(?:a|b|span|code|time|data)>)(?=<(?:a|b|span|code|time)\b(?![^>]*(?:class="(?:nb|ph|vh)\b|aria-hidden)))/g;

/** The end of a cell or a term that has words, with its last sign: where a reader sees the next column, its words would be the next of a sentence. */
const cellEnd = /(\S)(?<!>)\s*((?:<\/\w+>)*<\/(?:td|th|dt|dd|caption)>)/g;
const endsSentence = /[.。…？！?!:：]/;

/**
 * A page as it is looked through: what it says about itself, and no more. It goes by its title, without the name of the site; without
 * a word from us it would go by its heading, which is a sentence of figures.
 */
function words(page: string): string {
  const title = /<title>(.*?)(?: · [^·<]*)?<\/title>/s.exec(page)?.[1]?.replaceAll('"', '&quot;') ?? '';
  return page
    .replace(account, '')
    .replaceAll(/<svg\b.*?<\/svg>/gs, '')
    .replaceAll(/<table\b.*?<\/table>/gs, (table) => (isTableOfNumbers.test(table) ? '' : table))
    .replaceAll(border, ' ')
    .replaceAll(cellEnd, (_, last, tags) => `${last}${endsSentence.test(last) ? '' : '.'}${tags} `)
    .replace(/<main[^>]*>/, (main) => `${main}<i data-pagefind-meta="title:${title}"></i>`);
}

/** A page, and its words as bytes: those of hundreds of pages are held at once. */
interface Page {
  readonly sourcePath: string;
  readonly content: Buffer;
}

async function pagesOf(site: string, languages: readonly string[]): Promise<Page[]> {
  const folders = ['', ...languages.slice(1)].flatMap((language) =>
    wordless.map((name) => join(language, name)),
  );
  const pages: Page[] = [];
  for await (const sourcePath of glob('**/index.html', { cwd: site, exclude: folders }))
    pages.push({ sourcePath, content: Buffer.from(words(await readFile(join(site, sourcePath), 'utf8'))) });
  return pages.sort((one, other) => (one.sourcePath < other.sourcePath ? -1 : 1));
}

/** What the site's own script asks for; the rest of the package are pages and styles of its own. */
const asked = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..+|.+\.pf_\w+)$/;

function sound({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(`The pages could not be indexed: ${errors.join('; ')}`);
}

/** Keeps of what Pagefind has written what is asked for. Gives those files, under the folder of the site. */
async function keepAsked(site: string): Promise<MadeFile[]> {
  const kept: MadeFile[] = [];
  for (const entry of await readdir(join(site, 'pagefind'), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) continue;
    if (asked.test(entry.name))
      kept.push(made(relative(site, path).replaceAll('\\', '/'), await readFile(path)));
    else await rm(path);
  }
  return kept;
}

/** Makes the index. Gives its files, under the folder of the site. */
async function write(site: string, pages: readonly Page[]): Promise<MadeFile[]> {
  const created = await createIndex({ rootSelector: 'main', excludeSelectors: beside });
  sound(created);
  const { index } = created;
  if (!index) throw new Error('The pages could not be indexed');
  try {
    for (const { sourcePath, content } of pages)
      sound(await index.addHTMLFile({ sourcePath, content: content.toString() }));
    // To have the files handed over, as text, costs twice the memory of having them written.
    sound(await index.writeFiles({ outputPath: join(site, 'pagefind') }));
    return await keepAsked(site);
  } finally {
    await close();
  }
}

/** The key of an index: what indexes, and all that it goes through. */
function keyOf(code: string, pages: readonly Page[]): string {
  const hash = createHash('sha256').update(code);
  for (const { sourcePath, content } of pages) hash.update(`\0${sourcePath}\0`).update(content);
  return hash.digest('hex');
}

/**
 * Writes the index of words that the search page asks, for all pages of a finished site but those of findings: what it
 * takes does not grow with them. Where the words are those of the last site, its index is taken over.
 */
export async function indexPages(
  site: string,
  languages: readonly string[],
  lastFiles: LastFiles | null = null,
): Promise<void> {
  const pages = await pagesOf(site, languages);
  if (lastFiles === null) {
    await write(site, pages);
    return;
  }
  const last = openLast<MadeFile>(lastFiles, site);
  const key = keyOf(lastFiles.code, pages);
  last.keep([[key, last.take(key) ?? (await write(site, pages))]]);
}

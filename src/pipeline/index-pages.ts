import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/**
 * Folders of each language whose pages are not in the index of words: findings have a search of their own, and most
 * pages of a large site are theirs; frames and the handbook of staff are no pages for readers.
 */
const leftOut = ['findings', 'embed', 'handbook', 'search', '404'];

/** Parts of a page that say nothing about it. */
const beside = ['nav', '.acts', 'details pre', 'table.reg'];

/** A page goes by its title; without a word from us it would go by its heading, which is a sentence of figures. */
function titled(page: string): string {
  const title = /<title>(.*?)<\/title>/s.exec(page)?.[1]?.replaceAll('"', '&quot;') ?? '';
  return page.replace(/<main[^>]*>/, (main) => `${main}<i data-pagefind-meta="title:${title}"></i>`);
}

/** What the site's own script asks for; the rest of the package are pages and styles of its own. */
const asked = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..+|.+\.pf_\w+)$/;

function sound({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(`The pages could not be indexed: ${errors.join('; ')}`);
}

/**
 * Writes the index of words that the search page asks, for all pages of a finished site but those of findings: what it
 * takes does not grow with them.
 */
export async function indexPages(site: string, languages: readonly string[]): Promise<void> {
  const folders = ['', ...languages.slice(1)].flatMap((language) =>
    leftOut.map((name) => join(language, name)),
  );
  const created = await createIndex({ rootSelector: 'main', excludeSelectors: beside });
  sound(created);
  const { index } = created;
  if (!index) throw new Error('The pages could not be indexed');
  try {
    const added: Promise<{ errors: string[] }>[] = [];
    for await (const page of glob('**/index.html', { cwd: site, exclude: folders })) {
      const content = await readFile(join(site, page), 'utf8');
      added.push(index.addHTMLFile({ sourcePath: page, content: titled(content) }));
    }
    for (const one of await Promise.all(added)) sound(one);
    const made = await index.getFiles();
    sound(made);
    for (const { path, content } of made.files.filter((file) => asked.test(file.path.replace(/^.*\//, '')))) {
      const file = join(site, 'pagefind', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  } finally {
    await close();
  }
}

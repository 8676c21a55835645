// First, as the others may use what it gives.
import { lacking } from './older-engines.ts';
import { accountLines } from './account/account-lines.ts';
import { accountsOf, type Account } from './account/account.ts';
import { isOwnPath, keysOnPage } from './account/keys-on-page.ts';
import type { SiteFiles } from './difference.ts';
import { filesAt, readerAt, type Extent } from './files-at.ts';
import { filesIn } from './files-in.ts';
import { readCodebook } from './codebook.ts';
import { readPublic } from './read-table.ts';
import { cannotRun, reportOf, stageWords, stoppedBy } from './report.ts';
import { verify } from './verify.ts';

/*
 * The one file that is shipped with a site, as data/verify/verify.js, so that anyone can count the site again.
 *
 *     node verify.js [FOLDER OF THE SITE | ADDRESS OF THE SITE] [zh|en] [FIGURE]
 *
 * The page beside it runs the same file in the reader's browser, as a worker. Nothing is sent anywhere. It is a plain
 * script, no module: hosts know what a .js is, and Node runs it without being told.
 */

/** Which figures the page asks about: one by its key, or all of a page, or those of one measure on it. */
export interface Asked {
  readonly figure: string | null;
  readonly page: string | null;
  readonly measure: string | null;
}

/** What the page asks of the worker: the whole site, or single figures. */
export type Wish = { readonly site: string; readonly language: string } & (
  { readonly extent: Extent } | { readonly asked: Asked }
);

/** What the worker says: how far it is, and at the end what came of it, or that it could not do its work. */
export type Told =
  | { readonly at: string; readonly share: number | null }
  | { readonly summary: readonly string[]; readonly differences: readonly string[] }
  | { readonly accounts: readonly Account[] }
  | { readonly failed: string };

/** The global object of a worker, as far as it is used here. */
interface WorkerScope {
  onmessage: (event: { readonly data: Wish }) => void;
  readonly postMessage: (told: Told) => void;
}

async function keysAsked(
  { figure, page, measure }: Asked,
  read: SiteFiles['read'],
): Promise<readonly string[]> {
  if (figure !== null) return [figure];
  if (page === null || !isOwnPath(page)) return [];
  return keysOnPage(new TextDecoder().decode(await read(`${page}index.html`)), measure);
}

async function verifyAt(wish: Wish, say: (told: Told) => void): Promise<void> {
  const { site, language } = wish;
  const missing = lacking();
  if (missing.length > 0) return say({ failed: cannotRun(missing, language) });
  if ('asked' in wish) {
    say({ at: stageWords('tables', language), share: null });
    const read = readerAt(site);
    const keys = await keysAsked(wish.asked, read);
    const tables = await readPublic({ read }, await readCodebook({ read }));
    return say({ accounts: accountsOf(tables, keys, language) });
  }
  const { extent } = wish;
  const files = await filesAt(site, extent, (found) =>
    say({ at: `${stageWords('pages', language)} ${found}`, share: null }),
  );
  const result = await verify(files, (stage, done, all) =>
    say({ at: stageWords(stage, language), share: stage === 'pages' ? done / all : null }),
  );
  say(reportOf(result, language));
}

function runInWorker(scope: WorkerScope): void {
  scope.onmessage = ({ data }) => {
    verifyAt(data, scope.postMessage.bind(scope)).catch((error: unknown) =>
      scope.postMessage({ failed: stoppedBy(error, data.language) }),
    );
  };
}

/** Neither right nor different: the program could not do its work. */
function failInNode(why: string): void {
  console.error(why);
  process.exitCode = 3;
}

async function runInNode(): Promise<void> {
  const { dirname, join } = await import('node:path');
  const [, program = '', site = join(dirname(program), '..', '..'), language = 'zh', figure] = process.argv;
  const missing = lacking();
  if (missing.length > 0) return failInNode(cannotRun(missing, language));
  const isFar = /^https?:/.test(site);
  const address = site.endsWith('/') ? site : `${site}/`;
  if (figure !== undefined) {
    const own = isFar ? { read: readerAt(address) } : await filesIn(site);
    const tables = await readPublic(own, await readCodebook(own));
    const [account] = accountsOf(tables, [figure], language);
    if (account === undefined) return;
    console.log(accountLines(account).join('\n'));
    process.exitCode = account.verdict === 'differs' || account.verdict === 'no such figure' ? 1 : 0;
    return;
  }
  const files = isFar ? await filesAt(address, 'pages', () => {}) : await filesIn(site);
  const { summary, differences } = reportOf(await verify(files), language);
  console.log([...summary, ...differences].join('\n'));
  process.exitCode = differences.length === 0 ? 0 : 1;
}

if (typeof process === 'object')
  runInNode().catch((error: unknown) => failInNode(stoppedBy(error, process.argv[3])));
else runInWorker(globalThis as unknown as WorkerScope);

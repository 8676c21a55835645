import { filesAt, type Extent } from './files-at.ts';
import { filesIn } from './files-in.ts';
import { reportOf, stageWords } from './report.ts';
import { verify } from './verify.ts';

/*
 * The one file that is shipped with a site, as data/verify/verify.js, so that anyone can count the site again.
 *
 *     node verify.js [FOLDER OF THE SITE | ADDRESS OF THE SITE] [zh|en]
 *
 * The page beside it runs the same file in the reader's browser, as a worker. Nothing is sent anywhere. It is a plain
 * script, no module: hosts know what a .js is, and Node runs it without being told.
 */

/** What the page asks of the worker. */
export interface Wish {
  readonly site: string;
  readonly extent: Extent;
  readonly language: string;
}

/** What the worker says: how far it is, and at the end what came of it. */
export type Told =
  | { readonly at: string; readonly share: number | null }
  | { readonly summary: readonly string[]; readonly differences: readonly string[] };

/** The global object of a worker, as far as it is used here. */
interface WorkerScope {
  onmessage: (event: { readonly data: Wish }) => void;
  readonly postMessage: (told: Told) => void;
}

async function verifyAt({ site, extent, language }: Wish, say: (told: Told) => void): Promise<void> {
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
      scope.postMessage({ summary: [], differences: [String(error)] }),
    );
  };
}

async function runInNode(): Promise<void> {
  const { dirname, join } = await import('node:path');
  const [, program = '', site = join(dirname(program), '..', '..'), language = 'zh'] = process.argv;
  const files = /^https?:/.test(site)
    ? await filesAt(site.endsWith('/') ? site : `${site}/`, 'pages', () => {})
    : await filesIn(site);
  const { summary, differences } = reportOf(await verify(files), language);
  console.log([...summary, ...differences].join('\n'));
  process.exitCode = differences.length === 0 ? 0 : 1;
}

if (typeof process === 'object')
  runInNode().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 3;
  });
else runInWorker(globalThis as unknown as WorkerScope);

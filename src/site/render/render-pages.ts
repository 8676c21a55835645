import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import { ownText } from '../../model/own-text.ts';
import { wordless } from '../../model/wordless.ts';
import { areDownloadsMade } from '../tables/files.ts';
import { fileOfPage } from './file-of-page.ts';
import { asOfTexts, partsOfFile } from './as-of-texts.ts';
import { restating } from './restate.ts';
import { asMade, openAnew, readLastSite, recordAsOf, recordLine, takeOver } from './take-over.ts';

/*
 * The program that renders the pages of a site, each into its file. Astro bundles it together with all pages; the build
 * runs it, once for each language and part of the work.
 */

const given = (name: string) => process.env[`ZHAOCHA_${name}`] ?? '';

/** Where the pages go. */
const out = given('OUT');
/** Which part of the pages of its language this process renders, of how many: `0/2`. */
const [part = 0, parts = 1] = given('PART').split('/').map(Number);
/** A file that tells what was made of what, for the next build. */
const record = given('RECORD');
/** The last site, and what its pages were made of. */
const last = readLastSite(given('BEFORE'), given('BEFORE_RECORD'));
const language = given('LANGUAGE');
/** What the pages say of the state of the data, and how those of the last site come to say it. */
const asOf = asOfTexts(language);
const restate = {
  all: restating(last.asOf.get(language) ?? asOf, asOf),
  partsOf: (name: string) => partsOfFile(name, language),
};
/** Which of its pages are taken over: those that have a key, or every page but those that tell of the releases. */
const takesAll = given('TAKE') === 'all';

/** Pages that tell of the releases themselves: other tables may say what they said, and these do not. */
const tellsOfReleases = ({ component }: RouteData) =>
  /\/pages\/\[\.\.\.language\]\/(?:index\.astro|data\/index\.astro|changes\/[^/]+)$/.test(component);

/** The page that lists the downloads waits for them. */
const waits = ({ component }: RouteData) => component.endsWith('/data/index.astro');

const app = createApp({ streaming: false });

/** Renders a page or a file, piece by piece: that of a long list is larger than all that is held of it. */
async function render(pathname: string, route: RouteData, name: string): Promise<void> {
  const response = await app.render(new Request(new URL(encodeURI(pathname), 'http://localhost')), {
    routeData: route,
  });
  // Astro has told on the error output what went wrong. The page for what is not found says so.
  if (!response.ok && !route.component.endsWith('/404.astro'))
    throw new Error(`${pathname} could not be rendered (${response.status})`);
  const opened = openAnew(last, name, join(out, name));
  // On a full disk `writeSync` may write a part and say nothing; this writes all, or fails.
  try {
    for await (const piece of response.body ?? []) writeFileSync(opened, piece);
  } finally {
    closeSync(opened);
  }
}

const folders = new Set<string>();

/** Makes a folder where it is missing: another renderer may make it at the same moment. */
function makeFolder(folder: string): void {
  if (folders.has(folder)) return;
  const parent = dirname(folder);
  if (folders.has(parent)) {
    try {
      mkdirSync(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  } else {
    mkdirSync(folder, { recursive: true });
    folders.add(parent);
  }
  folders.add(folder);
}

/** Whether a page stands in each language, and not once for all of them. */
const isInLanguage = ({ params }: RouteData) => params.some((name) => /^(\.{3})?language$/.test(name));

type Path = Awaited<ReturnType<InstanceType<typeof StaticPaths>['getAll']>>[number];

// Astro puts an address together from dozens of pieces.
const all = (await new StaticPaths(app).getAll()).map((path) => ({
  ...path,
  pathname: ownText(path.pathname),
}));
const inLanguage = all.filter(({ route }) => isInLanguage(route)).filter((_, at) => at % parts === part);
const common = all.filter(({ route }) => !isInLanguage(route));

/** How many of the pages that stand once are claimed at a time: few, as tables of a hundred thousand rows stand side by side. */
const claimedAtOnce = 25;

/** Claims some of the pages that stand once: each renderer takes more of them as long as there are any, so that all end together. */
function* claimed(): Generator<Path> {
  for (let from = 0; from < common.length; from += claimedAtOnce) {
    try {
      closeSync(openSync(join(given('CLAIMS'), String(from)), 'wx'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      continue;
    }
    yield* common.slice(from, from + claimedAtOnce);
  }
}

/** Whether words are looked for in a page: in those of a first folder under the language, or in none of them. */
const holdsWords = ({ route }: Path) =>
  route.type === 'page' && !wordless.includes(/\/pages\/[^/]+\/([^/.]+)/.exec(route.component)?.[1] ?? '');

/**
 * Which pages this process renders, one after the other: those with words first, so that they are looked through beside the rest, and
 * that of the downloads as soon as it need not wait for them.
 */
function* mine(): Generator<Path> {
  const worded = inLanguage.filter(holdsWords);
  yield* worded.filter(({ route }) => !waits(route));
  let waiting = true;
  const waited = function* () {
    yield* worded.filter(({ route }) => waits(route));
    waiting = false;
    // The build listens for this word.
    console.log('words');
  };
  for (const path of inLanguage.filter((one) => !holdsWords(one))) {
    if (waiting && areDownloadsMade()) yield* waited();
    yield path;
  }
  if (waiting) yield* waited();
  yield* claimed();
}

/** The build that wants the pages. */
const builder = process.ppid;

/** How many pages are rendered in a turn of the event loop. */
const renderedATurn = 32;
const isPicture = (name: string) => name.endsWith('.png');

let pages = 0;
let rendered = 0;

/** What was made is written down so many files at a time: each by itself would ask as much of the disk as to look at the file. */
const writtenAtOnce = 1000;
const noted = openSync(record, 'w');
let made = [recordAsOf(language, asOf)];

function writeDown(): void {
  writeFileSync(noted, made.join(''));
  made = [];
}

for (const { pathname, route, cacheKey } of mine()) {
  // Where the build was killed, nobody wants them any more.
  if (process.ppid !== builder) process.exit(1);
  const name = fileOfPage(pathname, route.type);
  const file = join(out, name);
  const place = { file, makeFolder: () => makeFolder(dirname(file)) };
  const mayStand = takesAll ? !tellsOfReleases(route) : cacheKey !== undefined;
  const key = cacheKey ?? '';
  const taken = mayStand ? takeOver(last, name, key, place, restate) : null;
  if (taken === null) {
    place.makeFolder();
    const at = route.type === 'page' ? `${pathname.replace(/\/$/, '')}/` : pathname;
    await render(at, route, name);
    rendered += 1;
    // What native code holds, as painted pictures, is let go between turns of the event loop only. A turn after every page takes a twentieth of the time.
    if (isPicture(name) || rendered % renderedATurn === 0) await nextTurn();
  }
  made.push(recordLine(name, taken ?? asMade(key, file)));
  if (made.length >= writtenAtOnce) writeDown();
  if (name.endsWith('.html')) pages += 1;
}
writeDown();
closeSync(noted);
console.log(pages);

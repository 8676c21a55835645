import { createServer } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import { policy } from '../../src/site/headers.ts';
import { launch } from './launch.ts';
import { specimens, type Specimen } from './page-kinds.ts';
import { serve } from './serve.ts';

/*
 * Lets Lighthouse judge a built site as a phone sees it, three times each, and prints the middle one as rows of a table:
 * `node test/browser/lighthouse.ts --site DIR`.
 */

const { values } = parseArgs({ options: { site: { type: 'string', default: 'dist' } } });
const site = resolve(values.site);

const kinds = ['home', 'departments/*', 'findings/*', 'findings', 'survey/*', 'data'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const runs = 3;

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The first language, the one at the root. */
async function mainLanguage(): Promise<string> {
  const home = await readFile(join(site, 'index.html'), 'utf8');
  return /<html lang="(\w+)/.exec(home)?.[1] ?? 'zh';
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** The scores of one page, in the order of the categories, and what cost it points. */
async function judge(url: string, port: number): Promise<{ scores: number[]; lost: string[] }> {
  const result = await lighthouse(url, { port, onlyCategories: categories, logLevel: 'error' });
  if (!result) throw new Error(`Lighthouse said nothing of ${url}`);
  const { lhr } = result;
  const lost = Object.values(lhr.categories).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => id),
  );
  return {
    scores: categories.map((category) => Math.round((lhr.categories[category]?.score ?? Number.NaN) * 100)),
    lost,
  };
}

const language = await mainLanguage();
const all = await specimens(
  site,
  [language, 'en'].filter((one, place, list) => list.indexOf(one) === place),
);
const port = await freePort();
const [served, browser] = await Promise.all([
  serve(site, { 'content-security-policy': policy, 'content-encoding': 'gzip' }),
  launch([`--remote-debugging-port=${port}`]),
]);
try {
  console.log(`| Lighthouse, mobile | ${categories.join(' | ')} |`);
  console.log(`| --- |${' --- |'.repeat(categories.length)}`);
  for (const kind of kinds) {
    const page = all.find((one: Specimen) => one.kind === kind && one.language === language);
    if (!page) continue;
    const judged: Awaited<ReturnType<typeof judge>>[] = [];
    for (let run = 0; run < runs; run += 1) judged.push(await judge(served.origin + page.address, port));
    const middle = categories.map((_, place) => median(judged.map(({ scores }) => scores[place] ?? 0)));
    const lost = [...new Set(judged.flatMap((one) => one.lost))];
    console.log(`| ${kind} | ${middle.join(' | ')} |${lost.length > 0 ? ` ${lost.join(', ')}` : ''}`);
  }
} finally {
  await browser.close();
  await served.close();
}

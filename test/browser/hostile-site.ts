import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { escapeFormula } from '../../src/model/formula.ts';
import { published, type TableName } from '../../src/model/published.ts';
import type { Table } from '../../src/model/table.ts';
import { bundleSite } from '../../src/pipeline/pages/bundle-site.ts';
import { render } from '../../src/pipeline/pages/render.ts';
import { realFile } from '../real/shared-data.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** What nobody would name a hall, and what somebody will write in a report one day. Those that run set `hurt`. */
const own: readonly string[] = [
  '<script>window.hurt = true</script>',
  '</script><script>window.hurt = true</script>',
  '"><img src=x onerror="window.hurt = true">',
  "' onmouseover='window.hurt = true' x='",
  '<svg onload="window.hurt = true"><style>*{display:none}</style>',
  '</title></textarea></template></noscript><b>bold</b>',
  'javascript:window.hurt=true',
  '{{constructor.constructor("window.hurt = true")()}}$\u007bwindow.hurt = true}',
  '<!-- --><iframe srcdoc="<script>parent.hurt = true</script>">',
  '\u202eright to left \u2066isolated\u2069 \u202dand back',
  '\u200bzero\u200b\u200dwidth\ufeff\u00ad',
  '=HYPERLINK("https://example.com/?"&A1)',
  '字'.repeat(5000),
  'W'.repeat(5000),
  '\u0301'.repeat(400),
  '&lt;b&gt; &amp;amp; &#x3C;',
  '%00 %2e%2e/ ../../etc/passwd',
  '{name} {count} {found}',
];

async function naughtyStrings(): Promise<string[]> {
  const list = realFile('blns/blns.json');
  const known = existsSync(list) ? (JSON.parse(await readFile(list, 'utf8')) as string[]) : [];
  // A cell holds no control characters: what reads the drops takes care of them.
  return [...own, ...known.filter((text) => text.trim() !== '' && !/\p{Cc}/u.test(text))];
}

/** How many findings stand for all: enough that every string turns up. */
const findingsKept = 60;

const tied = new Set<TableName>(['findings', 'finding_events', 'changes']);

/** Tables whose texts are our own, not somebody's. */
const ours = new Set<TableName>([
  'measures',
  'rules',
  'statements',
  'programme',
  'figures',
  'periods',
  'quality',
]);

function isText(name: TableName, column: string, languages: readonly string[]): boolean {
  const declared = (published[name] as Table).columns.find(
    (one) => one.name === column || languages.some((language) => `${one.name}_${language}` === column),
  );
  return declared?.type === 'text' && column !== 'pinyin';
}

/** The tables of a built site with every text in them replaced by one that means harm. */
async function spoil(site: string, folder: string, languages: readonly string[]): Promise<void> {
  const strings = await naughtyStrings();
  const from = join(site, 'data', 'latest');
  let next = 0;
  const harm = () => {
    next += 1;
    return strings[next % strings.length] ?? '';
  };
  const read = async (name: TableName) =>
    Papa.parse<Record<string, string>>(await readFile(join(from, `${name}.csv`), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
  const kept = new Set((await read('findings')).data.slice(0, findingsKept).map((row) => row['finding_id']));
  for (const name of Object.keys(published) as TableName[]) {
    const { data, meta } = await read(name);
    const rows = tied.has(name) ? data.filter((row) => kept.has(row['finding_id'])) : data;
    const spoilt = rows.map((row) =>
      (meta.fields ?? []).map((column) =>
        !ours.has(name) && row[column] !== '' && isText(name, column, languages)
          ? escapeFormula(harm())
          : row[column],
      ),
    );
    await writeFile(
      join(folder, `${name}.csv`),
      Papa.unparse([meta.fields ?? [], ...spoilt], { newline: '\r\n' }),
    );
  }
}

/** A site whose every text means harm, and how to be rid of it. */
export async function hostileSite(
  site: string,
  languages: readonly string[],
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const cache = join(root, '.cache', 'rendering');
  await mkdir(cache, { recursive: true });
  const workshop = await mkdtemp(join(cache, 'of-hostile-'));
  const remove = () => rm(workshop, { recursive: true, force: true });
  try {
    const tables = join(workshop, 'tables');
    await mkdir(tables);
    await spoil(site, tables, languages);
    const folder = join(workshop, 'site');
    await render({ bundle: await bundleSite(root), tables, languages, site: folder, workshop });
    await cp(tables, join(folder, 'data', 'latest'), { recursive: true });
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

import { watch } from 'node:fs';
import { join } from 'node:path';
import { dev } from 'astro';
import { run } from '../src/pipeline/run.ts';
import { exitCodes, folder, parameters, root, runCommand, sayIn, version } from './console.ts';
import { problemReport } from './check/problem-report.ts';

/* The site live: a changed drop or setting is counted again, a changed page rendered again. */

const given = parameters(
  { data: { type: 'string' }, port: { type: 'string', default: '4321' }, lang: { type: 'string' } },
  'npm run dev [-- --data DIR --port N --lang zh|en]',
);

/** An editor saves in several steps; this long after the last one the work begins. */
const pause = 150;

async function main({ data: named, port, lang }: NonNullable<typeof given>): Promise<number> {
  const data = folder(named, 'data');
  const workshop = join(root, '.cache', 'dev');
  const tables = join(workshop, 'tables');
  const count = async (): Promise<boolean> => {
    const outcome = await run({
      data,
      cache: join(root, '.cache', 'drops'),
      tables,
      version,
    });
    const { settings, published } = outcome;
    const language = lang ?? settings?.programme.languages[0] ?? 'zh';
    if (!published) console.error(problemReport(outcome, settings?.programme.tolerate ?? [], language));
    return published;
  };
  if (!(await count())) return exitCodes.data;
  process.env['ZHAOCHA_TABLES'] = join(tables, 'latest');
  process.env['ZHAOCHA_CACHE'] = join(workshop, 'astro');
  await dev({ root, server: { port: Number(port) } });
  let working: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  watch(data, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(count).catch((error: unknown) => console.error(error));
    }, pause);
  });
  return exitCodes.well;
}

if (given !== null) await runCommand(sayIn(given.lang ?? 'zh'), () => main(given));

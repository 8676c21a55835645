import { spawn } from 'node:child_process';
import { join } from 'node:path';
import '../src/desk/astro-modules.ts';
import { exitCodes, folder, isMoment, parameters, root, runCommand, sayIn, version } from './console.ts';

/* `npm run desk`: a local page on which the whole work is done, from a drop to a published release. */

const usage = 'npm run desk [-- --data DIR --out DIR --cutoff DATE --port N --lang zh|en --no-browser]';

const given = parameters(
  {
    data: { type: 'string' },
    out: { type: 'string' },
    cutoff: { type: 'string' },
    port: { type: 'string', default: '0' },
    lang: { type: 'string' },
    'no-browser': { type: 'boolean', default: false },
  },
  usage,
);

/** The program of each system that opens an address in the browser that people use. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
  linux: ['xdg-open'],
};

/** Opens an address in a browser where that can be done; whoever has none follows the link in the terminal. */
function openBrowser(link: string): void {
  const [program, ...words] = openers[process.platform] ?? [];
  if (program === undefined) return;
  const child = spawn(program, [...words, link], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

async function main({
  data,
  out,
  cutoff,
  port,
  lang,
  'no-browser': quiet,
}: NonNullable<typeof given>): Promise<number> {
  const say = sayIn(lang ?? 'zh');
  if ((cutoff !== undefined && !isMoment(cutoff)) || !/^\d{1,5}$/.test(port)) {
    console.error(usage);
    return exitCodes.usage;
  }
  const { serveDesk } = await import('../src/desk/serve.ts');
  const { link } = await serveDesk(
    {
      root,
      data: folder(data, 'data'),
      cache: join(root, '.cache', 'drops'),
      out: folder(out, 'dist'),
      version,
      now: () => new Date(),
      ...(cutoff === undefined ? {} : { cutoff }),
      ...(lang === undefined ? {} : { language: lang }),
    },
    Number(port),
  );
  const first = link();
  console.log(
    say(
      `工作台开着，只在这台电脑上，什么也不会传出去。用浏览器打开（链接只能用一次）：\n\n  ${first}\n\n按回车要一个新链接；关掉这个窗口，或按 Ctrl+C，就收工。`,
      `The desk is open, on this machine only; nothing leaves it. Open in a browser (the link works once):\n\n  ${first}\n\nPress Enter for a new link; close this window, or press Ctrl+C, to end.`,
    ),
  );
  process.stdin.on('data', () => console.log(`\n  ${link()}\n`));
  if (process.stdout.isTTY && !quiet) openBrowser(first);
  return exitCodes.well;
}

if (given !== null) await runCommand(sayIn(given.lang ?? 'zh'), () => main(given));

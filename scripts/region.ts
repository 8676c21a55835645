import { counted } from '../src/model/counted.ts';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { failureWords } from '../src/pipeline/failure-words.ts';
import { buildRegion } from '../src/region/build-region.ts';
import { largestPackage } from '../src/region/limits.ts';
import { sourceName, sourceOf, type Source } from '../src/region/source.ts';
import { exitCodes, folder, root, runCommand, sayIn, version } from './console.ts';

/* `npm run region`: reads and verifies the published packages of several sites and builds an overview of them. */

const usage =
  'npm run region -- URL-or-FOLDER … [--out DIR --name TEXT --name-en TEXT --megabytes N --lang zh|en]';

const bytesPerMegabyte = 1_000_000;

function argumentsGiven() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        out: { type: 'string' },
        name: { type: 'string', default: '' },
        'name-en': { type: 'string', default: '' },
        megabytes: { type: 'string', default: String(largestPackage / bytesPerMegabyte) },
        lang: { type: 'string', default: 'zh' },
      },
      strict: true,
      allowPositionals: true,
    });
    if (positionals.length > 0 && Number(values.megabytes) > 0) return { ...values, places: positionals };
    console.error(usage);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
  }
  process.exitCode = exitCodes.usage;
  return null;
}

const given = argumentsGiven();

async function main({ places, out: named, lang, ...asked }: NonNullable<typeof given>): Promise<number> {
  const say = sayIn(lang);
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const sources = places.map((place) => ({ place, source: sourceOf(place, from) }));
  const wrong = sources.filter(({ source }) => source === null);
  for (const { place } of wrong)
    console.error(
      say(
        `${place} 既不是 http 或 https 的网址，也不是文件夹。`,
        `${place} is neither an http or https address nor a folder.`,
      ),
    );
  if (wrong.length > 0) return exitCodes.usage;
  const out = folder(named, 'dist.region');
  const languages = lang.startsWith('zh') ? ['zh', 'en'] : ['en', 'zh'];
  console.log(say('读取并核对各城市的数据包', 'Reading and verifying the packages'));
  const { verified, published } = await buildRegion({
    root,
    sources: sources.map(({ source }) => source as Source),
    out,
    heading: { name: { zh: asked.name, en: asked['name-en'] }, languages, version },
    most: Number(asked.megabytes) * bytesPerMegabyte,
    tell: (source, why) => {
      const name = sourceName(source);
      if (why === null) console.log(say(`  ✓ ${name}`, `  ✓ ${name}`));
      else console.error(say(`  ✗ ${name}：${why.zh}`, `  ✗ ${name}: ${why.en}`));
    },
  });
  if (!published) {
    console.error(
      say(
        '没有一座城市的数据包对得上，汇总没有生成；原来的没有动。',
        'No package held, so no overview was made; the last one stands.',
      ),
    );
    return exitCodes.data;
  }
  const refused = sources.length - verified;
  const aside = say(
    `，${refused} 座没有采用（网页上写明了原因）`,
    `, ${refused} refused (the pages say why)`,
  );
  console.log(
    say(
      `完成：${verified} 座城市${refused === 0 ? '' : aside}。首页是 ${join(out, 'index.html')}`,
      `Done: ${counted(verified, 'city')}${refused === 0 ? '' : aside}. The first page is ${join(out, 'index.html')}`,
    ),
  );
  return exitCodes.well;
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given), failureWords);

import { counted } from '../src/model/counted.ts';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { exitCodes, folder, parameters, runCommand, sayIn } from './console.ts';

/* Writes a packed copy beside every text file of a finished site, for hosts that send those (nginx: gzip_static, brotli_static). */

const usage = 'npm run compress [-- --site DIR --lang zh|en]';

/** Kinds of file that get smaller; pictures, workbooks and archives are packed already. */
const texts = new Set([
  '.html',
  '.css',
  '.js',
  '.json',
  '.csv',
  '.txt',
  '.md',
  '.xml',
  '.svg',
  '.webmanifest',
]);

/** Smaller files fit into one packet anyway. */
const leastBytes = 1024;

/** Nearly as small as the highest, in a tenth of the time. */
const brotliQuality = 9;
const gzipLevel = 9;

/** How many files are packed side by side: as many as Node has threads for it. */
const atOnce = 4;

const [packGzip, packBrotli] = [promisify(gzip), promisify(brotliCompress)];

async function pack(file: string): Promise<boolean> {
  const bytes = await readFile(file);
  if (bytes.length < leastBytes) return false;
  const [zipped, brotli] = await Promise.all([
    packGzip(bytes, { level: gzipLevel }),
    packBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  ]);
  await Promise.all([writeFile(`${file}.gz`, zipped), writeFile(`${file}.br`, brotli)]);
  return true;
}

async function packAll(site: string): Promise<number> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const waiting = entries
    .filter((entry) => entry.isFile() && texts.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  let packed = 0;
  const worker = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
      if (await pack(file)) packed += 1;
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return packed;
}

const given = parameters({ site: { type: 'string' }, lang: { type: 'string' } }, usage);
if (given !== null) {
  const say = sayIn(given.lang ?? 'zh');
  await runCommand(say, async () => {
    const site = folder(given.site, 'dist');
    const packed = await packAll(site);
    console.log(
      say(
        `${packed} 个文件旁边写好了 .br 和 .gz（${site}）`,
        `.br and .gz written beside ${counted(packed, 'file')} of ${site}`,
      ),
    );
    return exitCodes.well;
  });
}

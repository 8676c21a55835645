import { counted } from '../src/model/counted.ts';
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { exitCodes, folder, parameters, root, runCommand, sayIn, version, type Say } from './console.ts';
import { launchersFor } from './publishing/launchers.ts';
import {
  fits,
  isForOthers,
  isPlatform,
  platforms,
  type Platform,
  type PlatformName,
} from './publishing/platforms.ts';
import { writeZip, type ArchivedFile } from './publishing/write-zip.ts';

/* One archive with all that a machine without network needs: the project, its packages, Node, and a programme if asked for. */

const usage = `npm run bundle -- --for ${Object.keys(platforms).join('|')} [--data DIR --out FILE --lang zh|en]`;

const given = parameters(
  {
    for: { type: 'string' },
    data: { type: 'string' },
    out: { type: 'string' },
    lang: { type: 'string', default: 'zh' },
  },
  usage,
);

/** What of the project goes along. The demonstration lies in `data`. */
const parts = [
  'package.json',
  'package-lock.json',
  'astro.config.mjs',
  'astro.region.config.mjs',
  'tsconfig.json',
  'README.md',
  'LICENSE',
  'scripts',
  'src',
  'data',
];

/** Folders of a programme that are made again from the others. */
const leftOut = /(^|\/)(\.cache|\.git|\.making-[^/]*|node_modules\/\.(bin|cache|vite|astro))(\/|$)/;

function npm(parameters: readonly string[], cwd: string): Promise<void> {
  const program = process.env['npm_execpath'];
  if (program === undefined) throw new Error('npm run bundle is started by npm, which it needs');
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [program, ...parameters], {
      cwd,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', failed);
    child.on('exit', (code) =>
      code === 0 ? done() : failed(new Error(`npm ${parameters.join(' ')} ended with ${code}`)),
    );
  });
}

/** Puts what is needed to run, for that kind of machine and no other, into `node_modules` of a folder. */
async function gatherPackages(
  place: string,
  { os, cpu, node }: Platform,
  nodeVersion: string,
): Promise<void> {
  const forIt = [`--os=${os}`, `--cpu=${cpu}`, ...(os === 'linux' ? ['--libc=glibc'] : [])];
  const quietly = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  await npm(['install', '--omit=dev', ...forIt, ...quietly], place);
  const apart = join(place, 'node-apart');
  await mkdir(apart);
  await writeFile(join(apart, 'package.json'), '{}');
  // Asked for by name, a package for another system is refused even so, unless it is insisted on.
  await npm(['install', `${node}@${nodeVersion}`, '--force', ...forIt, ...quietly], apart);
  const [from, to] = [join(apart, 'node_modules', node), join(place, 'node_modules', 'node')];
  const program = os === 'win32' ? 'node.exe' : 'node';
  await mkdir(join(to, 'bin'), { recursive: true });
  await cp(join(from, 'bin', program), join(to, 'bin', program));
  await cp(join(from, 'LICENSE'), join(to, 'LICENSE')).catch(() => {});
  await rm(apart, { recursive: true });
}

async function filesBelow(top: string): Promise<string[]> {
  const entries = await readdir(top, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(top, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !leftOut.test(name))
    .sort();
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The programs and libraries among the packages: those that can run there, and those that cannot. */
async function nativeFiles(place: string, names: readonly string[], platform: Platform) {
  const fitting: string[] = [];
  const strange: string[] = [];
  for (const name of names) {
    const isFit = fits(await headOf(join(place, name)), platform);
    if (isFit !== null) (isFit ? fitting : strange).push(name);
  }
  return { fitting, strange };
}

/** The files that a repository of ours holds; every file where it is not under version control. */
async function ownFiles(): Promise<string[]> {
  const listed = await promisify(execFile)('git', ['ls-files', '-z', '--', ...parts], { cwd: root }).catch(
    () => null,
  );
  if (listed !== null)
    return listed.stdout.split('\0').filter((name) => name !== '' && existsSync(join(root, name)));
  const all = await Promise.all(
    parts.map(async (part) =>
      (await stat(join(root, part))).isDirectory()
        ? (await filesBelow(join(root, part))).map((name) => `${part}/${name}`)
        : [part],
    ),
  );
  return all.flat();
}

async function bundle(
  name: PlatformName,
  programme: string | null,
  archive: string,
  say: Say,
): Promise<void> {
  const platform = platforms[name];
  const place = await mkdtemp(join(tmpdir(), 'zhaocha-bundle-'));
  try {
    for (const file of await ownFiles()) {
      await mkdir(dirname(join(place, file)), { recursive: true });
      await cp(join(root, file), join(place, file));
    }
    console.log(say('取来所需的包', 'Fetching the packages'));
    const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      devDependencies: { node: string };
    };
    await gatherPackages(place, platform, devDependencies.node);
    const added = launchersFor(platform);
    for (const { name: file, text } of added) await writeFile(join(place, file), text);
    if (programme !== null) await cp(programme, join(place, 'programme'), { recursive: true });
    const names = (await filesBelow(place)).filter((file) => !isForOthers(file, platform));
    const { fitting, strange } = await nativeFiles(
      place,
      names.filter((file) => file.startsWith('node_modules/')),
      platform,
    );
    const programs = new Set([
      ...fitting,
      ...added.filter(({ isProgram }) => isProgram).map((file) => file.name),
    ]);
    console.log(say(`打包 ${names.length} 个文件`, `Packing ${counted(names.length, 'file')}`));
    await writeZip(
      archive,
      names.map((file): ArchivedFile => ({
        name: `zhaocha/${file}`,
        path: join(place, file),
        isProgram: programs.has(file),
      })),
    );
    if (programme !== null)
      console.log(
        say(
          '包里有项目的数据文件和 proofs：只能交给有权看它们的人。',
          'The archive holds the drops and proofs of the programme: give it only to those who may see them.',
        ),
      );
    console.log(
      say(
        `完成：${archive}，其中 ${fitting.length} 个是 ${name} 的程序${strange.length > 0 ? `，${strange.length} 个是别的系统的，用不到：${strange.join('、')}` : ''}`,
        `Done: ${archive}, with ${counted(fitting.length, 'program')} for ${name}${strange.length > 0 ? ` and ${strange.length} for other systems, not used: ${strange.join(', ')}` : ''}`,
      ),
    );
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function main({ for: name = '', data, out, lang }: NonNullable<typeof given>): Promise<number> {
  const say = sayIn(lang);
  if (!isPlatform(name)) {
    console.error(
      `${say('--for 要写明用在哪种机器上。', '--for says for what kind of machine.')}\n\n${usage}`,
    );
    return exitCodes.usage;
  }
  const archive = resolve(folder(out, `zhaocha-${version}-${name}.zip`));
  await bundle(name, data === undefined ? null : folder(data, 'data'), archive, say);
  return exitCodes.well;
}

if (given !== null) await runCommand(sayIn(given.lang), () => main(given));

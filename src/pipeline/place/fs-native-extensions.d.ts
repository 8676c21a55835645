/** What we use of the package, which comes without types. */
declare module 'fs-native-extensions' {
  /** `renameat2` with `RENAME_EXCHANGE` on Linux, `renamex_np` with `RENAME_SWAP` on macOS. Throws with a `code` like Node's own. */
  export function swapSync(from: string, to: string): void;
}

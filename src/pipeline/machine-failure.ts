import type { Words } from '../model/words.ts';

/** Why work stopped, for the people who asked for it, and whose it is to mend. */
export interface Failure {
  readonly words: Words;
  /** `data`: the data or the machine; `usage`: what was asked for; `ours`: this program. */
  readonly whose: 'data' | 'usage' | 'ours';
}

/** What a full disk that was noticed beforehand says of itself, in bytes. */
interface Room {
  readonly needed: number;
  readonly free: number;
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);

/** A fault of the machine, in words that help: a full disk, a folder that may not be written. Null for any other. */
export function machineFailure(error: unknown): Failure | null {
  const {
    code,
    path = '',
    port,
    needed,
    free,
  } = error as NodeJS.ErrnoException & Partial<Room> & { readonly port?: number };
  const room = needed === undefined || free === undefined ? null : [megabytes(needed), megabytes(free)];
  if (code === 'ENOSPC' || /no space left/i.test(String(error)))
    return {
      whose: 'data',
      words: {
        zh: `磁盘满了（${path}）${room === null ? '' : `：要 ${room[0]} MB，只剩 ${room[1]} MB`}。原来的网站没有动。清出空间后再运行一次。`,
        en: `The disk is full (${path})${room === null ? '' : `: ${room[0]} MB are needed, ${room[1]} MB are left`}. The last site stands. Make room and run again.`,
      },
    };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return {
      whose: 'data',
      words: {
        zh: `没有写入的权限：${path}。原来的网站没有动。`,
        en: `No right to write: ${path}. The last site stands.`,
      },
    };
  if (code === 'EADDRINUSE')
    return {
      whose: 'usage',
      words: {
        zh: `端口 ${port} 有别的程序在用；换一个，或不写 --port。`,
        en: `Another program uses port ${port}; name another one, or leave --port out.`,
      },
    };
  return null;
}

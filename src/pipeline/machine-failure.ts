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

/** A fault of the machine, in words that help: a full disk, too little memory, a folder that may not be written. Null for any other. */
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
  if (code === 'ERR_WORKER_OUT_OF_MEMORY' || /out of memory|SIGKILL|SIGABRT/i.test(String(error)))
    return {
      whose: 'data',
      words: {
        zh: `内存不够，做不下去了${path === '' ? '' : `（${path}）`}。原来的网站没有动。关掉别的程序再运行一次；还不行，就用内存大一些的电脑，或把很大的数据文件分成几个。`,
        en: `The memory ran out${path === '' ? '' : ` (${path})`}. The last site stands. Close other programs and run again; if that does not help, use a machine with more memory or part a very large drop into several.`,
      },
    };
  if (code === 'EIO')
    return {
      whose: 'data',
      words: {
        zh: `磁盘读写出错：${path}。原来的网站没有动。先检查磁盘，换一块盘再运行。`,
        en: `The disk could not be read or written: ${path}. The last site stands. Check the disk, or use another one.`,
      },
    };
  if (code === 'EBUSY')
    return {
      whose: 'data',
      words: {
        zh: `别的程序正占用着 ${path}。原来的网站没有动。关掉它再运行一次。`,
        en: `Another program uses ${path}. The last site stands. Close it and run again.`,
      },
    };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return {
      whose: 'data',
      words: {
        zh: `没有读或写的权限：${path}。原来的网站没有动。`,
        en: `No right to read or write: ${path}. The last site stands.`,
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

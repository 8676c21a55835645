import type { Words } from '../model/words.ts';
import { failureWords } from '../pipeline/failure-words.ts';
import type { Action, Sent } from './action.ts';
import type { Desk } from './desk.ts';
import { NotTaken, TooLarge } from './receive-files.ts';
import type { Begun, Said } from './work.ts';

const tooLarge: Words = {
  zh: '文件太大：一次合计不超过 1 GB。什么也没有收。更大的请直接复制到 data/drops/。',
  en: 'Too large: 1 GB in all at once. Nothing was taken. Copy larger files into data/drops/ yourself.',
};

/** What is said of a failure; one that nobody has foreseen is told whole on the terminal. */
function saidOf(error: unknown): Said {
  if (error instanceof NotTaken) return { as: 'refused', words: error.words };
  if (error instanceof TooLarge) return { as: 'refused', words: tooLarge };
  const failure = failureWords(error);
  if (failure !== null) return { as: 'failed', words: failure.words };
  console.error(error);
  return {
    as: 'failed',
    words: {
      zh: '这是本程序的错，不是数据的错。原来的网站没有动。终端里有详细的话。',
      en: 'This is our own fault, not that of the data. The live site stands. The terminal has the details.',
    },
  };
}

async function goOn(begun: Begun, work: () => Promise<Said>): Promise<void> {
  begun.end(await work().catch(saidOf));
}

/**
 * Begins an action: reads what was sent, then goes on by itself. Whether it has begun; nothing happens while another is
 * running.
 */
export async function begin(desk: Desk, action: Action, sent: Sent): Promise<boolean> {
  const begun = desk.work.begin(action.name);
  if (begun === null) return false;
  try {
    const work = await action.take(desk, sent);
    void goOn(begun, () => work(begun.tell));
  } catch (error) {
    begun.end(saidOf(error));
  }
  return true;
}

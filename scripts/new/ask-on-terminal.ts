import { createInterface } from 'node:readline';
import { wordsIn } from '../../src/model/words.ts';
import type { Ask } from './collect-answers.ts';

/** Told when somebody leaves before everything is answered. */
export class Left extends Error {}

/** Lines as they come; those that are pasted together wait their turn. Past the end there is none. */
function linesFrom(terminal: ReturnType<typeof createInterface>): () => Promise<string> {
  const lines: string[] = [];
  let closed = false;
  let wake = () => {};
  terminal.on('line', (line) => {
    lines.push(line);
    wake();
  });
  terminal.on('close', () => {
    closed = true;
    wake();
  });
  return async () => {
    while (lines.length === 0) {
      if (closed) throw new Left();
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return lines.shift() ?? '';
  };
}

/**
 * Asks on a terminal. A list that is pasted goes on to an empty line; `isOneLine` says of a first line that it is all, the
 * name of a file say.
 */
export function askOnTerminal(
  streams: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
  language: string,
  isOneLine: (line: string) => boolean,
): { readonly ask: Ask; readonly close: () => void } {
  const terminal = createInterface(streams);
  const nextLine = linesFrom(terminal);
  const ask: Ask = async ({ ask: words, isList }, standard) => {
    const hint = standard === null || standard === '' ? '' : ` [${standard}]`;
    streams.output.write(`\n${wordsIn(words, language)}${hint}\n> `);
    const lines = [await nextLine()];
    if (isList && lines[0]?.trim() !== '' && !isOneLine(lines[0] ?? ''))
      for (let line = await nextLine(); line.trim() !== ''; line = await nextLine()) lines.push(line);
    return lines.join('\n');
  };
  return { ask, close: () => terminal.close() };
}

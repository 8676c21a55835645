import { counted } from '../src/model/counted.ts';
import type { Step } from '../src/pipeline/run.ts';
import type { Say } from './console.ts';

/** How far the reading of all drops is: rows so far, the share of the bytes, and the seconds it has taken. */
export interface Progress {
  readonly rows: number;
  readonly share: number;
  readonly seconds: number;
}

const barWidth = 20;

/**
 * A line with a bar, the rows read and the time left; no time is named before there is something to judge by.
 *
 * @example
 * progressLine({ rows: 250000, share: 0.25, seconds: 2 }, (_, en) => en); // => '  █████░░░░░░░░░░░░░░░  25 %  250,000 rows, about 6 s left'
 * progressLine({ rows: 0, share: 0, seconds: 0.1 }, (zh) => zh); // => '  ░░░░░░░░░░░░░░░░░░░░  0 %  0 行'
 */
export function progressLine({ rows, share, seconds }: Progress, say: Say): string {
  const filled = Math.round(Math.min(share, 1) * barWidth);
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  const left = Math.ceil((seconds * (1 - share)) / share);
  const time = share > 0.02 ? say(`，大约还要 ${left} 秒`, `, about ${left} s left`) : '';
  const count = rows.toLocaleString('en-US');
  return `  ${bar}  ${Math.floor(share * 100)} %  ${say(`${count} 行`, counted(rows, 'row', count))}${time}`;
}

/** A line that is written over itself while drops are read, on a terminal; elsewhere nothing of it is seen. */
export function progressBar(terminal: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>, say: () => Say) {
  let started: number | null = null;
  return (step: Step): void => {
    if (!terminal.isTTY) return;
    if (step.doing === 'reading') {
      started ??= performance.now();
      const seconds = (performance.now() - started) / 1000;
      terminal.write(`\r${progressLine({ ...step, seconds }, say())}\u001b[K`);
    } else if (started !== null) terminal.write('\r\u001b[K');
  };
}

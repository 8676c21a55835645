import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askOnTerminal, Left } from '../../../scripts/new/ask-on-terminal.ts';
import { questionsOn } from '../../../scripts/new/questions.ts';

const questions = questionsOn('2026-11-28');
const question = (flag: string) => {
  const found = questions.find((one) => one.flag === flag);
  if (found === undefined) throw new Error(`nothing asks for ${flag}`);
  return found;
};

function terminal(isOneLine: (line: string) => boolean = () => false) {
  const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })];
  return { input, output, ...askOnTerminal({ input, output }, 'en', isOneLine) };
}

describe('askOnTerminal', () => {
  it('shows the standard, and takes lines that are pasted together one after the other, a list to its empty line', async () => {
    const { input, output, ask, close } = terminal();
    input.write('2026-12-01\n公安局\t公安\n税务局\t税务\n\n北区大厅\n\n');
    expect(await ask(question('begins'), '2026-11-28')).toBe('2026-12-01');
    expect(await ask(question('departments'), null)).toBe('公安局\t公安\n税务局\t税务');
    expect(await ask(question('halls'), '')).toBe('北区大厅');
    expect(output.read()).toContain('The first day of the programme [2026-11-28]\n> ');
    close();
  });

  it('takes the name of a file for the whole answer', async () => {
    const { input, ask, close } = terminal((line) => line === 'departments.xlsx');
    input.write('departments.xlsx\n');
    expect(await ask(question('departments'), null)).toBe('departments.xlsx');
    close();
  });

  it('says that somebody has left', async () => {
    const { input, ask } = terminal();
    input.end();
    await expect(ask(question('name'), null)).rejects.toBeInstanceOf(Left);
  });
});

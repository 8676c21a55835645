import { getFileNameLowLevel, type Entry } from 'yauzl';
import { judgeLetters } from './letters.ts';

const saysUtf8 = 0x800;

/** A name is short, and a wrong one does no harm: it is only shown. */
const fewestInName = 2;

/**
 * The names of an archive's members, with `/` between folders. Windows in Chinese writes them in GBK and does not say
 * so: names that are neither marked nor valid UTF-8 are read by the encoding that all of them together prove, and by
 * the one that the format names where they prove none.
 */
export function memberNames(entries: readonly Entry[]): string[] {
  const all = Buffer.concat(entries.flatMap(({ fileNameRaw }) => [fileNameRaw, Buffer.from('\n')]));
  const proven = judgeLetters(all, fewestInName).encoding;
  return entries.map(({ generalPurposeBitFlag, fileNameRaw, extraFields }) => {
    const byRule = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
    const isMarked = (generalPurposeBitFlag & saysUtf8) !== 0 || extraFields.some(({ id }) => id === 0x7075);
    if (isMarked) return byRule;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw).replaceAll('\\', '/');
    } catch {
      return proven === null ? byRule : new TextDecoder(proven).decode(fileNameRaw).replaceAll('\\', '/');
    }
  });
}

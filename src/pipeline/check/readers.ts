import type { Field, Code } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import { readMonth, readTime } from './dates.ts';
import type { Fault, ReadCell } from './fault.ts';
import { codeReader, nameReader } from './names.ts';
import type { Target } from './step.ts';
import { textFault } from './text.ts';

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

const readId: ReadCell = (cell) => {
  if (idPattern.test(cell)) return cell;
  const id = cell.normalize('NFKC');
  return idPattern.test(id) ? id : { code: 'bad-id', value: cell };
};

const readCount: ReadCell = (cell) => {
  const digits = cell.normalize('NFKC').replaceAll(/[,，\s]/g, '');
  return /^\d{1,15}$/.test(digits) ? String(Number(digits)) : { code: 'bad-count', value: cell };
};

function readText(cell: string): string | Fault {
  return textFault(cell) ?? cell;
}

/** The office's own categories of reasons, as codes. */
function reasonCodes(endings: NonNullable<Settings['programme']['endings']>): Code[] {
  return Object.entries(endings).map(([code, { zh = code, en = code }]) => ({ code, zh, en }));
}

/** How the cells of a field are read; dates apart, which depend on the layout. */
export function readerOf(field: Field, { recognised, settings, onSpelling }: Target): ReadCell {
  const values = recognised.description?.values?.[field.name];
  if (field.type === 'code') return codeReader(field.codes ?? [], values);
  if (field.name === 'reason' && settings.programme.endings !== undefined)
    return codeReader(reasonCodes(settings.programme.endings), values);
  if (field.type === 'id') return readId;
  if (field.type === 'time') return readTime;
  if (field.type === 'month') return readMonth;
  if (field.type === 'count') return readCount;
  if (field.type !== 'lookup') return readText;
  const list = field.lookup ?? 'departments';
  return nameReader({
    list,
    entries: list === 'questions' ? [] : settings.lookups[list],
    spellings: settings.spellings,
    listed: settings.listed.has(list),
    ...(values === undefined ? {} : { values }),
    onSpelling,
  });
}

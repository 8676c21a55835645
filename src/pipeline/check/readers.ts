import type { Field, Code } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import { readMonth, readTime } from './dates.ts';
import type { ReadCell } from './fault.ts';
import { codeReader, nameReader } from './names.ts';
import { publicTextReader } from './public-text.ts';
import type { Target } from './step.ts';

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

/** The office's own categories of reasons, as codes. */
function reasonCodes(endings: NonNullable<Settings['programme']['endings']>): Code[] {
  return Object.entries(endings).map(([code, { zh = code, en = code }]) => ({ code, zh, en }));
}

/** How the cells of a field are read, in the language of their column; dates apart, which depend on the layout. */
export function readerOf(field: Field, target: Target, language = 'zh'): ReadCell {
  const { recognised, settings, onSpelling } = target;
  const values = recognised.description?.values?.[field.name];
  if (field.type === 'code') return codeReader(field.codes ?? [], values);
  if (field.name === 'reason' && settings.programme.endings !== undefined)
    return codeReader(reasonCodes(settings.programme.endings), values);
  if (field.type === 'id') return readId;
  if (field.type === 'time') return readTime;
  if (field.type === 'month') return readMonth;
  if (field.type === 'count') return readCount;
  if (field.type !== 'lookup') return publicTextReader(target.texts, language);
  const list = field.lookup ?? 'departments';
  return nameReader({
    list,
    entries: list === 'questions' ? [] : settings.lookups[list],
    spellings: settings.spellings,
    listed: settings.listed.has(list),
    city: settings.programme.city[settings.programme.languages[0] ?? 'zh'] ?? '',
    ...(values === undefined ? {} : { values }),
    onSpelling,
  });
}

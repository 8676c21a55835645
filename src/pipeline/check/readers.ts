import { calledThroughout } from '../../model/called-throughout.ts';
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
  // ODK writes its ids as `uuid:…`; what is copied from a page brings invisible characters along.
  const id = cell
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\s]+$|^[\p{Cf}\s]+/gu, '')
    .replace(/^uuid:/, '');
  return idPattern.test(id) ? id : { code: 'bad-id', value: cell };
};

/** A whole number, plainly or with its thousands apart, and with the `.0` that some systems put behind every number. */
const countPattern = /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?: \d{3}){1,4})(?:\.0+)?$/;

const readCount: ReadCell = (cell) => {
  const text = cell.normalize('NFKC').trim();
  if (!countPattern.test(text)) return { code: 'bad-count', value: cell };
  return String(Math.trunc(Number(text.replaceAll(/[, ]/g, ''))));
};

/** The office's own categories of reasons, as codes. */
function reasonCodes(endings: NonNullable<Settings['programme']['endings']>): Code[] {
  return Object.entries(endings).map(([code, { zh = code, en = code }]) => ({ code, zh, en }));
}

/** Reads a code or its word, also where the programme calls those who look something else; ours is understood all the same. */
function calledReader(
  codes: readonly Code[],
  { programme: { officers = {} } }: Settings,
  values?: Readonly<Record<string, string>>,
): ReadCell {
  const ours = codes.flatMap(({ code, zh, en }) => [
    [zh, code],
    [en, code],
  ]);
  return codeReader(calledThroughout(codes, officers), { ...Object.fromEntries(ours), ...values });
}

/** How the cells of a field are read, in the language of their column; dates apart, which depend on the layout. */
export function readerOf(field: Field, target: Target, language = 'zh'): ReadCell {
  const { recognised, settings, onSpelling } = target;
  const values = recognised.description?.values?.[field.name];
  if (field.type === 'code') return calledReader(field.codes ?? [], settings, values);
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

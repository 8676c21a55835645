import { columnLabel, distinctLabels } from '../../../model/column-label.ts';
import type { ExportColumn, RecogniseVendor } from '../../../model/survey-export.ts';
import { cellsUnder, groupedColumns } from './answer-columns.ts';
import { asksWho } from './personal.ts';

const responseId = ['id', 'response id', '答卷编号', '响应 id', '响应id'];
const submitted = ['submitdate', 'date submitted', '提交日期'];
const marks = [
  'submitdate',
  'lastpage',
  'startlanguage',
  'date submitted',
  'last page',
  'start language',
  '提交日期',
  '最后一页',
  '最后页',
  '起始语言',
  '开始语言',
];
const personal = [
  'token',
  'access code',
  'ipaddr',
  'ip address',
  'refurl',
  'referrer url',
  'email',
  'firstname',
  'lastname',
];
const metadata = [
  ...marks,
  'seed',
  'startdate',
  'date started',
  'datestamp',
  'date last action',
  'interviewtime',
  'total time',
  '开始日期',
  '最后动作日期',
  '种子',
];
const timing = /^(group|question)\s?time\b|^(grouptime|question)\d+(time)?$|time$/i;

/** A header taken apart: `code[SQ001]. Wording [row]`, `code[SQ001]`, or `Wording [row]`. */
interface Header {
  readonly code: string;
  readonly sub: string;
  readonly wording: string;
  readonly part: string;
}

const codeAndText = /^([A-Za-z]\w*)((?:\[[^\]]*\])*)(?:\._\.|\.)\s*(.*)$/;
const codeOnly = /^([A-Za-z]\w*)((?:\[[^\]]*\])*)$/;

function takeApart(label: string): Header {
  const both = codeAndText.exec(label);
  const [, code = '', sub = '', text = label] = both ?? codeOnly.exec(label) ?? [];
  const onlyCode = both === null && code !== '';
  const tail = /^(.*?)\s*\[([^[\]]*(?:\[[^\]]*\][^[\]]*)*)\]$/.exec(onlyCode ? '' : text);
  const inner = sub.replace(/^\[|\]$/g, '').replaceAll('][', ' ');
  return {
    code,
    sub: inner,
    wording: onlyCode ? code : (tail?.[1] ?? text),
    part: tail?.[2] || inner,
  };
}

/** The columns that the tool adds stand under their code, their full name, or both. */
function fixedColumn(label: string): ExportColumn | null {
  const { code, wording } = takeApart(label);
  const names = [label, wording, code].map((name) => name.toLowerCase());
  const among = (list: readonly string[]) => names.some((name) => list.includes(name));
  if (among(responseId)) return { is: 'field', field: 'response_id' };
  if (among(submitted)) return { is: 'field', field: 'submitted_on' };
  if (among(personal)) return { is: 'personal' };
  if (
    among(metadata) ||
    (timing.test(label) && /time/i.test(code || label) && /^(group|question|interview)/i.test(code || label))
  )
    return { is: 'metadata' };
  return null;
}

function questionColumns(head: readonly (readonly string[])[], labels: readonly string[]) {
  const asked = labels.flatMap((label, column) =>
    label === '' || fixedColumn(label) !== null ? [] : [{ column, ...takeApart(label) }],
  );
  const known = new Map<number, ExportColumn>();
  for (const [key, columns] of Map.groupBy(
    asked,
    ({ code, wording, column, part }) => code || (part === '' ? `column${column + 1}` : wording),
  )) {
    const [only] = columns;
    if (columns.length === 1 && only !== undefined) {
      known.set(only.column, { is: 'question', key, wording: only.wording || only.part });
      continue;
    }
    const isWritten = ({ sub, part }: (typeof columns)[number]) =>
      /(^|\s|_)other$/i.test(sub) || part === 'other';
    const isComment = ({ sub }: (typeof columns)[number]) => /comment$/i.test(sub);
    const listed = columns.filter(
      (one) => !isWritten(one) && !isComment(one) && (one.sub !== '' || one.part !== ''),
    );
    const wording = listed.find((one) => one.wording !== '')?.wording ?? key;
    const members = listed.map(({ column, part }) => ({ column, part, cells: cellsUnder(head, 2, column) }));
    for (const [column, what] of groupedColumns(key, wording, members)) known.set(column, what);
    for (const one of columns) {
      if (isComment(one)) known.set(one.column, { is: 'text', key, wording });
      else if (isWritten(one)) known.set(one.column, { is: 'other', key, wording });
      else if (!known.has(one.column)) known.set(one.column, { is: 'question', key, wording: one.wording });
    }
  }
  return known;
}

/** How many columns of a header must look like LimeSurvey's where its own columns were taken out. */
const enough = 0.7;

/**
 * LimeSurvey: one header row in one of three forms: codes (`affSat1[SQ001]`), full wordings (`How …? [row]`), or both
 * (`affSat1[SQ001]. How …? [row]`). It begins with `id`, `submitdate`, `lastpage`, `startlanguage`, `seed` or `Response ID`,
 * `Date submitted`, `Last page` …; published copies often leave these out. A question with several answers has a column an
 * option with `Yes`/`No` or `Y`; `[other]` holds what was written in, `[…comment]` comments. A response with a blank
 * `submitdate` was not handed in; `1980-01-01 00:00:00` there means that the time was not kept.
 *
 * Documented at https://www.limesurvey.org/manual/Exporting_results
 */
export const limesurvey: RecogniseVendor = (head) => {
  const labels = distinctLabels(head[0] ?? []);
  const named = labels.filter((label) => label !== '');
  const hasMarks = marks.filter((mark) =>
    named.some((label) => {
      const { code, wording } = takeApart(label);
      return [label, code, wording].some((name) => name.toLowerCase() === mark);
    }),
  ).length;
  const coded = named.filter(
    (label) => codeAndText.test(label) && /^[A-Za-z]\w*(\[[^\]]*\])*(\._\.|\. )/.test(label),
  );
  if (hasMarks < 2 && !(coded.length >= 3 && coded.length >= enough * named.length)) return null;
  const known = questionColumns(head, labels);
  const columns = labels.map((label, column): ExportColumn => {
    if (label === '') return { is: 'metadata' };
    const fixed = fixedColumn(label);
    if (fixed !== null) return fixed;
    const what = known.get(column) ?? { is: 'metadata' };
    return asksWho(columnLabel('wording' in what ? what.wording : label)) ? { is: 'personal' } : what;
  });
  const handedIn =
    labels[columns.findIndex((column) => column.is === 'field' && column.field === 'submitted_on')];
  return {
    vendor: 'limesurvey',
    evidence:
      hasMarks >= 2
        ? { zh: '有 submitdate、lastpage 等列', en: 'it has submitdate, lastpage and the like' }
        : { zh: '列名是“代码. 题目”', en: 'its columns are named “code. wording”' },
    headerRows: [1],
    firstRow: 2,
    labels,
    columns,
    implied: {
      missing: ['N/A', '1980-01-01 00:00:00'],
      ...(columns.some((column) => column.is === 'field' && column.field === 'response_id')
        ? {}
        : { row_number_as: 'response_id' }),
      ...(handedIn === undefined
        ? {}
        : { set_aside: [{ column: handedIn, is: ['', 'N/A'], as: 'partial-response' }] }),
    },
  };
};

import type { ProblemCode } from '../../model/problem.ts';

/** Why a row is no data: it stands beside them, as people set tables. */
export type Beside = Extract<ProblemCode, 'repeated-header' | 'total-row' | 'note-row'>;

const totalWords =
  /^(?:本页|本表|全市|全省|全区|全部|以上)?\s*(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计|grand totals?|sub-?totals?|totals?)\s*[:：]?$/i;

const noteWords =
  /^(?:[（(【*＊※]?\s*(?:注|附注|备注|说明|数据来源|资料来源|来源|制表|填表|统计|审核|打印|导出|截至|单位|以下空白|以下无正文|notes?\b|sources?\b|remarks?\b|legend\b|end of\b)|[-=_*＊—.·\s]{3,}$)/i;

/** Who made a table and when, as it stands at its foot, often several in one row. */
const signature =
  /^(?:填表|填报|制表|审核|复核|审批|统计|经办|负责|分管|主管|报送|打印|导出|联系)(?:人员?|单位|部门|领导|日期|时间|电话|签[字名]|盖章|[（(][^（()）]{1,8}[）)])*\s*[:：]/;

/** A table of two columns may well hold a row of one cell; a wider one does not hold such data. */
const narrow = 2;

/**
 * Whether a row is the header come again, a row of totals, or a note under the table: what people and systems set
 * beside data. Only what is plainly none of them stays a row to be checked.
 *
 * @example
 * besideData(['合计', '', '120'], ['部门', '月份', '件数']); // => 'total-row'
 * besideData(['注：不含乡镇', '', ''], ['部门', '月份', '件数']); // => 'note-row'
 * besideData(['填表人：张三', '', '审核人：李四'], ['部门', '月份', '件数']); // => 'note-row'
 * besideData(['部门', '月份', '件数'], ['部门', '月份', '件数']); // => 'repeated-header'
 * besideData(['人社局', '2025-03', '120'], ['部门', '月份', '件数']); // => null
 */
export function besideData(cells: readonly string[], header: readonly string[]): Beside | null {
  if (isHeader(cells, header)) return 'repeated-header';
  const lead = cells.findIndex((cell) => cell.trim() !== '');
  const text = (cells[lead] ?? '').trim();
  if (totalWords.test(text)) return 'total-row';
  if (header.length <= narrow) return null;
  if (cells.every((cell) => cell.trim() === '' || signature.test(cell.trim())) && text !== '')
    return 'note-row';
  if (!noteWords.test(text)) return null;
  return cells.slice(lead + 1).every((cell) => cell.trim() === '') ? 'note-row' : null;
}

function isHeader(cells: readonly string[], header: readonly string[]): boolean {
  return (
    header.length > 1 &&
    header.every((name, position) => {
      const text = (cells[position] ?? '').trim();
      return text.length === name.length && (text === name || text.normalize('NFKC') === name);
    })
  );
}
